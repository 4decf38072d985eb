import type { Fix } from '../../../diagnostics/fix';
import type { BoundFunction } from '../bind/boundModule';
import type { RuleContext } from '../rules/rule';
import { wrapInNjit } from './decorateFunction';

/** `@njit` for a function that compiled code calls; only where it stands in this file and is a plain `def`. */
export function decorateCallee(callee: BoundFunction, context: RuleContext): readonly Fix[] {
  if (callee.module !== context.module || callee.inClass || callee.otherDecorators.length > 0) return [];
  return [
    {
      ...wrapInNjit(callee, context, { preferred: true, title: `Decorate '${callee.node.name}' with @njit` }),
      kind: 'quickfix',
    },
  ];
}
