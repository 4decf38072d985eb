import { add, eq, ge, i64, lt, or, select } from '@jitsight/shared/ir/expressions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import type { Lowering, Value } from '../../lower/lowering';
import { type ArrayType, arrayOf, int64, tupleOf } from '../../types/numbaType';
import { unliteral } from '../../types/unliteral';
import type { LibraryFunction, LoweringCall } from '../libraryFunction';
import { arrayTypeOf, asArray } from '../numpy/arrayLike';
import { isElement } from '../numpy/creation/filled';
import { fromSequence } from '../numpy/creation/fromSequence';
import { extentsOf, shapeNdim } from '../numpy/shapeArgument';
import { mismatch, params, typed } from '../outcome';
import { arrayType } from './parts';

/** `expand_dims`, `atleast_*`, `broadcast_to`, `np.shape`, `np.size`. */
export const dimensionEntries: readonly LibraryFunction[] = [
  {
    name: 'numpy.expand_dims',
    params: params('a axis'),
    type: ({ args: [array, axis] }) => {
      if (array?.kind !== 'array' || !axis || unliteral(axis).kind !== 'int') return mismatch();
      const layout = array.ndim <= 1 ? array.layout : 'A';
      return typed({ ...array, ndim: array.ndim + 1, layout }, { args: [array, int64] });
    },
    lower: lowerExpandDims,
  },
  ...[1, 2, 3].map(atLeast),
  {
    name: 'numpy.broadcast_to',
    params: params('array shape'),
    type: ({ args: [given, shape] }) => {
      const array = unliteral(given!);
      const ndim = shapeNdim(shape);
      const dtype = array.kind === 'array' ? array.dtype : isElement(array) ? array : undefined;
      if (!dtype || ndim === undefined) return mismatch();
      return typed({ ...arrayOf(dtype, ndim, 'A'), readonly: true });
    },
    lower: lowerBroadcastTo,
  },
  {
    name: 'numpy.shape',
    params: params('a'),
    type: ({ args: [given], context }) => {
      const type = unliteral(given!);
      const ndim = arrayTypeOf(type, context)?.ndim;
      return ndim === undefined ? mismatch() : typed(tupleOf(Array(ndim).fill(int64)), { args: [type] });
    },
    lower: ({ args: [value], result }, lowering) => {
      if (isElement(value!.type)) return { type: result, parts: [] };
      return { type: result, parts: lowering.arrayShape(asArray(lowering, value!)) };
    },
  },
  {
    name: 'numpy.size',
    params: params('a'),
    since: '0.57',
    type: ({ args: [given], context }) =>
      arrayTypeOf(unliteral(given!), context) ? typed(int64, { args: [unliteral(given!)] }) : mismatch(),
    lower: ({ args: [value] }, lowering) => ({
      type: int64,
      parts: [isElement(value!.type) ? i64(1) : lowering.arraySize(asArray(lowering, value!))],
    }),
  },
];

function lowerExpandDims({ args, result }: LoweringCall, lowering: Lowering): Value {
  const { ir } = lowering;
  const type = arrayType(result);
  const array = lowering.hold(args[0]!);
  const given = ir.hold(args[1]!.parts[0]!);
  const axis = ir.hold(select(lt(given, i64(0)), add(given, i64(type.ndim)), given));
  const error = { name: 'IndexError', message: 'list index out of range' };
  ir.if(or(lt(axis, i64(0)), ge(axis, i64(type.ndim))), () => lowering.raise(error));
  const insert = (parts: readonly Expression[], added: Expression): Expression[] =>
    Array.from({ length: type.ndim }, (_, place) => {
      const before = parts[place - 1] ?? added;
      const same = parts[place] ?? added;
      return ir.hold(select(lt(i64(place), axis), same, select(eq(i64(place), axis), added, before)));
    });
  return lowering.arrayView(type, {
    meminfo: lowering.arrayMeminfo(array),
    data: lowering.arrayData(array),
    shape: insert(lowering.arrayShape(array), i64(1)),
    strides: insert(lowering.arrayStrides(array), i64(0)),
  });
}

function atLeast(ndim: number): LibraryFunction {
  return {
    name: `numpy.atleast_${ndim}d`,
    type: ({ args }) => {
      const arrays = args.filter((type) => type?.kind === 'array') as ArrayType[];
      if (args.length === 0 || arrays.length !== args.length) return mismatch();
      const results = arrays.map((array) => ({ ...array, ndim: Math.max(array.ndim, ndim) }));
      return typed(results.length === 1 ? results[0]! : tupleOf(results));
    },
    lower: ({ args, result }, lowering) => {
      const results = result.kind === 'tuple' ? result.elements : [result];
      const parts = args.flatMap(
        (array, i) => padded(lowering, lowering.hold(array!), arrayType(results[i]!)).parts,
      );
      return { type: result, parts };
    },
  };
}

/** NumPy puts new dimensions in front, but for the third of a matrix and the outer two of a vector. */
function padded(lowering: Lowering, array: Value, type: ArrayType): Value {
  const shape = [...lowering.arrayShape(array)];
  const strides = [...lowering.arrayStrides(array)];
  const own = shape.length;
  while (shape.length < type.ndim) {
    const atEnd = type.ndim === 3 && (own === 2 || (own === 1 && shape.length === 2));
    const place = atEnd ? shape.length : 0;
    shape.splice(place, 0, i64(1));
    strides.splice(place, 0, i64(0));
  }
  const parts = { meminfo: lowering.arrayMeminfo(array), data: lowering.arrayData(array), shape, strides };
  return lowering.arrayView(type, parts);
}

function lowerBroadcastTo({ args, result }: LoweringCall, lowering: Lowering): Value {
  const { ir } = lowering;
  const type = arrayType(result);
  const given = args[0]!;
  const array =
    given.type.kind === 'array'
      ? lowering.hold(given)
      : fromSequence(lowering, given, arrayOf(type.dtype, 0));
  const shape = extentsOf(lowering, args[1]!);
  const own = lowering.arrayShape(array);
  const missing = shape.length - own.length;
  const error = (message: string) => ({ name: 'ValueError', message });
  if (missing < 0) {
    lowering.raise(error('input operand has more dimensions than allowed by the axis remapping'));
  }
  const strides = shape.map((extent, axis) => {
    ir.if(lt(extent, i64(0)), () =>
      lowering.raise(error('all elements of broadcast shape must be non-negative')),
    );
    const from = own[axis - missing];
    if (!from) return i64(0);
    const isOne = eq(from, i64(1));
    const fits = or(isOne, eq(from, extent));
    ir.if({ op: 'not', type: 'bool', value: fits }, () =>
      lowering.raise(error('operands could not be broadcast together with remapped shapes')),
    );
    return ir.hold(select(isOne, i64(0), lowering.arrayStrides(array)[axis - missing]!), 'stride');
  });
  return lowering.arrayView(type, {
    meminfo: lowering.arrayMeminfo(array),
    data: lowering.arrayData(array),
    shape,
    strides,
  });
}
