import {
  complex64,
  complex128,
  float32,
  float64,
  type ArrayType,
  type NumbaType,
} from '../../types/numbaType';
import { mismatch } from '../outcome';
import type { TypingOutcome } from '../libraryFunction';

/** The numbers that BLAS and LAPACK know. */
export function isFactor(type: NumbaType): boolean {
  if (type.kind === 'float') return type.bits !== 16;
  return type.kind === 'complex';
}

/** Of what a matrix's norms and singular values are: the parts of complex numbers. */
export function realOf(type: NumbaType): NumbaType {
  if (type.kind !== 'complex') return type;
  return type.bits === complex64.bits ? float32 : float64;
}

export function complexOf(type: NumbaType): NumbaType {
  return realOf(type).kind === 'float' && (realOf(type) as { bits: number }).bits === 32
    ? complex64
    : complex128;
}

/** Why `np.linalg.NAME` does not take the argument, in Numba's words; undefined for a matrix that it takes. */
export function refusedMatrix(
  type: NumbaType | undefined,
  name: string,
  allowVector = false,
): TypingOutcome | undefined {
  if (type?.kind !== 'array') return mismatch(`${name}() only supported for array types`, 0);
  const fits = type.ndim === 2 || (allowVector && type.ndim === 1);
  if (!fits) return mismatch(`${name}() only supported on ${allowVector ? '1 and ' : ''}2-D arrays`, 0);
  return isFactor(type.dtype)
    ? undefined
    : mismatch(`${name}() only supported on float and complex arrays`, 0);
}

/** The argument, checked by `refusedMatrix`. */
export function matrixType(type: NumbaType | undefined): ArrayType {
  if (type?.kind !== 'array') throw new Error('not a matrix');
  return type;
}
