import type { LocalExpression } from '@jitsight/shared/ir/nodes';
import { flatten } from '@jitsight/shared/ir/valueType';
import type { NameSymbol } from '../bind/boundModule';
import type { Version } from '../infer/ssa';
import type { TypedFunction } from '../infer/typedFunction';
import type { NumbaType } from '../types/numbaType';
import { typeName } from '../types/typeName';
import { typesEqual } from '../types/typesEqual';
import { unliteral } from '../types/unliteral';
import type { FunctionLowering } from './functionLowering';
import { isCounted } from './references';
import { valueTypeOf } from './valueTypes';

/** Where a variable lives: the versions that paths merge, as far as they have one type, share their locals. */
export interface Variable {
  readonly name: string;
  readonly type: NumbaType;
  readonly parts: readonly LocalExpression[];
  /** It owns a reference to what it holds; a parameter that is never assigned borrows its caller's. */
  readonly owns: boolean;
}

export interface Variables {
  of(version: Version): Variable;
  /** A captured variable of the enclosing function. */
  captured(symbol: NameSymbol): Variable | undefined;
  /** Every variable whose reference the function must give up at its end. */
  owners(): readonly Variable[];
  /** Locals of variables. */
  localNames(): ReadonlySet<string>;
  /** Locals of variables that more than one assignment sets. */
  reassigned(): ReadonlySet<string>;
}

/** Declares the parameters, and gives each other variable its locals when it is first met. */
export function createVariables(typed: TypedFunction, lowering: FunctionLowering): Variables {
  const groups = groupVersions(typed);
  const variables = new Map<Version, Variable>();
  const captures = new Map<NameSymbol, Variable>();
  for (const param of typed.params) {
    const variable = declare(lowering, param.name, param.type);
    const version = typed.ssa.parameters.get(param.name);
    if (!version) continue;
    const group = groups.find(version);
    const owns = groups.size(group) > 1 && isCounted(lowering.module, param.type);
    variables.set(group, { ...variable, owns });
    if (owns) lowering.retain(variable);
  }
  for (const { symbol, type } of typed.captures) {
    captures.set(symbol, declare(lowering, symbol.name, type));
  }
  const of = (version: Version): Variable => {
    const group = groups.find(version);
    let variable = variables.get(group);
    if (!variable) {
      variable = makeVariable(lowering, version.symbol.name, typeOf(typed, group));
      variables.set(group, variable);
    }
    return variable;
  };
  // A return inside a loop releases variables that are assigned further down, so all owners are known beforehand.
  for (const [version, type] of typed.versionTypes) {
    if (isCounted(lowering.module, type)) of(version);
  }
  return {
    of,
    captured: (symbol) => captures.get(symbol),
    owners: () => [...variables.values()].filter((variable) => variable.owns),
    localNames: () => namesOf([...variables.values()]),
    reassigned: () =>
      namesOf([...variables].filter(([group]) => groups.size(group) > 1).map(([, variable]) => variable)),
  };
}

function namesOf(variables: readonly Variable[]): Set<string> {
  return new Set(variables.flatMap((variable) => variable.parts.map((part) => part.name)));
}

function declare(lowering: FunctionLowering, name: string, type: NumbaType): Variable {
  const parts = lowering.ir.parameter(name, valueTypeOf(type), typeName(type));
  for (const part of parts) lowering.steadyLocals.add(part.name);
  return { name, type, parts, owns: false };
}

function makeVariable(lowering: FunctionLowering, name: string, type: NumbaType): Variable {
  const scalars = flatten(valueTypeOf(type));
  const parts = scalars.map((scalar, i) =>
    lowering.ir.local(scalar, scalars.length === 1 ? name : `${name}.${i}`),
  );
  for (const part of parts) lowering.steadyLocals.add(part.name);
  return { name, type, parts, owns: isCounted(lowering.module, type) };
}

function typeOf(typed: TypedFunction, version: Version): NumbaType {
  const type = typed.versionTypes.get(version);
  if (!type) throw new Error(`${typed.key}: ${version.name} has no type`);
  return unliteral(type);
}

/** Unites phi versions with those of their operands that have the same type. */
function groupVersions(typed: TypedFunction): {
  find(version: Version): Version;
  size(group: Version): number;
} {
  const parents = new Map<Version, Version>();
  const sizes = new Map<Version, number>();
  const find = (version: Version): Version => {
    const parent = parents.get(version);
    if (!parent) return version;
    const root = find(parent);
    parents.set(version, root);
    return root;
  };
  for (const edge of typed.ssa.edges) {
    for (const { phi, operand } of edge.copies) {
      if (!operand || !sameType(typed, phi, operand)) continue;
      const a = find(phi);
      const b = find(operand);
      if (a === b) continue;
      parents.set(a, b);
      sizes.set(b, (sizes.get(a) ?? 1) + (sizes.get(b) ?? 1));
    }
  }
  return { find, size: (group) => sizes.get(group) ?? 1 };
}

function sameType(typed: TypedFunction, a: Version, b: Version): boolean {
  const left = typed.versionTypes.get(a);
  const right = typed.versionTypes.get(b);
  return !!left && !!right && typesEqual(unliteral(left), unliteral(right));
}
