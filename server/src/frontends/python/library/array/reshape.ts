import { and, binary, eq, i64, mul, ne, not, select } from '@jitsight/shared/ir/expressions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import type { Lowering, Value } from '../../lower/lowering';
import { type ArrayType, int64, type NumbaType, tupleOf } from '../../types/numbaType';
import { unliteral } from '../../types/unliteral';
import type { LibraryFunction, TypingOutcome } from '../libraryFunction';
import { extentsOf, shapeNdim } from '../numpy/shapeArgument';
import { mismatch, params, typed } from '../outcome';
import { astypeCopy } from './copies';
import { itemSizeOf } from './itemSize';
import { arrayType } from './parts';

const wrongSize = { name: 'ValueError', message: 'total size of new array must be unchanged' };

/** `reshape`, `ravel` and `flatten`, as methods and functions. */
export const reshapeEntries: readonly LibraryFunction[] = [
  {
    name: 'array.reshape',
    type: ({ args: [array, ...shape] }) => typeReshape(array, shape),
    lower: ({ args: [array, ...shape], result }, lowering) => {
      const extents = shape.flatMap((each) => extentsOf(lowering, each!));
      return reshaped(lowering, array!, extents, arrayType(result));
    },
  },
  {
    name: 'numpy.reshape',
    params: params('a shape'),
    type: ({ args: [array, shape] }) => typeReshape(array, [shape]),
    lower: ({ args, result }, lowering) =>
      reshaped(lowering, args[0]!, extentsOf(lowering, args[1]!), arrayType(result)),
  },
  ...['array.ravel', 'numpy.ravel'].map((name) =>
    flat(name, (array) => ({
      ...array,
      ndim: 1,
      layout: 'C',
      readonly: array.layout === 'C' && array.readonly,
    })),
  ),
  flat('array.flatten', (array) => ({ ...array, ndim: 1, layout: 'C', readonly: false })),
];

function typeReshape(array: NumbaType | undefined, shape: readonly (NumbaType | undefined)[]): TypingOutcome {
  if (array?.kind !== 'array' || shape.length === 0) return mismatch();
  if (array.layout === 'A') return mismatch('reshape() needs a contiguous array', 0);
  const isTuple = shape.length === 1 && unliteral(shape[0]!).kind === 'tuple';
  const ndim = isTuple ? shapeNdim(shape[0]) : shape.every(isInteger) ? shape.length : undefined;
  if (ndim === undefined) return mismatch('the shape is made of integers', 1);
  const wanted = isTuple ? [tupleOf(Array(ndim).fill(int64))] : shape.map(() => int64);
  return typed({ ...array, ndim }, { args: [array, ...wanted] });
}

function isInteger(type: NumbaType | undefined): boolean {
  return type !== undefined && unliteral(type).kind === 'int';
}

/** The same elements under another shape; one extent of -1 is what the others leave. */
export function reshaped(
  lowering: Lowering,
  array: Value,
  extents: readonly Expression[],
  type: ArrayType,
): Value {
  const source = lowering.hold(array);
  const size = lowering.ir.hold(lowering.arraySize(source), 'size');
  const shape = completed(lowering, extents, size);
  if (type.layout === 'F' && arrayType(source.type).ndim > 1) checkSameShape(lowering, source, shape);
  return lowering.arrayView(type, {
    meminfo: lowering.arrayMeminfo(source),
    data: lowering.arrayData(source),
    shape,
    strides: contiguousStrides(lowering, type, shape),
  });
}

function completed(lowering: Lowering, extents: readonly Expression[], size: Expression): Expression[] {
  const { ir } = lowering;
  const isKnown = (extent: Expression): boolean => extent.op === 'const' && BigInt(extent.value) >= 0n;
  const product = (parts: readonly Expression[]): Expression => parts.reduce((a, b) => mul(a, b), i64(1));
  const isOpen = (extent: Expression): Expression => eq(extent, i64(-1));
  const others = extents.map((extent) => (isKnown(extent) ? extent : select(isOpen(extent), i64(1), extent)));
  const given = ir.hold(product(others));
  const divisor = select(eq(given, i64(0)), i64(1), given);
  const open = ir.hold(binary('div', size, divisor));
  const shape = extents.map((extent) =>
    isKnown(extent) ? extent : ir.hold(select(isOpen(extent), open, extent), 'extent'),
  );
  ir.if(ne(product(shape), size), () => lowering.raise(wrongSize));
  return shape;
}

// Numba reshapes in C order without a copy or not at all.
function checkSameShape(lowering: Lowering, array: Value, shape: readonly Expression[]): void {
  const own = lowering.arrayShape(array);
  const error = { name: 'NotImplementedError', message: 'incompatible shape for array' };
  if (own.length !== shape.length) {
    lowering.raise(error);
    return;
  }
  const isSame = own.map((extent, axis) => eq(extent, shape[axis]!)).reduce(and);
  lowering.ir.if(not(isSame), () => lowering.raise(error));
}

/** Strides in bytes of a contiguous array. */
export function contiguousStrides(
  lowering: Lowering,
  type: ArrayType,
  shape: readonly Expression[],
): Expression[] {
  const strides: Expression[] = shape.map(() => i64(0));
  let next: Expression = i64(itemSizeOf(lowering, type.dtype));
  const axes = shape.map((_, axis) => axis);
  for (const axis of type.layout === 'F' ? axes : axes.reverse()) {
    strides[axis] = next;
    next = lowering.ir.hold(mul(next, shape[axis]!), 'stride');
  }
  return strides;
}

function flat(name: string, resultOf: (array: ArrayType) => ArrayType): LibraryFunction {
  const isView = name !== 'array.flatten';
  return {
    name,
    type: ({ args }) => {
      const array = args[0];
      return args.length === 1 && array?.kind === 'array' ? typed(resultOf(array)) : mismatch();
    },
    lower: ({ args, result }, lowering) => {
      const array = args[0]!;
      const { layout } = arrayType(array.type);
      const isOrdered = layout === 'C';
      const source =
        isView && isOrdered
          ? lowering.hold(array)
          : astypeCopy(lowering, array, { ...arrayType(array.type), layout: 'C', readonly: false });
      return reshaped(lowering, source, [lowering.arraySize(source)], arrayType(result));
    },
  };
}
