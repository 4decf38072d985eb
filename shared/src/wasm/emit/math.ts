import type { MathFunction } from '../../ir/mathFunctions';
import type { MathExpression } from '../../ir/nodes';
import type { FunctionContext, Ref } from './context';
import { emitAll } from './expression';
import { importHost } from './imports';

/**
 * Functions taken from JavaScript's `Math` as they are: within 1 ulp and right for special values in V8. The rest is in
 * the module, in `math/`.
 */
export const importedMath: ReadonlySet<MathFunction> = new Set<MathFunction>([
  'asin',
  'acos',
  'asinh',
  'acosh',
  'atanh',
  'cbrt',
]);

/** Emits a call of the math library, in double precision. */
export function emitMath(expression: MathExpression, context: FunctionContext): Ref {
  const { m, binaryen } = context;
  const { function: name, type, args } = expression;
  const operands = emitAll(args, context);
  const wide = type === 'f32' ? operands.map((operand) => m.f64.promote(operand)) : operands;
  const callee = importedMath.has(name)
    ? importHost(
        `Math.${name}`,
        args.map(() => 'f64'),
        ['f64'],
        context,
      )
    : `math.${name}`;
  const result = m.call(callee, wide, binaryen.f64);
  return type === 'f32' ? m.f32.demote(result) : result;
}
