import { and, ge, gt, i64 } from '../ir/expressions';
import type { Expression, ForStatement, FunctionIR, Statement } from '../ir/nodes';
import { forEachExpression, forEachStatement } from '../ir/walk';
import { isPure } from './purity';
import type { Report } from './remark';
import { mapBlocks, mapList, rewriteBody } from './rewrite';
import { expressionKey } from './sameExpression';

/** Statements of a loop that may stand twice in the program. */
const mostStatements = 40;

/**
 * Loop versioning: an innermost loop that counts up, whose indices would wrap around only if the first of them were
 * negative, asks that once before it starts. The loop stands twice, without and with the wrap-around.
 */
export function guardLoops(fn: FunctionIR, report: Report): FunctionIR {
  const body = guardBody(fn.body, report);
  return body === fn.body ? fn : { ...fn, body };
}

function guardBody(body: readonly Statement[], report: Report): readonly Statement[] {
  return mapList(body, (statement) => {
    const inner = mapBlocks(statement, (one) => guardBody(one, report));
    if (inner.op !== 'for' || inner.start.type !== 'i64' || !isSmallAndInnermost(inner)) return inner;
    const guarded = versioned(inner);
    if (guarded) report('tested before the loop that no index in it is negative', inner.range);
    return guarded ?? inner;
  });
}

function isSmallAndInnermost(loop: ForStatement): boolean {
  let count = 0;
  let nested = false;
  forEachStatement(loop.body, (one) => {
    count++;
    nested ||= one.op === 'for' || one.op === 'loop';
  });
  return !nested && count <= mostStatements;
}

function versioned(loop: ForStatement): Statement | undefined {
  const { start, step, range } = loop;
  if (![start, step].every(isPure) || (step.op === 'const' && step.value < 0)) return undefined;
  const tests = new Map<string, Expression>();
  const proven = new Set<string>();
  forEachExpression(loop.body, (one) => {
    if (one.op !== 'wrapIndex' || !isAscending(one.index, loop.index)) return;
    proven.add(expressionKey(one.index));
    const first = ge(at(one.index, loop.index, start), i64(0));
    tests.set(expressionKey(first), first);
  });
  if (proven.size === 0) return undefined;
  if (step.op !== 'const') {
    const ascending = gt(step, i64(0));
    tests.set(expressionKey(ascending), ascending);
  }
  const body = rewriteBody(loop.body, (one) =>
    one.op === 'wrapIndex' && proven.has(expressionKey(one.index)) ? one.index : one,
  );
  const condition = [...tests.values()].reduce(and);
  return { op: 'if', condition, whenTrue: [{ ...loop, body }], whenFalse: [loop], range };
}

/** The index itself, or a small constant more or less: it grows with the index and cannot wrap around before it. */
function isAscending(expression: Expression, index: string): boolean {
  if (expression.op === 'local') return expression.name === index;
  if (expression.op !== 'add' && expression.op !== 'sub') return false;
  const { left, right } = expression;
  return right.op === 'const' && Math.abs(Number(right.value)) <= 2 ** 20 && isAscending(left, index);
}

function at(expression: Expression, index: string, start: Expression): Expression {
  if (expression.op === 'local' && expression.name === index) return start;
  if (expression.op !== 'add' && expression.op !== 'sub') return expression;
  return { ...expression, left: at(expression.left, index, start) };
}
