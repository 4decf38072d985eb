import type { Attribute, Expression, Subscript } from '../../parse/ast';
import { int64, type NumbaType } from '../../types/numbaType';
import { unliteral } from '../../types/unliteral';
import type { Inference } from '../inference';
import { evaluate } from './evaluate';

/** The type of `Color.RED` where `Color` is an enum of the module, and its value for the code. */
export function enumMember(inf: Inference, node: Attribute): NumbaType | undefined {
  return memberNamed(inf, node, node.attr);
}

/** The same of `Color['RED']`. */
export function enumItem(inf: Inference, node: Subscript): NumbaType | undefined {
  const { index } = node;
  return index.kind === 'Constant' && index.value.type === 'str'
    ? memberNamed(inf, node, index.value.value)
    : undefined;
}

function memberNamed(inf: Inference, node: Attribute | Subscript, name: string): NumbaType | undefined {
  const definition = enumClass(inf, node.value);
  if (!definition) return undefined;
  for (const statement of definition.body) {
    if (statement.kind !== 'Assign') continue;
    const target = statement.targets[0];
    if (target?.kind !== 'Name' || target.id !== name) continue;
    const constant = evaluate(statement.value, {
      name: () => undefined,
      qualifiedName: (expression) => inf.module.qualifiedName(expression),
    });
    const of = constant ? unliteral(constant.type) : int64;
    const type: NumbaType = {
      kind: 'enumMember',
      name: definition.name,
      of,
      ...(definition.integer && { integer: true }),
    };
    if (constant) inf.round.resolutions.set(node, { kind: 'constant', value: constant.value, result: type });
    return type;
  }
  return undefined;
}

function enumClass(inf: Inference, expression: Expression) {
  if (expression.kind !== 'Name') return undefined;
  const meaning = inf.module.resolve(expression);
  if (meaning.kind !== 'global') return undefined;
  const binding = meaning.symbol.bindings.at(-1);
  if (binding?.kind !== 'class') return undefined;
  const node = binding.node as { kind?: string } & Partial<{
    name: string;
    bases: readonly Expression[];
    body: readonly import('../../parse/ast').Statement[];
  }>;
  const bases = (node.bases ?? []).map((base) => inf.module.qualifiedName(base) ?? '');
  if (!bases.some((base) => base.startsWith('enum.')) || node.name === undefined || !node.body)
    return undefined;
  const integer = bases.some((base) => base === 'enum.IntEnum' || base === 'enum.IntFlag');
  return { name: node.name, body: node.body, integer };
}
