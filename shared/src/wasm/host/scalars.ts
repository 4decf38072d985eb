import type { ScalarType } from '../../ir/scalarType';
import type { HostValue } from '../hostValue';

/** A scalar as it crosses the boundary of a Wasm function. */
export type WasmScalar = number | bigint;

/** The host's value of a scalar that came out of Wasm or memory. */
export function toHost(scalar: WasmScalar, type: ScalarType): number | bigint | boolean {
  switch (type) {
    case 'bool':
      return Number(scalar) !== 0;
    case 'i64':
      return BigInt(scalar);
    case 'u64':
      return BigInt.asUintN(64, BigInt(scalar));
    case 'u32':
    case 'ptr':
      return Number(scalar) >>> 0;
    default:
      return Number(scalar);
  }
}

/** The Wasm value of a host scalar, wrapped to the width of its type. */
export function toWasm(value: HostValue, type: ScalarType): WasmScalar {
  if (typeof value !== 'number' && typeof value !== 'bigint' && typeof value !== 'boolean') {
    throw new TypeError(`expected a value for ${type}, got ${describe(value)}`);
  }
  switch (type) {
    case 'i64':
    case 'u64':
      return BigInt.asIntN(64, integer(value, type));
    case 'f32':
    case 'f64':
      return Number(value);
    case 'bool':
      return value ? 1 : 0;
    default:
      return wrap(integer(value, type), type);
  }
}

function integer(value: number | bigint | boolean, type: ScalarType): bigint {
  if (typeof value === 'number' && !Number.isInteger(value)) {
    throw new TypeError(`expected an integer for ${type}, got ${value}`);
  }
  return BigInt(value);
}

function wrap(value: bigint, type: ScalarType): number {
  switch (type) {
    case 'i8':
    case 'i16':
      return Number(BigInt.asIntN(type === 'i8' ? 8 : 16, value));
    case 'u8':
    case 'u16':
      return Number(BigInt.asUintN(type === 'u8' ? 8 : 16, value));
    default:
      return Number(BigInt.asIntN(32, value));
  }
}

export function describe(value: HostValue): string {
  if (value === null) return 'None';
  return typeof value === 'object' ? value.kind : typeof value;
}

export function readScalar(view: DataView, address: number, type: ScalarType): WasmScalar {
  switch (type) {
    case 'bool':
    case 'u8':
      return view.getUint8(address);
    case 'i8':
      return view.getInt8(address);
    case 'i16':
      return view.getInt16(address, true);
    case 'u16':
      return view.getUint16(address, true);
    case 'i32':
      return view.getInt32(address, true);
    case 'u32':
    case 'ptr':
      return view.getUint32(address, true);
    case 'i64':
    case 'u64':
      return view.getBigInt64(address, true);
    case 'f32':
      return view.getFloat32(address, true);
    case 'f64':
      return view.getFloat64(address, true);
    case 'v128':
      throw new Error('Jitsight bug: a vector does not leave the module');
  }
}

export function writeScalar(view: DataView, address: number, type: ScalarType, scalar: WasmScalar): void {
  switch (type) {
    case 'bool':
    case 'u8':
    case 'i8':
      view.setInt8(address, Number(scalar));
      break;
    case 'i16':
    case 'u16':
      view.setInt16(address, Number(scalar), true);
      break;
    case 'i32':
    case 'u32':
    case 'ptr':
      view.setInt32(address, Number(scalar), true);
      break;
    case 'i64':
    case 'u64':
      view.setBigInt64(address, BigInt(scalar), true);
      break;
    case 'f32':
      view.setFloat32(address, Number(scalar), true);
      break;
    case 'f64':
      view.setFloat64(address, Number(scalar), true);
      break;
  }
}
