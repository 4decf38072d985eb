import type { Expression, Name } from '../../parse/ast';
import { compareVersions } from '../../library/version';
import { evaluate, known, literalConstant, truthOf } from '../globals/evaluate';
import { constantOfName } from '../globals/globalValue';
import { freezerOf } from '../globals/inferGlobal';
import { constantNamed, type KnownConstant } from '../globals/moduleConstants';
import type { Inference } from '../inference';
import type { Version } from '../ssa';
import type { RawVersion } from '../ssa/numberVersions';
import { variableOf } from '../variables';

/** `first`: as the test of a `while` is evaluated the first time, which CPython compiles apart from later times. */
export type Entry = 'any' | 'first';

/**
 * The value of an expression that Numba's constant inference knows before typing: literals, frozen globals, variables assigned
 * one of these once, the number of dimensions of an array argument, the length of a tuple argument.
 */
export function constantOf(
  inf: Inference,
  node: Expression,
  on: Entry = 'any',
  depth = 0,
): KnownConstant | undefined {
  if (depth > 20) return undefined;
  switch (node.kind) {
    case 'Constant':
      return literalConstant(node.value);
    case 'Name':
      return variableOf(inf.module, inf.node, node)
        ? constantVariable(inf, node, on, depth)
        : nameConstant(inf, node);
    case 'Attribute':
      return qualifiedConstant(inf, node) ?? dimensions(inf, node);
    case 'Call':
      return tupleLength(inf, node);
    case 'Tuple': {
      const elements = node.elements.map((element) => constantOf(inf, element, on, depth + 1)?.value);
      return elements.every((element) => element !== undefined)
        ? known({ kind: 'tuple', elements })
        : undefined;
    }
    case 'IfExp': {
      const test = foldedByPython(node.test);
      const chosen = test && (truthOf(test.value) ? node.body : node.orelse);
      return chosen && constantOf(inf, chosen, on, depth + 1);
    }
    case 'UnaryOp':
    case 'BinOp':
      return foldedByPython(node);
    default:
      return undefined;
  }
}

/** Only what CPython folds itself: literals. */
function foldedByPython(node: Expression): KnownConstant | undefined {
  return evaluate(node, { name: () => undefined, qualifiedName: () => undefined });
}

function qualifiedConstant(inf: Inference, node: Expression): KnownConstant | undefined {
  const qualified = inf.module.qualifiedName(node);
  return qualified ? constantNamed(qualified) : undefined;
}

function nameConstant(inf: Inference, node: Name): KnownConstant | undefined {
  return qualifiedConstant(inf, node) ?? constantOfName(freezerOf(inf), node);
}

function constantVariable(inf: Inference, name: Name, on: Entry, depth: number): KnownConstant | undefined {
  const version = on === 'first' ? firstDefinition(inf, name) : singleDefinition(inf, name);
  const value = version && assignedValue(version);
  return value && constantOf(inf, value, 'any', depth + 1);
}

/** The only definition a name can refer to: Numba before 0.57 knows none of a variable that is assigned again. */
function singleDefinition(inf: Inference, name: Name): Version | undefined {
  const version = inf.ssa.form.uses.get(name);
  if (!version || version.isPhi) return undefined;
  if (compareVersions(inf.context.numba, '0.57') >= 0) return version;
  const raw = inf.ssa.numbering.uses.get(name);
  return raw?.solitary ? version : undefined;
}

function firstDefinition(inf: Inference, name: Name): RawVersion | undefined {
  const raw = inf.ssa.numbering.uses.get(name);
  return raw && !raw.isPhi && compareVersions(inf.context.numba, '0.57') >= 0 ? raw : undefined;
}

function assignedValue(version: Pick<Version, 'symbol' | 'node'>): Expression | undefined {
  for (const binding of version.symbol.bindings) {
    if (binding.kind !== 'assignment' || binding.target !== version.node) continue;
    const { statement } = binding;
    return statement.kind === 'Assign' || statement.kind === 'AnnAssign' ? binding.value : undefined;
  }
  return undefined;
}

/** What the only assignment that a name can refer to gives it. */
export function soleValueOf(inf: Inference, name: Name): Expression | undefined {
  const version = singleDefinition(inf, name);
  return version && assignedValue(version);
}

/** The parameter that an expression names, where nothing else can have been assigned to it. */
export function argumentNamed(inf: Inference, node: Expression): string | undefined {
  if (node.kind !== 'Name' || !variableOf(inf.module, inf.node, node)) return undefined;
  const version = singleDefinition(inf, node);
  return version && inf.ssa.form.parameters.get(node.id) === version ? node.id : undefined;
}

function dimensions(inf: Inference, node: Expression & { kind: 'Attribute' }): KnownConstant | undefined {
  if (node.attr !== 'ndim') return undefined;
  const name = argumentNamed(inf, node.value);
  const type = name === undefined ? undefined : inf.parameters.get(name)?.type;
  return type?.kind === 'array' ? known({ kind: 'int', value: BigInt(type.ndim) }) : undefined;
}

function tupleLength(inf: Inference, node: Expression & { kind: 'Call' }): KnownConstant | undefined {
  const [argument, ...others] = node.args;
  if (!argument || others.length > 0 || inf.module.qualifiedName(node.func) !== 'builtins.len')
    return undefined;
  const name = argumentNamed(inf, argument);
  const type = name === undefined ? undefined : inf.parameters.get(name)?.type;
  return type?.kind === 'tuple' ? known({ kind: 'int', value: BigInt(type.elements.length) }) : undefined;
}
