import type { LocalExpression } from '@jitsight/shared/ir/nodes';
import { flatten } from '@jitsight/shared/ir/valueType';
import type { NameSymbol } from '../bind/boundModule';
import type { Version } from '../infer/ssa';
import type { TypedFunction } from '../infer/typedFunction';
import type { NumbaType } from '../types/numbaType';
import { typeName } from '../types/typeName';
import { unliteral } from '../types/unliteral';
import type { FunctionLowering } from './functionLowering';
import { isCounted } from './references';
import { valueTypeOf } from './valueTypes';
import { groupVersions } from './versionGroups';

/** Where a variable lives: the versions that paths merge, as far as they have one type, share their locals. */
export interface Variable {
  readonly name: string;
  readonly type: NumbaType;
  readonly parts: readonly LocalExpression[];
  /** It owns a reference to what it holds; a parameter that is never assigned borrows its caller's. */
  readonly owns: boolean;
  /** The version that stands for it. */
  readonly group: Version | undefined;
}

export interface Variables {
  of(version: Version): Variable;
  /** A captured variable of the enclosing function. */
  captured(symbol: NameSymbol): Variable | undefined;
  /** Every variable whose reference the function must give up at its end. */
  owners(): readonly Variable[];
  /** Locals of variables. */
  localNames(): ReadonlySet<string>;
  /** Notes that an owner was given something; `borrowed`: what parameters hold while the function runs. */
  noteAssignment(variable: Variable, borrowed: boolean): void;
  /** Owners that never held anything but what parameters do, and so need not own it. */
  needlessOwners(): ReadonlySet<Version>;
  /** Notes that the variable will never hold anything. */
  forgo(variable: Variable): void;
  /** Whether no other assignment can have given the variable something before this one, run once. */
  isAssignedOnce(variable: Variable): boolean;
  /** Locals of variables that own nothing. */
  borrowed(): ReadonlySet<string>;
  /** Locals of variables that more than one assignment sets. */
  reassigned(): ReadonlySet<string>;
}

/** Declares the parameters, and gives each other variable its locals. Those in `borrowers` own nothing. */
export function createVariables(
  typed: TypedFunction,
  lowering: FunctionLowering,
  borrowers: ReadonlySet<Version>,
  declare: DeclareParameter = parameterOf(lowering),
): Variables {
  const groups = groupVersions(typed);
  const variables = new Map<Version, Variable>();
  const captures = new Map<NameSymbol, Variable>();
  const assignments = new Map<Variable, { borrowedOnly: boolean }>();
  const forgone = new Set<Variable>();
  for (const param of typed.params) {
    const variable = declareSteady(lowering, declare, param.name, param.type);
    const version = typed.ssa.parameters.get(param.name);
    if (!version) continue;
    const group = groups.find(version);
    const owns = groups.size(group) > 1 && isCounted(lowering.module, param.type);
    const own = { ...variable, owns, group };
    variables.set(group, own);
    if (!owns) continue;
    lowering.retain(own);
    assignments.set(own, { borrowedOnly: false });
  }
  for (const { symbol, type } of typed.captures) {
    const variable = declareSteady(lowering, declare, symbol.name, type);
    captures.set(symbol, { ...variable, owns: false, group: undefined });
  }
  const of = (version: Version): Variable => {
    const group = groups.find(version);
    let variable = variables.get(group);
    if (!variable) {
      const made = makeVariable(lowering, version.symbol.name, typeOf(typed, group));
      const owns = !borrowers.has(group) && isCounted(lowering.module, made.type);
      variable = { ...made, owns, group };
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
    owners: () => [...variables.values()].filter((variable) => variable.owns && !forgone.has(variable)),
    forgo: (variable) => forgone.add(variable),
    noteAssignment(variable, borrowed) {
      const known = assignments.get(variable)?.borrowedOnly ?? true;
      assignments.set(variable, { borrowedOnly: known && borrowed });
    },
    needlessOwners: () =>
      new Set(
        [...assignments].flatMap(([{ group }, { borrowedOnly }]) => (group && borrowedOnly ? [group] : [])),
      ),
    isAssignedOnce: ({ group }) => group !== undefined && groups.size(group) === 1,
    borrowed: () =>
      namesOf([...variables.values(), ...captures.values()].filter((variable) => !variable.owns)),
    localNames: () => namesOf([...variables.values()]),
    reassigned: () =>
      namesOf([...variables].filter(([group]) => groups.size(group) > 1).map(([, variable]) => variable)),
  };
}

function namesOf(variables: readonly Variable[]): Set<string> {
  return new Set(variables.flatMap((variable) => variable.parts.map((part) => part.name)));
}

type Declared = Pick<Variable, 'name' | 'type' | 'parts'>;

/** Gives a parameter or capture its locals. */
export type DeclareParameter = (name: string, type: NumbaType) => readonly LocalExpression[];

function parameterOf(lowering: FunctionLowering): DeclareParameter {
  return (name, type) => lowering.ir.parameter(name, valueTypeOf(type), typeName(type));
}

function declareSteady(
  lowering: FunctionLowering,
  declare: DeclareParameter,
  name: string,
  type: NumbaType,
): Declared {
  const parts = declare(name, type);
  for (const part of parts) lowering.steadyLocals.add(part.name);
  return { name, type, parts };
}

function makeVariable(lowering: FunctionLowering, name: string, type: NumbaType): Declared {
  const scalars = flatten(valueTypeOf(type));
  const parts = scalars.map((scalar, i) =>
    lowering.ir.local(scalar, scalars.length === 1 ? name : `${name}.${i}`),
  );
  for (const part of parts) lowering.steadyLocals.add(part.name);
  return { name, type, parts };
}

function typeOf(typed: TypedFunction, version: Version): NumbaType {
  const type = typed.versionTypes.get(version);
  if (!type) throw new Error(`${typed.key}: ${version.name} has no type`);
  return unliteral(type);
}
