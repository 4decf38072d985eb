import type { Expression } from '../../ir/nodes';
import { isFloatScalar, isUnsignedScalar, type ScalarType, scalarSize } from '../../ir/scalarType';
import { normalise } from './arithmetic';
import type { FunctionContext, Ref } from './context';
import { emitExpression } from './expression';
import { Reuse } from './reuse';
import { wasmType } from './wasmType';

/** Emits a numeric conversion: see `ConvertExpression`. */
export function emitConvert(value: Expression, to: ScalarType, context: FunctionContext): Ref {
  const from = value.type;
  if (from === to) return emitExpression(value, context);
  if (to === 'bool') return emitTruth(value, context);
  if (isFloatScalar(from)) {
    if (!isFloatScalar(to)) return emitFloatToInteger(value, from, to, context);
    const x = emitExpression(value, context);
    return to === 'f64' ? context.m.f64.promote(x) : context.m.f32.demote(x);
  }
  const x = emitExpression(value, context);
  return isFloatScalar(to) ? integerToFloat(x, from, to, context) : integerToInteger(x, from, to, context);
}

/** Emits the same bits as another type. */
export function emitReinterpret(value: Expression, to: ScalarType, context: FunctionContext): Ref {
  const x = emitExpression(value, context);
  const target = wasmType(to);
  if (target === 'v128') return x;
  return wasmType(value.type) === target ? x : context.m[target].reinterpret(x);
}

function emitTruth(value: Expression, context: FunctionContext): Ref {
  const { m } = context;
  const x = emitExpression(value, context);
  switch (wasmType(value.type)) {
    case 'i32':
      return m.i32.ne(x, m.i32.const(0));
    case 'i64':
      return m.i64.ne(x, m.i64.const(0n));
    case 'f32':
      return m.f32.ne(x, m.f32.const(0));
    case 'f64':
      return m.f64.ne(x, m.f64.const(0));
    case 'v128':
      return m.v128.any_true(x);
  }
}

function integerToInteger(x: Ref, from: ScalarType, to: ScalarType, context: FunctionContext): Ref {
  const { m } = context;
  const wide = wasmType(from) === 'i64';
  if (wasmType(to) === 'i64') {
    if (wide) return x;
    return isUnsignedScalar(from) ? m.i64.extend_u(x) : m.i64.extend_s(x);
  }
  const narrow = wide ? m.i32.wrap(x) : x;
  return fits(from, to) ? narrow : normalise(narrow, to, context);
}

/** Whether every value of `from` is one of `to`, so that the i32 that holds it need not change. */
function fits(from: ScalarType, to: ScalarType): boolean {
  if (from === 'bool') return true;
  const grows = scalarSize(from) < scalarSize(to);
  return isUnsignedScalar(from) ? grows : grows && !isUnsignedScalar(to);
}

function integerToFloat(x: Ref, from: ScalarType, to: 'f32' | 'f64', { m }: FunctionContext): Ref {
  const convert = isUnsignedScalar(from) ? m[to].convert_u : m[to].convert_s;
  return wasmType(from) === 'i64' ? convert.i64(x) : convert.i32(x);
}

/**
 * What `cvttsd2si` and, for unsigned 64 bits, the usual sequence around it give on x86-64, where NumPy and Numba take
 * their results from: out of range and NaN are the target register's minimum.
 */
function emitFloatToInteger(
  value: Expression,
  from: 'f32' | 'f64',
  to: ScalarType,
  context: FunctionContext,
): Ref {
  const reuse = new Reuse(context);
  const x = reuse.hold(value);
  const { m } = context;
  if (to === 'u64') return reuse.finish(unsigned64(x, from, context), 'i64');
  if (to === 'i64') return reuse.finish(signed64(x, from, context, isWhole(value)), 'i64');
  if (to === 'u32' || to === 'ptr') return reuse.finish(m.i32.wrap(signed64(x, from, context)), 'i32');
  return normalise(reuse.finish(signed32(x, from, context, isWhole(value)), 'i32'), to, context);
}

/** As of 64 bits below. What is out of range is the minimum, which -2**31 is in range or not. */
function signed32(x: () => Ref, from: 'f32' | 'f64', context: FunctionContext, whole: boolean): Ref {
  const { m } = context;
  const short = m.i32.wrap(wholeBits(x, from, context, whole));
  return m.if(m[from].lt(m[from].abs(x()), m[from].const(2 ** 31)), short, m.i32.const(-(2 ** 31)));
}

/**
 * V8 takes many instructions for a conversion that saturates. Below 2**51 the integer is read off the sum with
 * 1.5 * 2**52, whose last place is one; the rest goes the long way.
 */
function signed64(x: () => Ref, from: 'f32' | 'f64', context: FunctionContext, whole = false): Ref {
  const { m } = context;
  const short = m.i64.sub(wholeBits(x, from, context, whole), m.i64.const(anchorBits));
  return m.if(m[from].lt(m[from].abs(x()), m[from].const(2 ** 51)), short, saturated64(x, from, context));
}

/** An integer of fewer than 52 bits, `anchorBits` added. */
function wholeBits(x: () => Ref, from: 'f32' | 'f64', { m }: FunctionContext, whole: boolean): Ref {
  const truncated = whole ? x() : m[from].trunc(x());
  const widened = from === 'f32' ? m.f64.promote(truncated) : truncated;
  return m.i64.reinterpret(m.f64.add(widened, m.f64.const(anchor)));
}

/** Has no fraction to cut off. */
function isWhole({ op }: Expression): boolean {
  return op === 'floor' || op === 'ceil' || op === 'trunc' || op === 'nearest';
}

const anchor = 1.5 * 2 ** 52;
const anchorBits = new BigInt64Array(new Float64Array([anchor]).buffer)[0]!;

/** Saturation already gives the minimum for what is too small; `<` is false for what is too large and for NaN. */
function saturated64(x: () => Ref, from: 'f32' | 'f64', { m }: FunctionContext): Ref {
  const inRange = m[from].lt(x(), m[from].const(2 ** 63));
  return m.select(inRange, m.i64.trunc_s_sat[from](x()), m.i64.const(-(1n << 63n)));
}

function unsigned64(x: () => Ref, from: 'f32' | 'f64', context: FunctionContext): Ref {
  const { m } = context;
  const limit = () => m[from].const(2 ** 63);
  const above = () => m[from].sub(x(), limit());
  const high = m.i64.xor(signed64(above, from, context), m.i64.const(-(1n << 63n)));
  return m.if(m[from].ge(x(), limit()), high, signed64(x, from, context));
}
