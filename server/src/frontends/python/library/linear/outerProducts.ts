import { i64, mul } from '@jitsight/shared/ir/expressions';
import type { Lowering, Value } from '../../lower/lowering';
import { type ArrayType, arrayOf, complex128, float64, int64, type NumbaType } from '../../types/numbaType';
import { isNumber, unliteral } from '../../types/unliteral';
import { arrayType } from '../array/parts';
import { reshaped } from '../array/reshape';
import type { LibraryFunction, LoweringCall, TypingCall, TypingOutcome } from '../libraryFunction';
import { arrayTypeOf, asArray } from '../numpy/arrayLike';
import { isOmitted } from '../numpy/dtypeArgument';
import { promoteTypes } from '../numpy/promotion';
import { numberConstant } from '../numpy/reductions';
import { operate, resultOf } from '../operate';
import { mismatch, params, typed } from '../outcome';
import { refusedMatrix } from './matrixArguments';
import { asMatrix, productSource } from './products';

/** `np.trace`, `np.outer`, `np.kron`, `np.cross`. */
export const outerProductEntries: readonly LibraryFunction[] = [
  {
    name: 'numpy.trace',
    params: params('a offset?'),
    type: ({ args: [a, offset] }) => {
      const refused = refusedMatrix(a, 'np.trace');
      if (refused || a?.kind !== 'array') return refused ?? mismatch();
      if (offset && unliteral(offset).kind !== 'int') return mismatch('integer argument expected', 1);
      // The sum starts as an integer.
      return typed(a.dtype.kind === 'complex' ? complex128 : float64, { args: [a, offset && int64] });
    },
    lower: ({ args: [a, offset], result }, lowering) => {
      const at = offset ?? { type: int64, parts: [i64(0)] };
      return lowering.callPython(productSource, 'trace', [a!, at, numberConstant(lowering, 0, result)]);
    },
  },
  { name: 'numpy.outer', params: params('a b out?'), type: typeOuter, lower: lowerOuter },
  { name: 'numpy.kron', params: params('a b'), type: typeKron, lower: lowerKron },
  { name: 'numpy.cross', params: params('a b'), type: typeCross, lower: lowerCross },
];

function typeOuter({ args, context }: TypingCall): TypingOutcome {
  const given = args.slice(0, 2).map((type) => unliteral(type!));
  if (given.some((type) => type.kind === 'array' && type.ndim > 2))
    return mismatch('np.outer() only supported on 1 and 2-D arrays');
  const [a, b] = given.map((type) => arrayTypeOf(type, context));
  if (!a || !b) return mismatch('np.outer() takes numbers, sequences and arrays');
  const [column, row] = [a, b].map(({ dtype }) => arrayOf(dtype, 2));
  const out = args[2];
  const operands: NumbaType[] = isOmitted(out) ? [column!, row!] : [column!, row!, out];
  const result = resultOf('numpy.multiply', operands, context);
  return result ? typed(isOmitted(out) ? result : out) : mismatch('no product of these types');
}

function lowerOuter({ args }: LoweringCall, lowering: Lowering): Value {
  const flat = (value: Value): Value =>
    lowering.hold(operate(lowering, 'numpy.ravel', [asArray(lowering, value)]));
  const [a, b] = args.slice(0, 2).map((arg) => flat(arg!)) as [Value, Value];
  const matrix = (array: Value): ArrayType => ({ ...arrayType(array.type), ndim: 2, layout: 'C' });
  const column = reshaped(lowering, a, [lowering.arraySize(a), i64(1)], matrix(a));
  const row = reshaped(lowering, b, [i64(1), lowering.arraySize(b)], matrix(b));
  const out = args[2];
  return operate(
    lowering,
    'numpy.multiply',
    out && out.type.kind !== 'none' ? [column, row, out] : [column, row],
  );
}

function typeKron({ args }: TypingCall): TypingOutcome {
  const [a, b] = args.map((type) => unliteral(type!)) as [NumbaType, NumbaType];
  for (const type of [a, b]) {
    if (type.kind !== 'array') {
      if (!isNumber(type)) return mismatch('np.kron() takes numbers and arrays');
    } else if (type.ndim > 2) return mismatch('np.kron() only supported on 1 and 2-D arrays');
    else if (type.layout === 'A')
      return mismatch("np.linalg.kron only supports 'C' or 'F' layout input arrays");
  }
  const [dtype, other] = [a, b].map((type) => (type.kind === 'array' ? type.dtype : type));
  if (!dtype || !other || promoteTypes(dtype, other) === undefined) return mismatch();
  const dims = [a, b].map((type) => (type.kind === 'array' ? type.ndim : 0));
  return typed(arrayOf(dtype, Math.max(1, ...dims)), { args: [a, b] });
}

function lowerKron({ args, result }: LoweringCall, lowering: Lowering): Value {
  const type = arrayType(result);
  const [a, b] = args.map((arg) => lowering.hold(asMatrix(lowering, arg!, arg!.type))) as [Value, Value];
  const [m, n] = lowering.arrayShape(a).map((extent, axis) => mul(extent, lowering.arrayShape(b)[axis]!));
  const out = lowering.hold(lowering.newArray(arrayOf(type.dtype, 2), [m!, n!]));
  lowering.callPython(productSource, 'kron', [a, b, out]);
  return type.ndim === 1 ? reshaped(lowering, out, [lowering.arraySize(out)], type) : out;
}

function typeCross({ args, context }: TypingCall): TypingOutcome {
  const [a, b] = args.map((type) => arrayTypeOf(type && unliteral(type), context));
  if (!a || !b) return mismatch('Inputs must be array-like');
  const dtype = promoteTypes(a.dtype, b.dtype);
  if (!dtype || a.ndim === 0 || b.ndim === 0) return mismatch();
  return typed(arrayOf(dtype, Math.max(a.ndim, b.ndim)));
}

function lowerCross({ args, result }: LoweringCall, lowering: Lowering): Value {
  const [a, b] = args.map((arg) => lowering.hold(asArray(lowering, arg!))) as [Value, Value];
  const name = arrayType(result).ndim === 1 ? 'cross' : 'cross_rows';
  const { dtype } = arrayType(result);
  const element: Value = { type: { kind: 'dtype', of: dtype }, parts: [] };
  return lowering.cast(lowering.callPython(productSource, name, [a, b, element]), result);
}
