import { eq, i64, ne, not, or, select } from '@jitsight/shared/ir/expressions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import type { Lowering, Value } from '../../../lower/lowering';
import { type ArrayType, arrayOf, int64, type NumbaType, tupleOf } from '../../../types/numbaType';
import { typesEqual } from '../../../types/typesEqual';
import { isNumber, unliteral } from '../../../types/unliteral';
import { arrayType } from '../../array/parts';
import type { LibraryFunction, LoweringCall, TypingCall, TypingOutcome } from '../../libraryFunction';
import { appendItem, type ListType, newList } from '../../list/storage';
import { operate } from '../../operate';
import { mismatch, params, typed } from '../../outcome';
import { asArray } from '../arrayLike';
import { extentsOf, shapeNdim } from '../shapeArgument';

/** `broadcast_arrays`, `broadcast_shapes`, `indices`. */
export const broadcastingEntries: readonly LibraryFunction[] = [
  { name: 'numpy.broadcast_shapes', type: typeShapes, lower: lowerShapes },
  { name: 'numpy.broadcast_arrays', type: typeArrays, lower: lowerArrays },
  {
    name: 'numpy.indices',
    params: params('dimensions'),
    since: '0.59',
    type: ({ args: [dimensions] }) => {
      const ndim = dimensions?.kind === 'tuple' ? shapeNdim(dimensions) : undefined;
      if (!ndim) return mismatch('The argument "dimensions" must be a tuple of integers', 0);
      return typed(arrayOf(int64, ndim + 1));
    },
    lower: ({ args: [dimensions], result }, lowering) => {
      const shape = extentsOf(lowering, dimensions!);
      const out = lowering.hold(lowering.newArray(arrayType(result), [i64(shape.length), ...shape]));
      lowering.forEachIndex(shape, (at) => {
        at.forEach((index, axis) => {
          lowering.storeElement(out, [i64(axis), ...at], { type: int64, parts: [index] });
        });
      });
      return out;
    },
  },
];

const mismatched = {
  name: 'ValueError',
  message: 'shape mismatch: objects cannot be broadcast to a single shape',
};

function typeShapes({ args }: TypingCall): TypingOutcome {
  const dims = args.map((type) => shapeNdim(type));
  if (!dims.every((ndim) => ndim !== undefined))
    return mismatch('each argument is an integer or a tuple of integers');
  return typed(tupleOf(Array(Math.max(0, ...dims)).fill(int64)), {
    args: args.map((type) => unliteral(type!)),
  });
}

function lowerShapes({ args, result }: LoweringCall, lowering: Lowering): Value {
  const ndim = result.kind === 'tuple' ? result.elements.length : 0;
  const shapes = args.map((arg) => extentsOf(lowering, arg!));
  return { type: result, parts: joined(lowering, shapes, ndim) };
}

/** The shape that several broadcast to. */
function joined(lowering: Lowering, shapes: readonly (readonly Expression[])[], ndim: number): Expression[] {
  const { ir } = lowering;
  return Array.from({ length: ndim }, (_, axis) => {
    let extent: Expression = i64(1);
    for (const shape of shapes) {
      const own = shape[axis - ndim + shape.length];
      if (!own) continue;
      const before = extent;
      ir.if(not(or(eq(before, i64(1)), or(eq(own, i64(1)), eq(own, before)))), () =>
        lowering.raise(mismatched),
      );
      extent = ir.hold(select(ne(before, i64(1)), before, own), 'extent');
    }
    return extent;
  });
}

/** What is given as a scalar or tuple counts as one dimension. */
function ndimOf(type: NumbaType): number {
  return type.kind === 'array' ? type.ndim : 1;
}

function typeArrays({ args }: TypingCall): TypingOutcome {
  const types = args.map((type) => unliteral(type!));
  const dtypes = types.map((type) => {
    if (type.kind === 'array') return type.dtype;
    return type.kind === 'tuple'
      ? type.elements[0]
      : isNumber(type) || type.kind === 'bool'
        ? type
        : undefined;
  });
  const [first] = dtypes;
  if (!first || !dtypes.every((dtype) => dtype && typesEqual(unliteral(dtype), unliteral(first))))
    return mismatch('Numba cannot broadcast arrays with different types');
  const ndim = Math.max(...types.map(ndimOf));
  const element: ArrayType = { ...arrayOf(unliteral(first), ndim, 'A'), readonly: true };
  return typed({ kind: 'list', element, reflected: false }, { args: types });
}

function lowerArrays({ args, result }: LoweringCall, lowering: Lowering): Value {
  const type = result as ListType;
  const { ndim } = arrayType(type.element);
  const arrays = args.map((arg) => lowering.hold(asArray(lowering, arg!)));
  const extents = joined(
    lowering,
    arrays.map((array) => lowering.arrayShape(array)),
    ndim,
  );
  const shape: Value = { type: tupleOf(Array(ndim).fill(int64)), parts: extents };
  const list = lowering.hold(newList(lowering, type, i64(arrays.length)));
  for (const array of arrays) {
    appendItem(lowering, list, lowering.hold(operate(lowering, 'numpy.broadcast_to', [array, shape])));
  }
  return list;
}
