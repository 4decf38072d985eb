import type { Address, Expression } from '../../ir/nodes';
import { type ScalarType, scalarSize } from '../../ir/scalarType';
import { setUnsigned } from '../binaryen';
import type { FunctionContext, Ref } from './context';
import { emitExpression } from './expression';

/** A Wasm address: a pointer and the constant that the instruction adds to it. */
export interface EmittedAddress {
  readonly pointer: Ref;
  readonly offset: number;
}

/**
 * Constants up to here are left to the instruction, whose addition does not wrap. The first data byte lies above it, so
 * that a base moved below zero by its index cannot be brought back by such a constant.
 */
export const largestFoldedOffset = 4095;

/** Emits `base + index * scale + offset`: the index is wrapped first, so that V8 can scale it in the address. */
export function emitAddress(address: Address, context: FunctionContext): EmittedAddress {
  const { m } = context;
  const { base, index, scale = 1 } = address;
  let offset = address.offset ?? 0;
  let pointer = emitExpression(base, context);
  if (index?.op === 'const') offset += Number(BigInt.asIntN(32, BigInt(index.value) * BigInt(scale)));
  else if (index) pointer = m.i32.add(pointer, scaled(emitIndex(index, context), scale, context));
  if (offset >= 0 && offset <= largestFoldedOffset) return { pointer, offset };
  return { pointer: m.i32.add(pointer, m.i32.const(offset | 0)), offset: 0 };
}

function emitIndex(index: Expression, context: FunctionContext): Ref {
  if (index.type === 'i32') return emitExpression(index, context);
  const widened = index.op === 'convert' ? index.value : undefined;
  if (widened && isNarrowInteger(widened.type)) return emitExpression(widened, context);
  return context.m.i32.wrap(emitExpression(index, context));
}

function isNarrowInteger(type: ScalarType): boolean {
  return type !== 'f32' && type !== 'f64' && scalarSize(type) <= 4;
}

function scaled(index: Ref, scale: number, { m }: FunctionContext): Ref {
  if (scale === 1) return index;
  const shift = Math.log2(scale);
  return Number.isInteger(shift)
    ? m.i32.shl(index, m.i32.const(shift))
    : m.i32.mul(index, m.i32.const(scale | 0));
}

export function emitLoad(
  type: ScalarType,
  { pointer, offset }: EmittedAddress,
  context: FunctionContext,
): Ref {
  const { m } = context;
  switch (type) {
    case 'bool':
    case 'u8':
      return m.i32.load8_u(offset, 1, pointer);
    case 'i8':
      return m.i32.load8_s(offset, 1, pointer);
    case 'u16':
      return m.i32.load16_u(offset, 2, pointer);
    case 'i16':
      return m.i32.load16_s(offset, 2, pointer);
    case 'i32':
    case 'u32':
    case 'ptr': {
      const load = m.i32.load(offset, 4, pointer);
      // Binaryen 132 turns a zero-extended i32.load into i64.load32_s if the load is marked signed, as it is at birth.
      setUnsigned(context.binaryen, load);
      return load;
    }
    case 'i64':
    case 'u64':
      return m.i64.load(offset, 8, pointer);
    case 'f32':
      return m.f32.load(offset, 4, pointer);
    case 'f64':
      return m.f64.load(offset, 8, pointer);
    case 'v128':
      return m.v128.load(offset, 1, pointer);
  }
}

export function emitStore(
  type: ScalarType,
  { pointer, offset }: EmittedAddress,
  value: Ref,
  context: FunctionContext,
): Ref {
  const { m } = context;
  switch (scalarSize(type)) {
    case 1:
      return m.i32.store8(offset, 1, pointer, value);
    case 2:
      return m.i32.store16(offset, 2, pointer, value);
    case 4:
      return type === 'f32' ? m.f32.store(offset, 4, pointer, value) : m.i32.store(offset, 4, pointer, value);
    default:
      return type === 'f64' ? m.f64.store(offset, 8, pointer, value) : m.i64.store(offset, 8, pointer, value);
  }
}
