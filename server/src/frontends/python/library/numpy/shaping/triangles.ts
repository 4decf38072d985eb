import { add, bool, convert, i64, mul } from '@jitsight/shared/ir/expressions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import type { Lowering, Value } from '../../../lower/lowering';
import {
  arrayOf,
  boolean,
  float64,
  int64,
  type NumbaType,
  none,
  tupleOf,
  uint64,
} from '../../../types/numbaType';
import { unliteral } from '../../../types/unliteral';
import { arrayType } from '../../array/parts';
import type {
  LibraryFunction,
  LoweringCall,
  PythonSource,
  TypingCall,
  TypingOutcome,
} from '../../libraryFunction';
import { mismatch, noValue, params, typed } from '../../outcome';
import { arrayTypeOf, asArray } from '../arrayLike';
import { isOmitted } from '../dtypeArgument';
import { promoteTypes } from '../promotion';
import { flatOf } from './repeating';
import text from './triangles.py?raw';

export const triangleSource: PythonSource = { name: 'numpy/shaping/triangles.py', text };

/** `triu`, `tril`, `tri`, their `_indices` and `_indices_from`, `diag`, `diagflat`, `vander`. */
export const triangleEntries: readonly LibraryFunction[] = [
  triangle('triu', true),
  triangle('tril', false),
  {
    name: 'numpy.tri',
    params: params('N M? k?'),
    type: ({ args }) =>
      takesSizes(args) ? typed(arrayOf(float64, 2), { args: widened(args) }) : notIntegers,
    lower: ({ args: [n, m, k] }, lowering) =>
      lowering.callPython(triangleSource, 'tri', [n!, given(m) ?? n!, given(k) ?? integer(0)]),
  },
  ...['triu', 'tril'].flatMap((name) => [indices(name), indicesFrom(name)]),
  {
    name: 'numpy.diag',
    params: params('v k?'),
    type: ({ args: [v, k] }) => {
      if (v?.kind !== 'array' || (v.ndim !== 1 && v.ndim !== 2))
        return mismatch('Input must be 1- or 2-d.', 0);
      if (!isInteger(k)) return mismatch('k must be an integer', 1);
      return typed(arrayOf(v.dtype, 3 - v.ndim), { args: widened([v, k]) });
    },
    lower: ({ args: [v, k], result }, lowering) => {
      const name = arrayType(result).ndim === 1 ? 'diagonal' : 'with_diagonal';
      return lowering.callPython(triangleSource, name, [v!, k ?? integer(0)]);
    },
  },
  {
    name: 'numpy.diagflat',
    params: params('v k?'),
    since: '0.57',
    type: ({ args: [v, k], context }) => {
      const array = arrayTypeOf(v && unliteral(v), context);
      if (!array) return mismatch('The argument "v" must be array-like', 0);
      if (!isInteger(k)) return mismatch('The argument "k" must be an integer', 1);
      return typed(arrayOf(array.dtype, 2), { args: widened([v, k]) });
    },
    lower: ({ args: [v, k] }, lowering) =>
      lowering.callPython(triangleSource, 'with_diagonal', [flatOf(lowering, v!), k ?? integer(0)]),
  },
  { name: 'numpy.vander', params: params('x N? increasing?'), type: typeVander, lower: lowerVander },
  {
    name: 'numpy.fill_diagonal',
    params: params('a val wrap?'),
    type: typeFillDiagonal,
    lower: lowerFillDiagonal,
  },
];

const notIntegers = mismatch('the sizes and k are integers');
const pairOfIndices = tupleOf([arrayOf(int64, 1), arrayOf(int64, 1)]);
const truth = (value: boolean): Value => ({ type: boolean, parts: [bool(value)] });
const integer = (value: number): Value => ({ type: int64, parts: [i64(value)] });
const given = (value: Value | undefined): Value | undefined =>
  value?.type.kind === 'none' ? undefined : value;
const isInteger = (type: NumbaType | undefined): boolean =>
  type === undefined || unliteral(type).kind === 'int';

/** A size, then others and an offset that may be left out. */
function takesSizes([first, ...others]: readonly (NumbaType | undefined)[]): boolean {
  return (
    first !== undefined && isInteger(first) && others.every((type) => isOmitted(type) || isInteger(type))
  );
}

function widened(types: readonly (NumbaType | undefined)[]): (NumbaType | undefined)[] {
  return types.map((type) => (type && unliteral(type).kind === 'int' ? int64 : type && unliteral(type)));
}

function triangle(name: string, upper: boolean): LibraryFunction {
  return {
    name: `numpy.${name}`,
    params: params('m k?'),
    type: ({ args: [m, k] }) => {
      if (m?.kind !== 'array' || m.ndim === 0) return mismatch('needs an array', 0);
      if (!isInteger(k)) return mismatch('k must be an integer', 1);
      const layout = m.ndim > 2 && m.layout === 'F' ? 'F' : 'C';
      return typed(arrayOf(m.dtype, Math.max(m.ndim, 2), layout), { args: widened([m, k]) });
    },
    lower: (call, lowering) => lowerTriangle(call, lowering, upper),
  };
}

function lowerTriangle({ args: [m, k], result }: LoweringCall, lowering: Lowering, upper: boolean): Value {
  const type = arrayType(result);
  const source = lowering.hold(m!);
  const matrix = arrayType(source.type).ndim === 1 ? repeatedRows(lowering, source) : source;
  const shape = lowering.arrayShape(matrix);
  const out = lowering.hold(lowering.newArray(type, shape));
  const offset = lowering.hold(k ?? integer(0));
  lowering.forEachIndex(shape.slice(0, -2), (at) => {
    const [from, to] = [matrix, out].map((array) => matrixAt(lowering, array, at)) as [Value, Value];
    lowering.callPython(triangleSource, 'copy_triangle', [from, to, offset, truth(upper)]);
  });
  return out;
}

/** A view of as many rows as the vector is long, each the vector itself. */
function repeatedRows(lowering: Lowering, vector: Value): Value {
  const [length] = lowering.arrayShape(vector);
  return lowering.arrayView(
    { ...arrayType(vector.type), ndim: 2, layout: 'A' },
    {
      meminfo: lowering.arrayMeminfo(vector),
      data: lowering.arrayData(vector),
      shape: [length!, length!],
      strides: [i64(0), lowering.arrayStrides(vector)[0]!],
    },
  );
}

/** The matrix of the last two dimensions at these indices of the others. */
function matrixAt(lowering: Lowering, array: Value, at: readonly Expression[]): Value {
  if (at.length === 0) return array;
  const strides = lowering.arrayStrides(array);
  const offset = at.map((index, axis) => mul(index, strides[axis]!)).reduce(add, i64(0));
  return lowering.arrayView(
    { ...arrayType(array.type), ndim: 2, layout: 'A' },
    {
      meminfo: lowering.arrayMeminfo(array),
      data: lowering.ir.hold(add(lowering.arrayData(array), convert(offset, 'ptr'))),
      shape: lowering.arrayShape(array).slice(-2),
      strides: strides.slice(-2),
    },
  );
}

function indices(name: string): LibraryFunction {
  return {
    name: `numpy.${name}_indices`,
    params: params('n k? m?'),
    type: ({ args: [n, k, m] }) =>
      takesSizes([n, m]) && isInteger(k) ? typed(pairOfIndices, { args: widened([n, k, m]) }) : notIntegers,
    lower: ({ args: [n, k, m] }, lowering) => {
      const rows = lowering.hold(n!);
      const parts = [rows, given(m) ?? rows, k ?? integer(0), truth(name === 'triu')];
      return lowering.callPython(triangleSource, 'triangle_indices', parts);
    },
  };
}

function indicesFrom(name: string): LibraryFunction {
  return {
    name: `numpy.${name}_indices_from`,
    params: params('arr k?'),
    type: ({ args: [arr, k] }) => {
      if (arr?.kind !== 'array' || arr.ndim !== 2) return mismatch('input array must be 2-d', 0);
      return isInteger(k) ? typed(pairOfIndices, { args: widened([arr, k]) }) : notIntegers;
    },
    lower: ({ args: [arr, k] }, lowering) => {
      const [rows, columns] = lowering
        .arrayShape(lowering.hold(arr!))
        .map((extent) => ({ type: int64, parts: [extent] }));
      const parts = [rows!, columns!, k ?? integer(0), truth(name === 'triu')];
      return lowering.callPython(triangleSource, 'triangle_indices', parts);
    },
  };
}

function typeVander({ args: [x, n, increasing], context }: TypingCall): TypingOutcome {
  const sequence = unliteral(x!);
  const array = ['array', 'list', 'tuple'].includes(sequence.kind)
    ? arrayTypeOf(sequence, context)
    : undefined;
  if (!array) return mismatch('needs an array or a sequence', 0);
  if (!isOmitted(n) && !isInteger(n)) return mismatch('Second argument N must be None or an integer', 1);
  // Sequences keep their type, arrays have integers of the machine at least.
  const dtype = sequence.kind === 'array' ? promoteTypes(array.dtype, int64) : array.dtype;
  if (!dtype) return mismatch();
  return typed(arrayOf(dtype, 2), { args: widened([sequence, n, increasing]) });
}

function lowerVander({ args: [x, n, increasing], result }: LoweringCall, lowering: Lowering): Value {
  const array = lowering.hold(asArray(lowering, x!));
  const { ndim } = arrayType(array.type);
  if (ndim !== 1) {
    lowering.raise({ name: 'ValueError', message: 'x must be a one-dimensional array or sequence.' });
    return lowering.newArray(arrayType(result), [i64(0), i64(0)]);
  }
  const columns = given(n) ?? { type: int64, parts: [lowering.arrayShape(array)[0]!] };
  const grows: Value = increasing ? { type: boolean, parts: [lowering.truth(increasing)] } : truth(false);
  const dtype: Value = { type: { kind: 'dtype', of: arrayType(result).dtype }, parts: [] };
  return lowering.callPython(triangleSource, 'vander', [array, columns, grows, dtype]);
}

function typeFillDiagonal({ args: [a, value, wrap], context }: TypingCall): TypingOutcome {
  if (a?.kind !== 'array' || a.ndim < 2) return mismatch('The first argument must be at least 2-D', 0);
  if (a.readonly) return mismatch('the array is read-only', 0);
  const of = unliteral(value!);
  const array = arrayTypeOf(of, context);
  if (!array || array.dtype.kind === 'complex') return mismatch('needs numbers', 1);
  return typed(none, { args: widened([a, of, wrap]) });
}

function lowerFillDiagonal({ args: [a, value, wrap] }: LoweringCall, lowering: Lowering): Value {
  const array = lowering.hold(a!);
  const { dtype, ndim } = arrayType(array.type);
  const values = flatOf(lowering, value!);
  const bounds = limits(lowering, dtype);
  const check = dtype.kind === 'int' ? 'check_bounds' : 'check_finite_bounds';
  if (bounds) lowering.callPython(triangleSource, check, [values, ...bounds]);
  const wraps: Value = wrap ? { type: boolean, parts: [lowering.truth(wrap)] } : truth(false);
  const name = ndim === 2 ? 'fill_diagonal' : 'fill_deep_diagonal';
  lowering.callPython(triangleSource, name, [array, values, wraps]);
  return noValue;
}

/** The least and the greatest number of a type that has such. */
function limits(lowering: Lowering, dtype: NumbaType): Value[] | undefined {
  if (dtype.kind === 'int') {
    const width = BigInt(dtype.signed ? dtype.bits - 1 : dtype.bits);
    const least = dtype.signed ? -(2n ** width) : 0n;
    const type = dtype.signed ? int64 : uint64;
    return [least, 2n ** width - 1n].map((value) => lowering.constant({ kind: 'int', value }, type));
  }
  if (dtype.kind !== 'float') return undefined;
  const greatest = dtype.bits === 64 ? Number.MAX_VALUE : (2 - 2 ** -23) * 2 ** 127;
  return [-greatest, greatest].map((value) => lowering.constant({ kind: 'float', value }, float64));
}
