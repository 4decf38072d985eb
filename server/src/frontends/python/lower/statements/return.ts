import type { Expression as IrExpression } from '@jitsight/shared/ir/nodes';
import type { Expression } from '../../parse/ast';
import { none } from '../../types/numbaType';
import type { Body, GeneratorFrame } from '../body';
import { putAway } from '../expressions/arguments';
import { lowerExpression } from '../expressions/lowerExpression';
import type { Value } from '../lowering';
import { callOn, countedParts } from '../references';
import { keepPart, releaseAllTemporaries } from '../temporaries';

/** Returns the value, or None: the caller becomes an owner of it, and the function gives up what it owns. */
export function lowerReturn(body: Body, node: Expression | undefined): boolean {
  if (body.generator) return endGenerator(body, body.generator);
  const { lowering, typed } = body;
  const value: Value = node ? lowerExpression(body, node) : { type: none, parts: [] };
  const result = lowering.cast(value, typed.returnType);
  const finallies = body.enclosing.filter((frame) => frame.kind === 'finally').reverse();
  const owners = body.variables.owners();
  const disturbed = owners.length > 0 || finallies.length > 0 || ownsTemporaries(body);
  const safe = disturbed ? settle(body, result, finallies.length > 0) : result;
  for (const frame of finallies) frame.run();
  const passedOn = passOwnership(body, safe);
  releaseAllTemporaries(lowering);
  for (const variable of owners) {
    for (const part of countedParts(lowering.module, variable.type)) {
      const local = variable.parts[part.index]!;
      if (!passedOn.has(local.name)) callOn(lowering, part.release, local);
    }
  }
  lowering.ir.return(safe.parts);
  return false;
}

/** `return` in a generator ends the loop over it; the loop's end releases the generator's variables. */
function endGenerator(body: Body, { end, outside }: GeneratorFrame): boolean {
  for (const frame of body.enclosing.toReversed()) if (frame.kind === 'finally') frame.run();
  releaseAllTemporaries(body.lowering, outside);
  body.lowering.ir.break(end);
  return false;
}

function ownsTemporaries(body: Body): boolean {
  for (let pool = body.lowering.temporaries; pool; pool = pool.outer!) {
    if (pool.owned.length > 0) return true;
  }
  return false;
}

/** The value in a form that releases, and a finally clause, leave as it is. */
function settle(body: Body, value: Value, variablesMayChange: boolean): Value {
  if (variablesMayChange) return putAway(body, value);
  return body.lowering.hold(value);
}

/** Makes the caller an owner; the names are of variables that hand over their own reference. */
function passOwnership(body: Body, value: Value): Set<string> {
  const { lowering } = body;
  const owned = new Map<string, IrExpression>();
  for (const variable of body.variables.owners()) {
    for (const part of countedParts(lowering.module, variable.type)) {
      const local = variable.parts[part.index]!;
      owned.set(local.name, local);
    }
  }
  const passedOn = new Set<string>();
  for (const part of countedParts(lowering.module, value.type)) {
    const pointer = value.parts[part.index]!;
    const isVariables = pointer.op === 'local' && owned.has(pointer.name) && !passedOn.has(pointer.name);
    if (isVariables) passedOn.add(pointer.name);
    else keepPart(lowering, pointer, part.retain);
  }
  return passedOn;
}
