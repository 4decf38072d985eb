import type { AstNode, BoolOp, Expression, IfExp } from '../../parse/ast';
import { boolean, type NumbaType } from '../../types/numbaType';
import { unifyPair } from '../../types/unify';
import { expressionArgument } from '../calls/argument';
import { callLibrary } from '../calls/libraryCall';
import { type Inference, reach, report, sourceOf } from '../inference';
import { inferExpression } from './expression';

/** Types a test whose value is only looked at for its truth; `owner` is what decides by it. */
export function inferCondition(inf: Inference, test: Expression, owner: AstNode): void {
  reach(inf, test);
  const decided = inf.decided.get(test);
  if (decided !== undefined) {
    inf.decided.set(owner, decided);
    return;
  }
  if (test.kind === 'UnaryOp' && test.op === 'not') {
    inferCondition(inf, test.operand, test);
    inf.round.types.set(test, boolean);
    return;
  }
  if (test.kind === 'BoolOp') {
    for (const operand of liveOperands(inf, test)) inferCondition(inf, operand, operand);
    inf.round.types.set(test, boolean);
    return;
  }
  const type = inferExpression(inf, test);
  if (type) checkTruth(inf, test, type);
}

/** Operands that can run: after one that decides the whole, none does. */
function liveOperands(inf: Inference, node: BoolOp): readonly Expression[] {
  const stop = node.values.findIndex((operand) => inf.decided.get(operand) === (node.op === 'or'));
  return stop < 0 ? node.values : node.values.slice(0, stop + 1);
}

function checkTruth(inf: Inference, test: Expression, type: NumbaType): void {
  const outcome = callLibrary(inf, 'operator.truth', [expressionArgument(test, type)]);
  if (outcome.kind !== 'mismatch') return;
  report(inf, 'typing', test, { kind: 'unsupported-argument', callee: 'bool', types: [type] });
}

/** `a and b` as a value: of a type that all operands share. */
export function inferBoolOp(inf: Inference, node: BoolOp): NumbaType | undefined {
  const operands = liveOperands(inf, node);
  const types: { readonly node: Expression; readonly type: NumbaType | undefined }[] = [];
  for (const [i, operand] of operands.entries()) {
    const type = prunedTest(inf, node, operand) ?? inferExpression(inf, operand);
    if (type && i < operands.length - 1) checkTruth(inf, operand, type);
    if (inf.decided.get(operand) !== (node.op === 'and') || i === operands.length - 1) {
      types.push({ node: operand, type });
    }
  }
  return merge(inf, node, types);
}

/** Numba puts the number 0 or 1 in the place of a comparison with None whose branch it prunes. */
function prunedTest(inf: Inference, node: BoolOp, operand: Expression): NumbaType | undefined {
  const decides = inf.decided.get(operand) === (node.op === 'or');
  if (!decides || operand.kind !== 'Compare' || operand === node.values.at(-1)) return undefined;
  inferExpression(inf, operand);
  return { kind: 'literal', literal: 'int', value: node.op === 'or' ? 1n : 0n };
}

export function inferIfExp(inf: Inference, node: IfExp): NumbaType | undefined {
  inferCondition(inf, node.test, node);
  const decided = inf.decided.get(node.test);
  const branches = [node.body, node.orelse].filter((_, i) => decided !== (i === 1));
  return merge(
    inf,
    node,
    branches.map((branch) => ({ node: branch, type: inferExpression(inf, branch) })),
  );
}

function merge(
  inf: Inference,
  node: Expression,
  branches: readonly { readonly node: Expression; readonly type: NumbaType | undefined }[],
): NumbaType | undefined {
  let merged: NumbaType | undefined;
  for (const { type } of branches) {
    if (!type) continue;
    const unified = merged ? unifyPair(merged, type) : type;
    if (unified) merged = unified;
    else if (type.kind === 'closure' || merged?.kind === 'closure') {
      // Numba makes compiled functions of both, which it may take as values.
      inf.round.guessed = true;
      return undefined;
    } else {
      const types = branches.flatMap((branch) => (branch.type ? [branch.type] : []));
      const related = branches.map((branch) => ({
        range: branch.node.range,
        role: 'assigned' as const,
        subject: sourceOf(inf, branch.node),
        ...(branch.type && { type: branch.type }),
      }));
      return report(
        inf,
        'typing',
        node,
        { kind: 'cannot-unify', subject: sourceOf(inf, node), types },
        { related },
      );
    }
  }
  return merged;
}
