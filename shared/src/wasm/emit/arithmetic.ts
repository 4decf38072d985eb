import type { BinaryExpression, CompareExpression, Expression, UnaryExpression } from '../../ir/nodes';
import { isFloatScalar, isUnsignedScalar, type ScalarType, scalarSize } from '../../ir/scalarType';
import type { FunctionContext, Ref } from './context';
import { emitDivision } from './division';
import { emitExpression } from './expression';
import { Reuse } from './reuse';
import { wasmType } from './wasmType';

/** Emits an operator with two operands of one type. */
export function emitBinary(expression: BinaryExpression, context: FunctionContext): Ref {
  const { op, type, left, right } = expression;
  switch (op) {
    case 'div':
    case 'rem':
    case 'floordiv':
    case 'floormod':
      return emitDivision(expression, context);
    case 'min':
    case 'max':
      if (!isFloatScalar(type)) return emitIntegerExtreme(expression, context);
      return context.m[type][op](emitExpression(left, context), emitExpression(right, context));
    case 'copysign':
      if (!isFloatScalar(type)) throw new Error(`Wasm: copysign of ${type}`);
      return context.m[type].copysign(emitExpression(left, context), emitExpression(right, context));
    case 'shl':
    case 'shr': {
      const count = narrowCount(emitExpression(right, context), type, context);
      const value = emitExpression(left, context);
      const ops = context.m[wasmType(type) === 'i64' ? 'i64' : 'i32'];
      if (op === 'shl') return normalise(ops.shl(value, count), type, context);
      return isUnsignedScalar(type) ? ops.shr_u(value, count) : ops.shr_s(value, count);
    }
    default:
      return emitPlain(expression, op, context);
  }
}

function emitPlain(
  { type, left, right }: BinaryExpression,
  op: 'add' | 'sub' | 'mul' | 'and' | 'or' | 'xor',
  context: FunctionContext,
): Ref {
  const a = emitExpression(left, context);
  const b = emitExpression(right, context);
  if (isFloatScalar(type)) {
    if (op === 'and' || op === 'or' || op === 'xor') throw new Error(`Wasm: ${op} of ${type}`);
    return context.m[type][op](a, b);
  }
  const result = context.m[wasmType(type) === 'i64' ? 'i64' : 'i32'][op](a, b);
  const keepsWidth = op === 'and' || op === 'or' || op === 'xor';
  return keepsWidth ? result : normalise(result, type, context);
}

/** Brings an i32 that holds a narrower type back to that type's range. */
export function normalise(value: Ref, type: ScalarType, { m }: FunctionContext): Ref {
  switch (type) {
    case 'i8':
      return m.i32.extend8_s(value);
    case 'i16':
      return m.i32.extend16_s(value);
    case 'u8':
      return m.i32.and(value, m.i32.const(0xff));
    case 'u16':
      return m.i32.and(value, m.i32.const(0xffff));
    case 'bool':
      return m.i32.and(value, m.i32.const(1));
    default:
      return value;
  }
}

function narrowCount(count: Ref, type: ScalarType, { m }: FunctionContext): Ref {
  const width = scalarSize(type) * 8;
  return width < 32 ? m.i32.and(count, m.i32.const(width - 1)) : count;
}

function emitIntegerExtreme({ op, type, left, right }: BinaryExpression, context: FunctionContext): Ref {
  const reuse = new Reuse(context);
  const a = reuse.hold(left);
  const b = reuse.hold(right);
  const compare = comparison(op === 'min' ? 'lt' : 'gt', type, a(), b(), context);
  return reuse.finish(context.m.select(compare, a(), b()), wasmType(type));
}

/** Emits a comparison; the result is 0 or 1. */
export function emitCompare({ op, left, right }: CompareExpression, context: FunctionContext): Ref {
  const a = emitExpression(left, context);
  const zero = right.op === 'const' && !isFloatScalar(right.type) && Number(right.value) === 0;
  if (op === 'eq' && zero) return context.m[wasmType(left.type) === 'i64' ? 'i64' : 'i32'].eqz(a);
  return comparison(op, left.type, a, emitExpression(right, context), context);
}

/** Compares two emitted operands of one type. */
export function comparison(
  op: CompareExpression['op'],
  type: ScalarType,
  left: Ref,
  right: Ref,
  { m }: FunctionContext,
): Ref {
  if (isFloatScalar(type)) return m[type][op](left, right);
  const ops = m[wasmType(type) === 'i64' ? 'i64' : 'i32'];
  if (op === 'eq' || op === 'ne') return ops[op](left, right);
  return isUnsignedScalar(type) ? ops[`${op}_u`](left, right) : ops[`${op}_s`](left, right);
}

/** Emits an operator with one operand. */
export function emitUnary(expression: UnaryExpression, context: FunctionContext): Ref {
  const { op, type, value } = expression;
  if (isFloatScalar(type)) {
    if (op === 'not' || op === 'clz' || op === 'ctz' || op === 'popcnt') {
      throw new Error(`Wasm: ${op} of ${type}`);
    }
    return context.m[type][op](emitExpression(value, context));
  }
  return emitIntegerUnary(op, type, value, context);
}

function emitIntegerUnary(
  op: UnaryExpression['op'],
  type: ScalarType,
  value: Expression,
  context: FunctionContext,
): Ref {
  const { m } = context;
  const wide = wasmType(type) === 'i64';
  const ops = wide ? m.i64 : m.i32;
  const number = (n: number) => (wide ? m.i64.const(BigInt(n)) : m.i32.const(n));
  const bits = scalarSize(type) * 8;
  switch (op) {
    case 'neg':
      return normalise(ops.sub(number(0), emitExpression(value, context)), type, context);
    case 'not':
      if (type === 'bool') return m.i32.eqz(emitExpression(value, context));
      return normalise(ops.xor(emitExpression(value, context), number(-1)), type, context);
    case 'abs': {
      if (isUnsignedScalar(type)) return emitExpression(value, context);
      const reuse = new Reuse(context);
      const x = reuse.hold(value);
      const negative = ops.lt_s(x(), number(0));
      const result = m.select(negative, ops.sub(number(0), x()), x());
      return normalise(reuse.finish(result, wasmType(type)), type, context);
    }
    case 'clz': {
      const count = ops.clz(unsigned(emitExpression(value, context), type, context));
      return bits < 32 ? m.i32.sub(count, number(32 - bits)) : count;
    }
    case 'ctz': {
      const x = emitExpression(value, context);
      return ops.ctz(bits < 32 ? m.i32.or(x, number(1 << bits)) : x);
    }
    case 'popcnt':
      return ops.popcnt(unsigned(emitExpression(value, context), type, context));
    default:
      throw new Error(`Wasm: ${op} of ${type}`);
  }
}

/** The bits of a narrow signed value without its sign extension. */
function unsigned(value: Ref, type: ScalarType, context: FunctionContext): Ref {
  if (type === 'i8') return normalise(value, 'u8', context);
  return type === 'i16' ? normalise(value, 'u16', context) : value;
}
