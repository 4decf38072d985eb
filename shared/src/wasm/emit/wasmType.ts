import type { ScalarType } from '../../ir/scalarType';
import type { Binaryen } from '../binaryen';

/** The Wasm types that values live in. */
export type WasmType = 'i32' | 'i64' | 'f32' | 'f64' | 'v128';

export function wasmType(type: ScalarType): WasmType {
  switch (type) {
    case 'i64':
    case 'u64':
      return 'i64';
    case 'f32':
    case 'f64':
    case 'v128':
      return type;
    default:
      return 'i32';
  }
}

/** Binaryen's type for a list of scalars: none, one, or a tuple. */
export function binaryenType(binaryen: Binaryen, scalars: readonly ScalarType[]): number {
  const types = scalars.map((scalar) => binaryen[wasmType(scalar)]);
  return types.length === 1 ? types[0]! : types.length === 0 ? binaryen.none : binaryen.createType(types);
}
