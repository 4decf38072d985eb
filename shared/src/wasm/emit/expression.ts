import type { CallExpression, ConstExpression, Expression } from '../../ir/nodes';
import { emitAddress, emitLoad } from './address';
import { emitBinary, emitCompare, emitUnary } from './arithmetic';
import { emitCheckIndex } from './check';
import { type FunctionContext, localIndex, located, type Ref } from './context';
import { emitConvert, emitReinterpret } from './convert';
import { emitMath } from './math';
import { emitIntrinsic } from './intrinsic';
import { emitSimd, emitVectorLoad } from './simd';
import { Reuse } from './reuse';
import { binaryenType, wasmType } from './wasmType';

/** Emits a scalar expression; the value is normalised to its type's width. */
export function emitExpression(expression: Expression, context: FunctionContext): Ref {
  return located(context, expression, () => emitNode(expression, context));
}

function emitNode(expression: Expression, context: FunctionContext): Ref {
  const { m, binaryen } = context;
  switch (expression.op) {
    case 'const':
      return emitConstant(expression, context);
    case 'local':
      return m.local.get(localIndex(context, expression.name), binaryen[wasmType(expression.type)]);
    case 'dataAddress':
      return m.i32.const(segmentAddress(expression.segment, context));
    case 'select':
      return m.select(
        emitExpression(expression.condition, context),
        emitExpression(expression.whenTrue, context),
        emitExpression(expression.whenFalse, context),
      );
    case 'convert':
      return emitConvert(expression.value, expression.type, context);
    case 'reinterpret':
      return emitReinterpret(expression.value, expression.type, context);
    case 'load': {
      const address = emitAddress(expression.address, context);
      if (expression.type === 'v128') return emitVectorLoad(expression.form, address, context);
      return emitLoad(expression.type, address, context);
    }
    case 'simd':
      return emitSimd(expression, context);
    case 'wrapIndex': {
      const reuse = new Reuse(context);
      const index = reuse.hold(expression.index);
      const negative = m.i64.shr_s(index(), m.i64.const(63n));
      const shift = m.i64.and(negative, emitExpression(expression.length, context));
      return reuse.finish(m.i64.add(index(), shift), 'i64');
    }
    case 'checkIndex':
      return emitCheckIndex(expression, context);
    case 'math':
      return emitMath(expression, context);
    case 'call':
      return emitCall(expression, context);
    case 'eq':
    case 'ne':
    case 'lt':
    case 'le':
    case 'gt':
    case 'ge':
      return emitCompare(expression, context);
    default:
      return 'value' in expression ? emitUnary(expression, context) : emitBinary(expression, context);
  }
}

export function emitAll(expressions: readonly Expression[], context: FunctionContext): Ref[] {
  return expressions.map((expression) => emitExpression(expression, context));
}

function emitConstant({ type, value }: ConstExpression, { m }: FunctionContext): Ref {
  switch (wasmType(type)) {
    case 'i32':
      return m.i32.const(Number(value) | 0);
    case 'i64':
      return m.i64.const(BigInt.asIntN(64, BigInt(value)));
    case 'f32':
      return m.f32.const(Number(value));
    case 'f64':
      return m.f64.const(Number(value));
    case 'v128':
      return m.v128.const(new Uint8Array(16));
  }
}

function emitCall({ callee, args, type }: CallExpression, context: FunctionContext): Ref {
  const operands = emitAll(args, context);
  return (
    emitIntrinsic(callee, operands, context) ??
    context.m.call(callee, operands, binaryenType(context.binaryen, [type]))
  );
}

function segmentAddress(segment: string, context: FunctionContext): number {
  const address = context.addresses.get(segment);
  if (address === undefined) throw new Error(`Wasm: no data segment ${segment}`);
  return address;
}
