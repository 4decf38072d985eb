import { isTrivial } from '../../ir/expressions';
import type { Expression, FunctionIR, Statement } from '../../ir/nodes';
import { isPure, usesLocal } from '../purity';
import { assignedLocals, mapBlocks, mapExpressions, rewriteExpression } from '../rewrite';
import { expressionKey } from '../sameExpression';
import { type Facts, factsOf, forget, know, meet, noFacts } from './facts';
import { boundsOf, isBelow, leastOf } from './evaluate';
import { loopFacts } from './loopFacts';
import { refine } from './refine';

/**
 * Removes the wrap-around of indices that cannot be negative and the checks of indices that are in range, by a
 * forward analysis of lower bounds and of symbolic upper bounds such as `i < n`.
 */
export function removeChecks(fn: FunctionIR): FunctionIR {
  return { ...fn, body: analyze(fn.body, noFacts).body };
}

/** `after` is undefined where control does not get past the statements. */
interface Analyzed {
  readonly body: readonly Statement[];
  readonly after: Facts | undefined;
}

function analyze(body: readonly Statement[], entry: Facts): Analyzed {
  const result: Statement[] = [];
  let facts: Facts | undefined = entry;
  for (const statement of body) {
    // Behind a jump nothing runs; what stands there is kept for the verifier's sake.
    const step: { statement: Statement; after: Facts | undefined } = analyzeStatement(
      statement,
      facts ?? noFacts,
    );
    result.push(step.statement);
    facts = facts && step.after;
  }
  return { body: result, after: facts };
}

function analyzeStatement(
  statement: Statement,
  facts: Facts,
): { statement: Statement; after: Facts | undefined } {
  const simple = mapExpressions(statement, (expression) => simplifyIndices(expression, facts));
  switch (simple.op) {
    case 'set':
      return { statement: simple, after: assigned(facts, simple.local, simple.value) };
    case 'callMany':
      return { statement: simple, after: forget(facts, new Set(simple.results)) };
    case 'if':
      return analyzeIf(simple, facts);
    case 'for':
    case 'loop': {
      const { body } = analyze(simple.body, loopFacts(simple, facts));
      return { statement: { ...simple, body }, after: forget(facts, assignedLocals([simple])) };
    }
    case 'block':
    case 'try': {
      const after = forget(facts, assignedLocals([simple]));
      const inner = mapBlocks(simple, (body) => analyze(body, simple.op === 'block' ? facts : after).body);
      return { statement: inner, after };
    }
    case 'break':
    case 'continue':
    case 'return':
    case 'raise':
      return { statement: simple, after: undefined };
    default:
      return { statement: simple, after: facts };
  }
}

function analyzeIf(
  statement: Statement & { op: 'if' },
  facts: Facts,
): { statement: Statement; after: Facts | undefined } {
  const whenTrue = analyze(statement.whenTrue, refine(facts, statement.condition, true));
  const whenFalse = analyze(statement.whenFalse, refine(facts, statement.condition, false));
  const result = { ...statement, whenTrue: whenTrue.body, whenFalse: whenFalse.body };
  if (!whenTrue.after || !whenFalse.after)
    return { statement: result, after: whenTrue.after ?? whenFalse.after };
  const after = meet(whenTrue.after, whenFalse.after);
  return { statement: result, after: shortCircuit(statement, facts, whenTrue.after, after) };
}

/**
 * `if (t) { t = second }` is `t and second`: where t is true afterwards, both held. Other locals that only the
 * first branch sets from false are alike.
 */
function shortCircuit(
  statement: Statement & { op: 'if' },
  before: Facts,
  inTrue: Facts,
  after: Facts,
): Facts {
  const { condition } = statement;
  if (condition.op !== 'local' || statement.whenFalse.length > 0) return after;
  const changed = assignedLocals(statement.whenTrue);
  if (!changed.has(condition.name)) return after;
  const first = factsOf(before, condition.name).implies.filter((one) => !usesLocal(one, changed));
  const second = factsOf(inTrue, condition.name).implies;
  return know(after, condition.name, { implies: [...first, ...second] });
}

function assigned(facts: Facts, local: string, value: Expression): Facts {
  const least = value.type === 'i64' ? leastOf(value, facts) : undefined;
  const above = value.type === 'i64' ? boundsOf(value, facts) : [];
  const target = new Set([local]);
  const known = forget(facts, target);
  const below = new Map(
    above.filter(({ bound }) => !usesLocal(bound, target)).map((one) => [expressionKey(one.bound), one]),
  );
  // A copy is equal to its source until either changes: one upper bound says so.
  if (value.type === 'i64' && isTrivial(value) && !usesLocal(value, target))
    below.set(expressionKey(value), { bound: value, offset: 1n });
  const implies =
    value.type === 'bool' ? conditionsOf(value, facts).filter((one) => !usesLocal(one, target)) : [];
  return least === undefined && below.size === 0 && implies.length === 0
    ? known
    : know(known, local, { least, below, implies });
}

function conditionsOf(value: Expression, facts: Facts): readonly Expression[] {
  if (value.op === 'local') return factsOf(facts, value.name).implies;
  return isPure(value) ? [value] : [];
}

function simplifyIndices(expression: Expression, facts: Facts): Expression {
  return rewriteExpression(expression, (one) => {
    if (one.op === 'wrapIndex') return (leastOf(one.index, facts) ?? -1n) >= 0n ? one.index : one;
    if (one.op !== 'checkIndex') return one;
    const inRange = (leastOf(one.index, facts) ?? -1n) >= 0n && isBelow(one.index, one.length, facts);
    return inRange ? one.index : one;
  });
}
