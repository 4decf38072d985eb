import type { BinaryExpression, Expression } from '../../ir/nodes';
import { isFloatScalar, isUnsignedScalar, type ScalarType } from '../../ir/scalarType';
import { normalise } from './arithmetic';
import type { FunctionContext, Ref } from './context';
import { emitExpression } from './expression';
import { Reuse } from './reuse';
import { wasmType } from './wasmType';

/** Emits `div` and `rem`, which truncate, and Python's `floordiv` and `floormod`. */
export function emitDivision(expression: BinaryExpression, context: FunctionContext): Ref {
  const { op, type, left, right } = expression;
  if (isFloatScalar(type)) return emitFloatDivision(expression, type, context);
  const wide = wasmType(type) === 'i64';
  const ops = wide ? context.m.i64 : context.m.i32;
  if (isUnsignedScalar(type)) {
    const a = emitExpression(left, context);
    const b = emitExpression(right, context);
    return op === 'div' || op === 'floordiv' ? ops.div_u(a, b) : ops.rem_u(a, b);
  }
  switch (op) {
    case 'div':
      return emitTruncated(left, right, type, context);
    case 'rem':
      return ops.rem_s(emitExpression(left, context), emitExpression(right, context));
    case 'floordiv':
      return emitFloorDivision(left, right, type, context);
    default:
      return emitFloorModulo(left, right, type, context);
  }
}

function emitFloatDivision(
  { op, left, right }: BinaryExpression,
  type: 'f32' | 'f64',
  context: FunctionContext,
): Ref {
  const a = emitExpression(left, context);
  const b = emitExpression(right, context);
  const { m, binaryen } = context;
  if (op === 'div') return m[type].div(a, b);
  if (op !== 'rem') return m.call(`math.${op}.${type}`, [a, b], binaryen[type]);
  if (type === 'f64') return m.call('math.fmod', [a, b], binaryen.f64);
  return m.f32.demote(m.call('math.fmod', [m.f64.promote(a), m.f64.promote(b)], binaryen.f64));
}

/** Wasm traps on `MIN / -1`, which wraps here; only a divisor that may be -1 pays for the difference. */
function emitTruncated(left: Expression, right: Expression, type: ScalarType, context: FunctionContext): Ref {
  const reuse = new Reuse(context);
  const a = reuse.hold(left);
  const b = reuse.hold(right);
  return reuse.finish(truncated(a, b, right, type, context), wasmType(type));
}

function truncated(
  a: () => Ref,
  b: () => Ref,
  divisor: Expression,
  type: ScalarType,
  context: FunctionContext,
): Ref {
  const { m } = context;
  const ops = wasmType(type) === 'i64' ? m.i64 : m.i32;
  // Narrow types divide in 32 bits, where their MIN / -1 does not overflow.
  if (type === 'i8' || type === 'i16') return normalise(m.i32.div_s(a(), b()), type, context);
  const constant = divisor.op === 'const';
  if (constant && Number(divisor.value) !== -1) return ops.div_s(a(), b());
  const minusOne = number(-1, type, context);
  const negated = ops.sub(number(0, type, context), a());
  return m.if(ops.eq(b(), minusOne), negated, ops.div_s(a(), b()));
}

function emitFloorDivision(
  left: Expression,
  right: Expression,
  type: ScalarType,
  context: FunctionContext,
): Ref {
  const { m } = context;
  const ops = wasmType(type) === 'i64' ? m.i64 : m.i32;
  const shift = powerOfTwo(right);
  if (shift !== undefined) return ops.shr_s(emitExpression(left, context), number(shift, type, context));
  const reuse = new Reuse(context);
  const a = reuse.hold(left);
  const b = reuse.hold(right);
  if (type === 'i64' && right.op !== 'const') {
    const narrow = m.i64.extend_u(m.i32.div_u(m.i32.wrap(a()), m.i32.wrap(b())));
    return reuse.finish(
      m.if(fitNarrow(a, b, context), narrow, floorQuotient(a, b, right, type, context)),
      'i64',
    );
  }
  return reuse.finish(floorQuotient(a, b, right, type, context), wasmType(type));
}

function floorQuotient(
  a: () => Ref,
  b: () => Ref,
  divisor: Expression,
  type: ScalarType,
  context: FunctionContext,
): Ref {
  const { m } = context;
  const ops = wasmType(type) === 'i64' ? m.i64 : m.i32;
  const reuse = new Reuse(context);
  const quotient = reuse.holdRef(truncated(a, b, divisor, type, context), wasmType(type));
  const remainder = reuse.holdRef(ops.sub(a(), ops.mul(quotient(), b())), wasmType(type));
  const result = ops.sub(quotient(), widen(signsDiffer(remainder, b, type, context), type, context));
  return normalise(reuse.finish(result, wasmType(type)), type, context);
}

function emitFloorModulo(
  left: Expression,
  right: Expression,
  type: ScalarType,
  context: FunctionContext,
): Ref {
  const { m } = context;
  const ops = wasmType(type) === 'i64' ? m.i64 : m.i32;
  const shift = powerOfTwo(right);
  if (shift !== undefined && right.op === 'const') {
    return ops.and(emitExpression(left, context), number(Number(right.value) - 1, type, context));
  }
  const reuse = new Reuse(context);
  const a = emitExpression(left, context);
  const first = reuse.holdRef(a, wasmType(type));
  const b = reuse.hold(right);
  if (type === 'i64' && right.op !== 'const') {
    const narrow = m.i64.extend_u(m.i32.rem_u(m.i32.wrap(first()), m.i32.wrap(b())));
    return reuse.finish(
      m.if(fitNarrow(first, b, context), narrow, floorRemainder(first, b, type, context)),
      'i64',
    );
  }
  return reuse.finish(floorRemainder(first, b, type, context), wasmType(type));
}

function floorRemainder(a: () => Ref, b: () => Ref, type: ScalarType, context: FunctionContext): Ref {
  const { m } = context;
  const ops = wasmType(type) === 'i64' ? m.i64 : m.i32;
  const reuse = new Reuse(context);
  const remainder = reuse.holdRef(ops.rem_s(a(), b()), wasmType(type));
  const adjust = signsDiffer(remainder, b, type, context);
  const result = m.select(adjust, ops.add(remainder(), b()), remainder());
  return reuse.finish(result, wasmType(type));
}

/**
 * Whether both are non-negative and have 32 bits: then the division of half the width, which takes a fraction of the
 * time, gives the floor too. Numbers in programs mostly are.
 */
function fitNarrow(a: () => Ref, b: () => Ref, { m }: FunctionContext): Ref {
  return m.i64.eqz(m.i64.shr_u(m.i64.or(a(), b()), m.i64.const(32n)));
}

/** 1 when the remainder is not zero and has the other sign than the divisor. */
function signsDiffer(
  remainder: () => Ref,
  divisor: () => Ref,
  type: ScalarType,
  context: FunctionContext,
): Ref {
  const { m } = context;
  const ops = wasmType(type) === 'i64' ? m.i64 : m.i32;
  const zero = () => number(0, type, context);
  return m.i32.and(ops.lt_s(ops.xor(remainder(), divisor()), zero()), ops.ne(remainder(), zero()));
}

function number(value: number, type: ScalarType, { m }: FunctionContext): Ref {
  return wasmType(type) === 'i64' ? m.i64.const(BigInt(value)) : m.i32.const(value);
}

function widen(flag: Ref, type: ScalarType, { m }: FunctionContext): Ref {
  return wasmType(type) === 'i64' ? m.i64.extend_u(flag) : flag;
}

function powerOfTwo(divisor: Expression): number | undefined {
  if (divisor.op !== 'const') return undefined;
  const value = BigInt(divisor.value);
  if (value <= 0n || (value & (value - 1n)) !== 0n || value > 1n << 52n) return undefined;
  return value.toString(2).length - 1;
}
