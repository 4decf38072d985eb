import type { BoundModule, NameSymbol } from '../bind/boundModule';
import type { Expression } from '../parse/ast';

/** What the module's calls pass for a parameter, its default where they leave it out; an undefined is not to be told. */
export function argumentsOf(symbol: NameSymbol, module: BoundModule): readonly (Expression | undefined)[] {
  const fn = module.functions.find((one) => one.node === symbol.scope.node);
  const [binding] = symbol.bindings;
  if (!fn || symbol.bindings.length !== 1 || binding?.kind !== 'parameter') return [];
  const parameter = fn.node.params[binding.index];
  const sites = module.callSites.get(fn) ?? [];
  if (sites.length === 0) return parameter?.default ? [parameter.default] : [];
  return sites.map(({ call }) => {
    const before = call.args.slice(0, binding.index + 1);
    if (before.some((one) => one.kind === 'Starred')) return undefined;
    const named = call.keywords.find((one) => one.name === symbol.name)?.value;
    return before[binding.index] ?? named ?? parameter?.default;
  });
}
