import type { Fix } from '../../../diagnostics/fix';
import { walkAll } from '../advice/childNodes';
import type { ProblemOf, RuleContext } from '../rules/rule';
import { quickFix, replace } from './quickFix';

/** `**opts` becomes the keywords that the calls pass; `opts["k"]` becomes `k`. */
export function keywordsToParameters(
  problem: ProblemOf<'unsupported-syntax'>,
  { module }: RuleContext,
): readonly Fix[] {
  const fn = problem.function;
  const rest = fn?.node.params.find((one) => one.kind === 'varKeyword');
  if (!fn || !rest) return [];
  const own = new Set(fn.node.params.map((one) => one.name));
  const calls = (module.callSites.get(fn) ?? []).map(({ call }) =>
    call.keywords.flatMap(({ name }) => (name !== undefined && !own.has(name) ? [name] : [])),
  );
  const names = [...new Set(calls.flat())];
  const nodes = walkAll(fn.node.body);
  const reads = nodes.flatMap((one) => {
    if (one.kind !== 'Subscript' || one.value.kind !== 'Name' || one.value.id !== rest.name) return [];
    const { index } = one;
    const key = index.kind === 'Constant' && index.value.type === 'str' ? index.value.value : undefined;
    return key !== undefined && names.includes(key) ? [{ range: one.range, key }] : [];
  });
  const uses = nodes.filter((one) => one.kind === 'Name' && one.id === rest.name).length;
  if (names.length === 0 || calls.some((one) => one.length !== names.length) || uses !== reads.length)
    return [];
  return quickFix('keywords-to-parameters', `Name the parameters: ${names.join(', ')}`, () => [
    replace(rest.range, names.join(', ')),
    ...reads.map(({ range, key }) => replace(range, key)),
  ]);
}
