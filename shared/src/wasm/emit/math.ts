import type { MathExpression } from '../../ir/nodes';
import type { FunctionContext, Ref } from './context';
import { emitAll } from './expression';

/** Emits a call of the math library, which is part of the module (`math/`), in double precision. */
export function emitMath(expression: MathExpression, context: FunctionContext): Ref {
  const { m, binaryen } = context;
  const { function: name, type, args } = expression;
  const operands = emitAll(args, context);
  const wide = type === 'f32' ? operands.map((operand) => m.f64.promote(operand)) : operands;
  const result = m.call(`math.${name}`, wide, binaryen.f64);
  return type === 'f32' ? m.f32.demote(result) : result;
}
