import type { BoundModule } from '../../bind/boundModule';
import type { Attribute, ClassDef, Expression, Subscript } from '../../parse/ast';
import type { EnumMember, NumbaType } from '../../types/numbaType';
import { typesEqual } from '../../types/typesEqual';
import { unliteral } from '../../types/unliteral';
import type { Inference } from '../inference';
import { evaluate, known } from './evaluate';
import type { KnownConstant } from './moduleConstants';

type EnumType = Extract<NumbaType, { kind: 'enumMember' }>;

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

/** The type of the members of the module's enum of that name; undefined where they have no one type, as in Numba. */
export function enumNamed(module: BoundModule, name: string): EnumType | undefined {
  const binding = module.moduleScope.symbols.get(name)?.bindings.at(-1);
  if (binding?.kind !== 'class') return undefined;
  const node = binding.node as ClassDef;
  const bases = (node.bases ?? []).map((base) => module.qualifiedName(base) ?? '');
  if (!bases.some((base) => base.startsWith('enum.'))) return undefined;
  const members = membersOf(module, node);
  const [first, ...others] = members.map(({ constant }) => unliteral(constant.type));
  if (!first || !others.every((other) => typesEqual(other, first))) return undefined;
  const integer = bases.some((base) => base === 'enum.IntEnum' || base === 'enum.IntFlag');
  return {
    kind: 'enumMember',
    name: node.name,
    of: first,
    ...(integer && { integer: true }),
    enumMembers: members.map(({ name: member, constant }): EnumMember => [member, rawValue(constant)]),
  };
}

function memberNamed(inf: Inference, node: Attribute | Subscript, name: string): NumbaType | undefined {
  const owner = enumOf(inf, node.value);
  const definition = owner && enumNamed(owner.module, owner.name);
  const value = definition?.enumMembers?.find(([member]) => member === name)?.[1];
  if (!definition || value === undefined) return undefined;
  const constant =
    typeof value === 'bigint'
      ? ({ kind: 'int', value } as const)
      : typeof value === 'number'
        ? ({ kind: 'float', value } as const)
        : typeof value === 'string'
          ? ({ kind: 'str', value } as const)
          : ({ kind: 'bool', value } as const);
  inf.round.resolutions.set(node, { kind: 'constant', value: constant, result: definition });
  return definition;
}

function enumOf(inf: Inference, expression: Expression) {
  if (expression.kind !== 'Name') return undefined;
  const meaning = inf.module.resolve(expression);
  return meaning.kind === 'global' ? { module: inf.module, name: meaning.symbol.name } : undefined;
}

function membersOf(module: BoundModule, node: ClassDef): { name: string; constant: KnownConstant }[] {
  let last = 0n;
  return node.body.flatMap((statement) => {
    const target = statement.kind === 'Assign' ? statement.targets[0] : undefined;
    if (statement.kind !== 'Assign' || target?.kind !== 'Name' || target.id.startsWith('_')) return [];
    const constant = memberValue(module, statement.value, last);
    if (!constant || !('value' in constant.value)) return [];
    if (constant.value.kind === 'int') last = constant.value.value;
    return [{ name: target.id, constant }];
  });
}

/** `enum.auto()` counts on from the member before. */
function memberValue(module: BoundModule, value: Expression, last: bigint): KnownConstant | undefined {
  if (value.kind === 'Call' && module.qualifiedName(value.func) === 'enum.auto') {
    return known({ kind: 'int', value: last + 1n });
  }
  return evaluate(value, {
    name: () => undefined,
    qualifiedName: (expression) => module.qualifiedName(expression),
  });
}

function rawValue({ value }: KnownConstant): EnumMember[1] {
  return 'value' in value ? (value.value as EnumMember[1]) : 0n;
}
