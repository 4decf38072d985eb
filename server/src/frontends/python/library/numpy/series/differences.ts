import { i64 } from '@jitsight/shared/ir/expressions';
import type { Lowering, Value } from '../../../lower/lowering';
import { type ArrayType, arrayOf, int64, type NumbaType } from '../../../types/numbaType';
import { isNumberOrBool, unliteral } from '../../../types/unliteral';
import { astypeCopy } from '../../array/copies';
import { arrayType } from '../../array/parts';
import type { LibraryFunction, PythonSource, TypingContext } from '../../libraryFunction';
import { resultOf } from '../../operate';
import { mismatch, params, typed } from '../../outcome';
import { tupleValue, uniformElement } from '../../tuple/elements';
import { canCastSafely, characterOf } from '../../ufuncs/characters';
import { arrayTypeOf, asArray } from '../arrayLike';
import { isOmitted } from '../dtypeArgument';
import { asLine, inShape } from '../flatView';
import { asRows } from '../order/selecting';
import text from './differences.py?raw';

const source: PythonSource = { name: 'numpy/series/differences.py', text };

/** `np.diff(a, n=1)` along the last axis. */
const diff: LibraryFunction = {
  name: 'numpy.diff',
  params: params('a n', { n: { kind: 'int', value: 1n } }),
  type({ args: [a, n], context }) {
    if (a?.kind !== 'array' || a.ndim === 0) return mismatch('needs an array of at least one dimension', 0);
    if (a.layout === 'A') return mismatch('needs an array whose elements lie together', 0);
    if (unliteral(n!).kind !== 'int') return mismatch('n must be an integer', 1);
    // Differences of dates are no dates.
    const isStored = a.dtype.kind !== 'datetime' && resultOf('operator.sub', [a.dtype, a.dtype], context);
    if (!isStored) return mismatch('the elements have no differences of their type', 0);
    return typed(arrayOf(a.dtype, a.ndim), { args: [a, int64] });
  },
  lower({ args, result }, lowering) {
    const [a, n] = args as readonly [Value, Value];
    const type = arrayType(a.type);
    const array = type.layout === 'C' ? a : astypeCopy(lowering, a, { ...type, layout: 'C' });
    const held = lowering.hold(array);
    const found = lowering.hold(lowering.callPython(source, 'diff', [asRows(lowering, held), n]));
    const shape = [...lowering.arrayShape(held).slice(0, -1), lowering.arrayShape(found)[1]!];
    return lowering.cast(inShape(lowering, found, shape), result);
  },
};

function arrayOrScalar(type: NumbaType, context: TypingContext): ArrayType | undefined {
  if (type.kind === 'tuple' && type.elements.length > 0 && !uniformElement(type)) return undefined;
  return isNumberOrBool(type) ? arrayOf(type, 1) : arrayTypeOf(type, context);
}

/** `np.ediff1d(ary, to_end=None, to_begin=None)` of the flattened array. */
const ediff1d: LibraryFunction = {
  name: 'numpy.ediff1d',
  params: params('ary to_end? to_begin?'),
  type({ args, context }) {
    const [a, ...ends] = args.map((arg) =>
      isOmitted(arg) ? undefined : arrayOrScalar(unliteral(arg), context),
    );
    if (!a || (args[0]!.kind === 'array' && a.dtype.kind === 'bool'))
      return mismatch('needs an array of numbers', 0);
    if (a.dtype.kind === 'datetime' || !resultOf('operator.sub', [a.dtype, a.dtype], context))
      return mismatch('needs an array of numbers', 0);
    const fits = ends.every((end, i) => isOmitted(args[i + 1]) || (end && castsSafely(end.dtype, a.dtype)));
    return fits ? typed(arrayOf(a.dtype, 1)) : mismatch('what is added must be compatible with the elements');
  },
  lower({ args, result }, lowering) {
    const { dtype } = arrayType(result);
    const [a, end, start] = args.map((arg) => lineOf(lowering, arg, dtype)) as [Value, Value, Value];
    return lowering.callPython(source, 'ediff1d', [a, start, end]);
  },
};

function castsSafely(from: NumbaType, to: NumbaType): boolean {
  return canCastSafely(characterOf(from)!, characterOf(to)!);
}

function lineOf(lowering: Lowering, value: Value | undefined, dtype: NumbaType): Value {
  if (!value || value.type.kind === 'none') {
    return lowering.hold(lowering.newArray(arrayOf(dtype, 1), [i64(0)]));
  }
  const array = asArray(lowering, isNumberOrBool(value.type) ? tupleValue([value]) : value);
  return lowering.hold(asLine(lowering, lowering.hold(array)));
}

export const differenceEntries: readonly LibraryFunction[] = [diff, ediff1d];
