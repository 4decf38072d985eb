import { and, binary, ge, gt, i64 } from '../ir/expressions';
import type { Expression, ForStatement, FunctionIR, Statement } from '../ir/nodes';
import { forEachExpression, forEachStatement } from '../ir/walk';
import { formValue, type LinearForm, type LinearScope, linearForm, ofTerm, stepOf, sum } from './linearForm';
import { isPure, usesLocal } from './purity';
import type { Report } from './remark';
import { assignedLocals, mapBlocks, mapList, rewriteBody } from './rewrite';
import { expressionKey } from './sameExpression';

/** Statements of a loop that may stand twice in the program. */
const mostStatements = 40;

/**
 * Loop versioning: an innermost loop that counts up, whose indices would wrap around below zero only if the first or the
 * last of them were negative, asks that once before it starts. The loop stands twice, without and with the wrap-around.
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
  const scope = scopeOf(loop);
  forEachExpression(loop.body, (one) => {
    if (one.op !== 'wrapIndex') return;
    const ends = endsOf(one.index, loop, scope);
    if (!ends) return;
    proven.add(expressionKey(one.index));
    for (const end of ends) {
      const test = ge(end, i64(0));
      tests.set(expressionKey(test), test);
    }
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

function scopeOf(loop: ForStatement): LinearScope {
  const assigned = assignedLocals(loop.body).add(loop.index);
  return {
    isIndex: (local) => local === loop.index,
    isInvariant: (expression) => isPure(expression) && !usesLocal(expression, assigned),
    definition: () => undefined,
    checked: () => false,
  };
}

/** How fast an index may move: a loop in which it wraps around at 64 bits would not come to an end. */
const fastest = 2n ** 12n;

/**
 * Values that an index has at the ends of the loop, none of them negative only if no value between them is: the first of
 * one that grows with the loop, the first and the last of one that falls.
 */
function endsOf(index: Expression, loop: ForStatement, scope: LinearScope): Expression[] | undefined {
  const form = linearForm(index, scope);
  const steps = form && stepOf(form, loop.index);
  if (!form || !steps || steps.terms.size > 0 || steps.constant === 0n) return undefined;
  const rest = sum(form, ofTerm({ index: loop.index, factor: 1n }), -steps.constant);
  const { start, stop, step } = loop;
  const stride = step.op === 'const' ? BigInt(step.value) : undefined;
  const pace = (stride ?? 1n) * steps.constant;
  const known = rest.terms.size === 0 && abs(rest.constant) <= 2n ** 20n;
  if (stride === undefined ? pace !== 1n || !known : abs(pace) > fastest) return undefined;
  const at = (place: Expression) => formValue(sum(rest, valueForm(place), steps.constant));
  if (pace > 0n) return [at(start)];
  return isPure(stop) ? [at(start), at(binary('sub', stop, i64(1)))] : undefined;
}

function valueForm(value: Expression): LinearForm {
  return value.op === 'const'
    ? { terms: new Map(), constant: BigInt(value.value) }
    : ofTerm({ variable: value, factor: 1n });
}

function abs(value: bigint): bigint {
  return value < 0n ? -value : value;
}
