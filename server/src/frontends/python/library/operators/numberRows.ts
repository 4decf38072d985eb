import {
  boolean,
  complex64,
  complex128,
  float32,
  float64,
  int8,
  int16,
  int32,
  int64,
  type NumbaType,
  uint8,
  uint16,
  uint32,
  uint64,
} from '../../types/numbaType';
import type { Kernel } from '../arithmetic/kernel';
import { row, type ScalarRow } from './scalarOperator';

export const signedTypes = [int8, int16, int32, int64];
export const unsignedTypes = [uint8, uint16, uint32, uint64];
export const integerTypes = [...signedTypes, ...unsignedTypes];
export const realTypes = [float32, float64];
export const complexTypes = [complex64, complex128];

const machineIntegers = [int64, uint64];

/** Numba's `choose_result_int`: at least 64 bits, signed if any operand is. */
export function widestInteger(...types: readonly NumbaType[]): NumbaType {
  return types.some((type) => type.kind === 'int' && type.signed) ? int64 : uint64;
}

/** Pairs of 64-bit integers; narrower ones are widened to them. */
export function integerPairs(kernel: Kernel, result?: NumbaType): ScalarRow[] {
  return machineIntegers.flatMap((a) =>
    machineIntegers.map((b) => row([a, b], result ?? widestInteger(a, b), kernel)),
  );
}

/** `T T -> T` for each of the types. */
export function homogeneous(types: readonly NumbaType[], kernel: Kernel, arity = 2): ScalarRow[] {
  return types.map((type) => row(Array(arity).fill(type), type, kernel));
}

/** `T T -> bool` for each of the types. */
export function predicates(types: readonly NumbaType[], kernel: Kernel, arity = 2): ScalarRow[] {
  return types.map((type) => row(Array(arity).fill(type), boolean, kernel));
}
