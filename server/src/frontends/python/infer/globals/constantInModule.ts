import type { BoundModule } from '../../bind/boundModule';
import type { Expression } from '../../parse/ast';
import { evaluate } from './evaluate';
import type { KnownConstant } from './moduleConstants';

const maxDepth = 20;

/** The value of an expression of literals and of module variables that are assigned once. */
export function constantInModule(
  module: BoundModule,
  expression: Expression,
  depth = 0,
): KnownConstant | undefined {
  return evaluate(expression, {
    qualifiedName: (node) => module.qualifiedName(node),
    name: (name) => {
      const value = depth < maxDepth ? module.valueOf(name) : undefined;
      return value && constantInModule(module, value, depth + 1);
    },
  });
}
