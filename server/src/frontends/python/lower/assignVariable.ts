import { constant } from '@jitsight/shared/ir/expressions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import type { Edge, Version } from '../infer/ssa';
import type { Body } from './body';
import { readsLocals } from './effects';
import type { Value } from './lowering';
import { countedParts } from './references';
import { keep } from './temporaries';
import type { Variable } from './variables';

/** Makes `version` hold `value`, converted to its type. */
export function assignVersion(body: Body, version: Version, value: Value): void {
  assignVariable(body, body.variables.of(version), value);
}

export function assignVariable(body: Body, variable: Variable, value: Value): void {
  const { lowering } = body;
  const converted = lowering.cast(value, variable.type);
  if (variable.owns) {
    const parts = converted.parts.map((part) => heldApart(body, part, variable));
    body.variables.noteAssignment(variable, isBorrowed(body, { type: variable.type, parts }));
    keep(lowering, { type: variable.type, parts });
    if (!holdsNothing(body, variable)) lowering.release(variable);
    setParts(body, variable, parts);
    return;
  }
  // A part may read locals that an earlier part overwrites: x, y of a complex number.
  const names = new Set<string>();
  const parts = converted.parts.map((part, i) => {
    const clash = i > 0 && readsLocals(part, names);
    names.add(variable.parts[i]!.name);
    return clash ? lowering.ir.hold(part, variable.name) : part;
  });
  setParts(body, variable, parts);
}

/** Whether what the value refers to lives as long as the function runs, whatever it does: constants, parameters' memory. */
function isBorrowed(body: Body, value: Value): boolean {
  return countedParts(body.lowering.module, value.type).every(({ index }) => {
    const pointer = value.parts[index]!;
    return pointer.op === 'const' || (pointer.op === 'local' && body.variables.borrowed().has(pointer.name));
  });
}

/** Whether the variable holds nothing yet: it is assigned here only, and not in a loop. */
function holdsNothing(body: Body, variable: Variable): boolean {
  const runsOnce = !body.generator && body.loopDepth === 0;
  return runsOnce && body.variables.isAssignedOnce(variable);
}

function setParts(body: Body, variable: Variable, parts: readonly Expression[]): void {
  variable.parts.forEach((local, i) => {
    const part = parts[i]!;
    if (part.op !== 'local' || part.name !== local.name) body.lowering.ir.set(local, part);
  });
}

/** The part, safe from the release of what the variable holds and from its own locals being set. */
function heldApart(body: Body, part: Expression, variable: Variable): Expression {
  if (part.op === 'const' || part.op === 'dataAddress') return part;
  if (part.op === 'local' && !variable.parts.some((local) => local.name === part.name)) return part;
  return body.lowering.ir.hold(part, variable.name);
}

/** Forgets what a variable holds, for `del`. */
export function clearVersion(body: Body, version: Version): void {
  const variable = body.variables.of(version);
  if (!variable.owns) return;
  body.lowering.release(variable);
  for (const local of variable.parts) body.lowering.ir.set(local, constant(local.type, 0));
}

/** Makes the phi copies of an edge. A path on which the variable is unassigned leaves it as it is: zero, as in Numba. */
export function copyAlong(body: Body, kind: Edge['kind'], node: object): void {
  for (const { phi, operand } of body.edges(kind, node)) {
    if (!operand) continue;
    const source = body.variables.of(operand);
    if (source !== body.variables.of(phi))
      assignVersion(body, phi, { type: source.type, parts: source.parts });
  }
}

/** Whether `copyAlong` would emit anything. */
export function hasCopies(body: Body, kind: Edge['kind'], node: object): boolean {
  return body
    .edges(kind, node)
    .some(({ phi, operand }) => operand && body.variables.of(operand) !== body.variables.of(phi));
}
