import { walkAll } from '../advice/childNodes';
import type { BoundFunction } from '../bind/boundModule';
import type { RuleContext } from '../rules/rule';

/** The name, or one like it that nothing in the module, or in the function, is called. */
export function freeName(wish: string, { module }: RuleContext, fn?: BoundFunction): string {
  const taken = new Set([...module.moduleScope.symbols.keys(), ...(fn ? namesOf(fn) : [])]);
  let name = wish;
  for (let i = 2; taken.has(name); i++) name = `${wish}_${i}`;
  return name;
}

function namesOf({ node }: BoundFunction): readonly string[] {
  const used = walkAll(node.body).flatMap((one) => (one.kind === 'Name' ? [one.id] : []));
  return [...node.params.map((one) => one.name), ...used];
}
