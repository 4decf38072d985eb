import { i64 } from '@jitsight/shared/ir/expressions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import type { Lowering, Value } from '../../lower/lowering';
import { type ArrayType, arrayOf, type NumbaType } from '../../types/numbaType';
import { typesEqual } from '../../types/typesEqual';
import type { LibraryFunction, LoweringCall, PythonSource, TypingOutcome } from '../libraryFunction';
import { numberConstant } from '../numpy/reductions';
import { mismatch, params, typed } from '../outcome';
import { isFactor } from './matrixArguments';
import text from './products.py?raw';

export const productSource: PythonSource = { name: 'linear/products.py', text };

/**
 * `np.dot(a, b)`, `np.dot(a, b, out)`, `a @ b`, `a.dot(b)` and `np.vdot`: of vectors and matrices of one type of float or complex numbers.
 * Sums are taken in another order than BLAS takes them; under
 * `parallel=True` threads share `np.dot` of vectors. Raise ValueError where the sizes do not fit.
 */
export const productEntries: readonly LibraryFunction[] = [
  {
    name: 'numpy.dot',
    params: params('a b out?'),
    type: ({ args }) => typeProduct('np.dot()', args),
    lower: (call, lowering) => lowerProduct(call, lowering, lowering.parallel),
  },
  {
    name: 'array.dot',
    params: params('self b out?'),
    type: ({ args }) => typeProduct('np.dot()', args),
    lower: (call, lowering) => lowerProduct(call, lowering),
  },
  {
    name: 'operator.matmul',
    type: ({ args }) => typeProduct("'@'", args),
    lower: (call, lowering) => lowerProduct(call, lowering),
  },
  {
    name: 'numpy.vdot',
    params: params('a b'),
    type: ({ args: [a, b] }) => {
      const outcome = typeProduct('np.vdot()', [a, b]);
      if (outcome.kind !== 'typed') return outcome;
      return outcome.result.kind === 'array' ? mismatch('np.vdot() only supported on 1-D arrays') : outcome;
    },
    lower: ({ args, result }, lowering) => {
      const name = result.kind === 'complex' ? 'conjugate_dot' : 'dot';
      return lowering.callPython(productSource, name, [
        args[0]!,
        args[1]!,
        numberConstant(lowering, 0, result),
      ]);
    },
  },
];

function typeProduct(name: string, [a, b, out]: LoweringCall['argTypes']): TypingOutcome {
  if (a?.kind !== 'array' || b?.kind !== 'array') return mismatch();
  if (![a, b].every(({ ndim }) => ndim === 1 || ndim === 2))
    return mismatch(`${name} only supported on 1-D and 2-D arrays`);
  if (!typesEqual(a.dtype, b.dtype)) return mismatch(`${name} arguments must all have the same dtype`);
  if (!isFactor(a.dtype)) return mismatch(`${name} only supported on float and complex arrays`);
  const ndim = a.ndim + b.ndim - 2;
  if (out) return typeInto(name, { a, ndim, out });
  return typed(ndim === 0 ? a.dtype : arrayOf(a.dtype, ndim));
}

interface Into {
  readonly a: ArrayType;
  readonly ndim: number;
  readonly out: NumbaType;
}

function typeInto(name: string, { a, ndim, out }: Into): TypingOutcome {
  if (ndim === 0) return mismatch('explicit output unsupported for vector * vector', 2);
  if (out.kind !== 'array' || out.layout !== 'C') return mismatch('output must be a C-contiguous array', 2);
  if (out.ndim !== ndim) return mismatch('explicit output has incorrect dimensionality', 2);
  if (!typesEqual(a.dtype, out.dtype)) return mismatch(`${name} arguments must all have the same dtype`, 2);
  return typed(out);
}

function lowerProduct({ args, result }: LoweringCall, lowering: Lowering, isShared = false): Value {
  const [a, b] = args.slice(0, 2).map((arg) => lowering.hold(arg!)) as [Value, Value];
  const given = args[2];
  const zero = numberConstant(lowering, 0, result.kind === 'array' ? result.dtype : result);
  if (result.kind !== 'array')
    return lowering.callPython(productSource, isShared ? 'shared_dot' : 'dot', [a, b, zero]);
  const extents = [...lowering.arrayShape(a).slice(0, -1), ...lowering.arrayShape(b).slice(1)];
  const out = lowering.hold(given ?? lowering.newArray(result, extents));
  const types = [a.type as ArrayType, b.type as ArrayType] as const;
  lowering.callPython(productSource, loopFor(...types), [a, b, out, zero]);
  return out;
}

/** The loop that goes along memory for matrices that lie this way. */
function loopFor(a: ArrayType, b: ArrayType): string {
  const [aByRows, bByRows] = [a, b].map(({ layout }) => layout !== 'F');
  if (a.ndim === 1) return bByRows ? 'vector_matrix' : 'vector_columns';
  if (b.ndim === 1) return aByRows ? 'rows_vector' : 'matrix_vector';
  return 'matrix_matrix';
}

/** A scalar as a 1x1 matrix, a vector as one row. */
export function asMatrix(lowering: Lowering, value: Value, dtype: NumbaType): Value {
  const { type } = value;
  if (type.kind === 'array' && type.ndim === 2) return value;
  if (type.kind !== 'array') {
    const single = lowering.hold(lowering.newArray(arrayOf(dtype, 2), [i64(1), i64(1)]));
    lowering.storeElement(single, [i64(0), i64(0)], value);
    return single;
  }
  const held = lowering.hold(value);
  const one = (part: Expression | undefined): Expression[] => [i64(1), ...(part ? [part] : [])];
  return lowering.arrayView(
    { ...type, ndim: 2, layout: 'A' },
    {
      meminfo: lowering.arrayMeminfo(held),
      data: lowering.arrayData(held),
      shape: one(lowering.arrayShape(held)[0]),
      strides: one(lowering.arrayStrides(held)[0]),
    },
  );
}
