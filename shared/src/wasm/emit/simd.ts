import type { Expression, SimdExpression } from '../../ir/nodes';
import type { VectorLoad } from '../../ir/simd';
import type { EmittedAddress } from './address';
import type { FunctionContext, Ref } from './context';
import { emitAll } from './expression';

type Instructions = Readonly<Record<string, (...operands: unknown[]) => Ref>>;

/** Emits a SIMD instruction; a constant that is repeated becomes a constant vector. */
export function emitSimd(expression: SimdExpression, context: FunctionContext): Ref {
  const { instruction, args, lanes = [] } = expression;
  const dot = instruction.indexOf('.');
  const shape = instruction.slice(0, dot);
  const name = instruction.slice(dot + 1);
  if (name === 'splat' && args[0]!.op === 'const') return splatConstant(shape, args[0]!, context);
  const { m } = context;
  const make = (m as unknown as Readonly<Record<string, Instructions>>)[shape]![name]!;
  const [first, ...rest] = emitAll(args, context);
  if (name === 'shuffle') return make(first, ...rest, lanes);
  return lanes.length > 0 ? make(first, lanes[0], ...rest) : make(first, ...rest);
}

function splatConstant(shape: string, constant: Expression, { m }: FunctionContext): Ref {
  const value = constant.op === 'const' ? constant.value : 0;
  const view = new DataView(new ArrayBuffer(16));
  const width = 16 / Number(shape.split('x')[1]);
  for (let at = 0; at < 16; at += width) {
    if (shape === 'f64x2') view.setFloat64(at, Number(value), true);
    else if (shape === 'f32x4') view.setFloat32(at, Number(value), true);
    else if (width === 8) view.setBigInt64(at, BigInt(value), true);
    else if (width === 4) view.setInt32(at, Number(value), true);
    else if (width === 2) view.setInt16(at, Number(value), true);
    else view.setInt8(at, Number(value));
  }
  return m.v128.const(new Uint8Array(view.buffer));
}

/** Arrays are only aligned to their elements, so vectors promise no alignment; x86 and ARM do not mind. */
export function emitVectorLoad(
  form: VectorLoad | undefined,
  { pointer, offset }: EmittedAddress,
  { m }: FunctionContext,
): Ref {
  return m.v128[form ?? 'load'](offset, 1, pointer);
}

/** Stores a vector, or its low bytes. */
export function emitVectorStore(
  lowBytes: 4 | 8 | undefined,
  { pointer, offset }: EmittedAddress,
  value: Ref,
  { m }: FunctionContext,
): Ref {
  if (lowBytes === 8) return m.v128.store64_lane(offset, 1, 0, pointer, value);
  if (lowBytes === 4) return m.v128.store32_lane(offset, 1, 0, pointer, value);
  return m.v128.store(offset, 1, pointer, value);
}
