import { i64 } from '@jitsight/shared/ir/expressions';
import type { Lowering, Value } from '../../lower/lowering';
import { type ArrayType, arrayOf, float64, int64, type NumbaType } from '../../types/numbaType';
import { unliteral } from '../../types/unliteral';
import { arrayType } from '../array/parts';
import type { LibraryFunction, TypingOutcome } from '../libraryFunction';
import { asRows } from '../numpy/order/selecting';
import { extentsOf, shapeNdim } from '../numpy/shapeArgument';
import { operate } from '../operate';
import { mismatch, params, typed } from '../outcome';
import { uniformElement } from '../tuple/elements';
import { isInVersion } from '../version';
import { rejectsLargeBinomials } from './distributions';
import { draw } from './state';

/** `np.random.multinomial(n, pvals, size=None)` and `np.random.dirichlet(alpha, size=None)`: a row of numbers per draw. */
export const vectorEntries: readonly LibraryFunction[] = [
  {
    name: 'numpy.random.multinomial',
    params: params('n pvals size?'),
    type({ args: [n, chances, size] }) {
      if (unliteral(n!).kind !== 'int') return mismatch('n must be an integer', 0);
      return typeRows(int64, chances!, size, [int64, unliteral(chances!)]);
    },
    lower({ args, result }, lowering) {
      const [n, chances, size] = args as readonly [Value, Value, Value | undefined];
      const out = newRows(lowering, arrayType(result), chances, size);
      const zero: Value = { type: int64, parts: [i64(0)] };
      lowering.forEachIndex(lowering.arrayShape(out), (at) => lowering.storeElement(out, at, zero));
      const name = isInVersion(rejectsLargeBinomials, lowering.numba) ? 'multinomial_new' : 'multinomial_old';
      draw(lowering, 'numpy', name, [n, chances, asRows(lowering, out)]);
      return out;
    },
  },
  {
    name: 'numpy.random.dirichlet',
    params: params('alpha size?'),
    type: ({ args: [alpha, size] }) => typeRows(float64, alpha!, size, [unliteral(alpha!)]),
    lower({ args, result }, lowering) {
      const [alpha, size] = args as readonly [Value, Value | undefined];
      const out = newRows(lowering, arrayType(result), alpha, size);
      draw(lowering, 'numpy', 'dirichlet', [alpha, asRows(lowering, out)]);
      return out;
    },
  },
];

function typeRows(
  dtype: NumbaType,
  numbers: NumbaType,
  size: NumbaType | undefined,
  args: readonly NumbaType[],
): TypingOutcome {
  const element = elementOf(unliteral(numbers));
  if (!element || !['int', 'float'].includes(element.kind)) return mismatch('needs a sequence of numbers');
  if (!size || size.kind === 'none') return typed(arrayOf(dtype, 1), { args: [...args, size] });
  const ndim = shapeNdim(size);
  if (ndim === undefined) return mismatch('size must be an integer or a tuple of integers');
  return typed(arrayOf(dtype, ndim + 1), { args: [...args, unliteral(size)] });
}

function elementOf(type: NumbaType): NumbaType | undefined {
  if (type.kind === 'array') return type.ndim === 1 ? type.dtype : undefined;
  if (type.kind === 'list' || type.kind === 'typedList') return type.element;
  return type.kind === 'tuple' ? uniformElement(type) : undefined;
}

function newRows(lowering: Lowering, type: ArrayType, numbers: Value, size: Value | undefined): Value {
  const leading = size && size.type.kind !== 'none' ? extentsOf(lowering, size) : [];
  const length = operate(lowering, 'builtins.len', [numbers]);
  return lowering.hold(lowering.newArray(type, [...leading, length.parts[0]!]));
}
