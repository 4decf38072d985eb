import type { BoundModule, NameSymbol } from '../../../bind/boundModule';
import type { AstNode, Expression, Name } from '../../../parse/ast';
import { walk } from '../../children';

/** Whether `a.flags.writeable = False` or `a.setflags(write=False)` stands between a variable's assignment and a use. */
export function isFrozenBefore(module: BoundModule, symbol: NameSymbol, use: Name): boolean {
  if (!/writeable|setflags/.test(module.file.text)) return false;
  const assigned = symbol.bindings.findLast((one) => one.range.end <= use.range.start)?.range.end;
  if (assigned === undefined) return false;
  return frozenNames(module).some((name) => {
    const meaning = module.resolve(name);
    const isSame = 'symbol' in meaning && meaning.symbol === symbol;
    return isSame && assigned <= name.range.start && name.range.end <= use.range.start;
  });
}

const frozenByModule = new WeakMap<BoundModule, readonly Name[]>();

function frozenNames(module: BoundModule): readonly Name[] {
  const known = frozenByModule.get(module);
  if (known) return known;
  const found = module.tree.body
    .flatMap((statement) => walk(statement))
    .flatMap((node) => frozenBy(node) ?? []);
  frozenByModule.set(module, found);
  return found;
}

function frozenBy(node: AstNode): Name | undefined {
  if (node.kind === 'Assign' && isFalse(node.value)) {
    const [target] = node.targets;
    const flags = target?.kind === 'Attribute' && target.attr === 'writeable' ? target.value : undefined;
    return flags?.kind === 'Attribute' && flags.attr === 'flags' ? nameIn(flags.value) : undefined;
  }
  if (node.kind !== 'Call' || node.func.kind !== 'Attribute' || node.func.attr !== 'setflags')
    return undefined;
  const write = node.args[0] ?? node.keywords.find((one) => one.name === 'write')?.value;
  return write && isFalse(write) ? nameIn(node.func.value) : undefined;
}

function nameIn(expression: Expression): Name | undefined {
  return expression.kind === 'Name' ? expression : undefined;
}

function isFalse(expression: Expression): boolean {
  if (expression.kind !== 'Constant') return false;
  const { value } = expression;
  return (value.type === 'bool' && !value.value) || (value.type === 'int' && value.value === 0n);
}
