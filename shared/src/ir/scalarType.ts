/**
 * Scalar types of the IR. Signedness is part of the type, so that `div u64` and `div i64` are one operation;
 * types narrower than 32 bits live in a Wasm i32 and are kept normalised (sign- or zero-extended).
 * `ptr` is a byte address in the module's 32-bit linear memory. `v128` is a vector of lanes: front ends never make one,
 * the vectoriser does, and which lanes it has is said by the instructions that it goes through (`simd.ts`).
 */
export type ScalarType =
  | 'bool'
  | 'i8'
  | 'i16'
  | 'i32'
  | 'i64'
  | 'u8'
  | 'u16'
  | 'u32'
  | 'u64'
  | 'f32'
  | 'f64'
  | 'ptr'
  | 'v128';

export type IntegerType = 'i8' | 'i16' | 'i32' | 'i64' | 'u8' | 'u16' | 'u32' | 'u64';

const sizes: Record<ScalarType, number> = {
  bool: 1,
  i8: 1,
  u8: 1,
  i16: 2,
  u16: 2,
  i32: 4,
  u32: 4,
  f32: 4,
  ptr: 4,
  i64: 8,
  u64: 8,
  f64: 8,
  v128: 16,
};

/** Bytes a scalar takes in memory; alignment is the same. */
export function scalarSize(type: ScalarType): number {
  return sizes[type];
}

export function isFloatScalar(type: ScalarType): type is 'f32' | 'f64' {
  return type === 'f32' || type === 'f64';
}

export function isIntegerScalar(type: ScalarType): type is IntegerType {
  return !isFloatScalar(type) && type !== 'bool' && type !== 'ptr' && type !== 'v128';
}

export function isUnsignedScalar(type: ScalarType): boolean {
  return type[0] === 'u' || type === 'bool' || type === 'ptr';
}
