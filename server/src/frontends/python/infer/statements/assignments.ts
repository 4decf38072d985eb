import type { AnnAssign, Assign, AugAssign, Delete, Expression } from '../../parse/ast';
import type { NumbaType } from '../../types/numbaType';
import { expressionArgument } from '../calls/argument';
import { callLibrary } from '../calls/libraryCall';
import { inferExpression } from '../expressions/expression';
import { inPlaceOperator } from '../expressions/operatorNames';
import { operatorProblem } from '../expressions/operators';
import { inferIndex, itemAt } from '../expressions/subscripts';
import { type Inference, reach, report, sourceOf } from '../inference';
import { closureNamed } from '../variables';
import { versionType } from '../versionTypes';
import { readonlyStore } from './readonlyStore';
import { assignTarget } from './targets';

export function inferAssign(inf: Inference, node: Assign): void {
  const [only] = node.targets;
  // A lambda with a name is inlined where it is called; where the name is used otherwise, that is looked at there.
  if (node.value.kind === 'Lambda' && only?.kind === 'Name' && closureNamed(inf.module, only)) {
    inf.round.discarded.add(node.value);
  }
  const type = inferExpression(inf, node.value);
  for (const target of node.targets) assignTarget(inf, target, type, node.value);
}

export function inferAnnotated(inf: Inference, node: AnnAssign): void {
  if (node.value) assignTarget(inf, node.target, inferExpression(inf, node.value), node.value);
}

/** `x += y`: reads the target, applies the in-place operator, stores the result. */
export function inferAugmented(inf: Inference, node: AugAssign): void {
  reach(inf, node.target);
  const left = readTarget(inf, node.target);
  const right = inferExpression(inf, node.value);
  if (left) inf.round.types.set(node.target, left);
  const result = left && right && applyInPlace(inf, node, left, right);
  assignTarget(inf, node.target, result);
}

function readTarget(inf: Inference, target: Expression): NumbaType | undefined {
  if (target.kind === 'Name') {
    const version = inf.ssa.form.augmentedUses.get(target);
    if (version) return versionType(inf, version);
    return inferUnassigned(inf, target);
  }
  if (target.kind === 'Subscript') {
    const container = inferExpression(inf, target.value);
    const index = inferIndex(inf, target.index);
    return container && index && itemAt(inf, target, container, index);
  }
  return inferExpression(inf, target);
}

function inferUnassigned(inf: Inference, target: Expression & { kind: 'Name' }): undefined {
  if (inf.ssa.unassigned.has(target)) {
    return report(inf, 'bytecode', target, { kind: 'unbound-variable', subject: target.id });
  }
  const meaning = inf.module.resolve(target);
  if (meaning.kind === 'local') return undefined;
  return report(inf, 'bytecode', target, { kind: 'write-to-global', subject: target.id });
}

function applyInPlace(
  inf: Inference,
  node: AugAssign,
  left: NumbaType,
  right: NumbaType,
): NumbaType | undefined {
  const outcome = callLibrary(inf, inPlaceOperator(node.op), [
    expressionArgument(node.target, left),
    expressionArgument(node.value, right),
  ]);
  if (outcome.kind === 'typed') {
    inf.round.resolutions.set(node, outcome.resolution);
    return outcome.type;
  }
  if (outcome.kind === 'pending') return undefined;
  if (left.kind === 'array' && left.readonly) {
    return report(inf, 'typing', node, readonlyStore(inf, node.target, left));
  }
  return operatorProblem(inf, node, `${node.op}=`, [left, right]);
}

export function inferDelete(inf: Inference, node: Delete): void {
  for (const target of node.targets) {
    if (target.kind === 'Subscript') deleteItem(inf, target);
    else if (target.kind === 'Name') {
      report(inf, 'bytecode', node, {
        kind: 'unsupported-syntax',
        construct: `del ${target.id}`,
        reason: 'variables of compiled functions cannot be deleted',
      });
    } else if (target.kind === 'Attribute') {
      report(inf, 'typing', node, {
        kind: 'unsupported-syntax',
        construct: `del ${sourceOf(inf, target)}`,
        reason: 'Unsupported constraint encountered: attributes cannot be deleted',
      });
    }
  }
}

function deleteItem(inf: Inference, target: Expression & { kind: 'Subscript' }): void {
  const container = inferExpression(inf, target.value);
  const index = inferIndex(inf, target.index);
  if (!container || !index) return;
  const outcome = callLibrary(inf, 'operator.delitem', [
    expressionArgument(target.value, container),
    expressionArgument(target.index, index),
  ]);
  if (outcome.kind === 'typed') inf.round.stores.set(target, outcome.resolution);
  else if (outcome.kind !== 'pending') {
    report(inf, 'typing', target, { kind: 'unsupported-index', type: container, index, store: true });
  }
}
