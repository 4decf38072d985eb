import { add, convert, i64, mul, sub } from '@jitsight/shared/ir/expressions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import type { Lowering, Value } from '../../../lower/lowering';
import { type ArrayType, int64, type NumbaType } from '../../../types/numbaType';
import { unliteral } from '../../../types/unliteral';
import { arrayType } from '../../array/parts';
import type { LibraryFunction, PythonSource, TypingCall, TypingOutcome } from '../../libraryFunction';
import { mismatch, params, typed } from '../../outcome';
import { arrayTypeOf, asArray } from '../arrayLike';
import text from './rearranging.py?raw';

export const rearrangingSource: PythonSource = { name: 'numpy/shaping/rearranging.py', text };

/** `flip`, `fliplr`, `flipud`, `rot90`: views of layout A. `flip` takes no axis. */
export const flipEntries: readonly LibraryFunction[] = [
  {
    name: 'numpy.flip',
    params: params('m'),
    type: ({ args: [m] }) => (m?.kind === 'array' ? typed(backwards(m)) : mismatch('needs an array', 0)),
    lower: ({ args: [m], result }, lowering) => {
      const { ndim } = arrayType(result);
      return flipped(
        lowering,
        m!,
        Array.from({ length: ndim }, (_, axis) => axis),
      );
    },
  },
  alongOne('numpy.flipud', 0),
  alongOne('numpy.fliplr', 1),
  {
    name: 'numpy.rot90',
    params: params('m k?'),
    type: ({ args: [m, k] }) => {
      if (k && unliteral(k).kind !== 'int') return mismatch('The second argument "k" must be an integer', 1);
      if (m?.kind !== 'array') return mismatch('The first argument "m" must be an array', 0);
      return m.ndim < 2
        ? mismatch('Input must be >= 2-d.', 0)
        : typed(backwards(m), { args: [m, k && int64] });
    },
    lower: ({ args: [m, k], result }, lowering) => {
      const turns = k ?? { type: int64, parts: [i64(1)] };
      return lowering.cast(lowering.callPython(rearrangingSource, 'rot90', [m!, turns]), result);
    },
  },
];

const backwards = (array: ArrayType): ArrayType => ({ ...array, layout: 'A' });

function alongOne(name: string, axis: number): LibraryFunction {
  return {
    name,
    params: params('m'),
    type: ({ args: [m], context }: TypingCall): TypingOutcome => {
      const array: NumbaType | undefined = arrayTypeOf(m && unliteral(m), context);
      if (!array) return mismatch('needs an array', 0);
      return array.ndim > axis ? typed(backwards(array)) : mismatch(`Input must be >= ${axis + 1}-d.`, 0);
    },
    lower: ({ args: [m] }, lowering) => flipped(lowering, asArray(lowering, m!), [axis]),
  };
}

/** A view that starts at the end of those axes. */
function flipped(lowering: Lowering, given: Value, axes: readonly number[]): Value {
  const { ir } = lowering;
  const array = lowering.hold(given);
  const shape = lowering.arrayShape(array);
  const strides = [...lowering.arrayStrides(array)];
  let offset: Expression = i64(0);
  for (const axis of axes) {
    offset = ir.hold(add(offset, mul(sub(shape[axis]!, i64(1)), strides[axis]!)), 'offset');
    strides[axis] = ir.hold(sub(i64(0), strides[axis]!), 'stride');
  }
  return lowering.arrayView(backwards(arrayType(array.type)), {
    meminfo: lowering.arrayMeminfo(array),
    data: ir.hold(add(lowering.arrayData(array), convert(offset, 'ptr'))),
    shape,
    strides,
  });
}
