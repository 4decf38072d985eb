import { add, binary, convert, localExpression, mul } from '../../ir/expressions';
import type { Expression, ForStatement, SetStatement, Statement } from '../../ir/nodes';
import { isIntegerScalar } from '../../ir/scalarType';
import { forEachStatement } from '../../ir/walk';
import { rewriteBody } from '../rewrite';
import { countReads } from '../carried';
import type { FreshLocals } from './loopContext';

export interface Counted {
  readonly body: readonly Statement[];
  /** Keeps what the counters are before the loop. */
  readonly before: readonly Statement[];
  /** What the counters are when the iterations before `split` are done. */
  after(split: Expression): readonly Statement[];
}

/**
 * Reads of what the loop counts beside its index, as `position += 1` does, by the index: iterations then do not wait for
 * each other. The counting itself comes after the loop.
 */
export function countByIndex(loop: ForStatement, first: Expression, fresh: FreshLocals): Counted {
  let { body } = loop;
  const before: Statement[] = [];
  const counters: { readonly update: Update; readonly start: Expression }[] = [];
  const passed = (index: Expression, { value }: Update): Expression =>
    mul(convert(binary('sub', index, first), value.type), value.right);
  for (const update of leavesEarly(body) ? [] : countersOf(body)) {
    const { local, value } = update;
    const start = fresh.make(value.type, `${local}.0`);
    before.push({ op: 'set', local: start.name, value: localExpression(local, value.type) });
    counters.push({ update, start });
    const now = add(start, passed(localExpression(loop.index, loop.start.type), update));
    const at = body.indexOf(update);
    const reading = (list: readonly Statement[], instead: Expression) =>
      rewriteBody(list, (one) => (one.op === 'local' && one.name === local ? instead : one));
    body = [...reading(body.slice(0, at), now), ...reading(body.slice(at + 1), add(now, value.right))];
  }
  const after = (split: Expression): readonly Statement[] =>
    counters.map(({ update, start }) => ({ ...update, value: add(start, passed(split, update)) }));
  return { body, before, after };
}

/** The loop as it is. */
export function uncounted({ body }: ForStatement): Counted {
  return { body, before: [], after: () => [] };
}

type Update = SetStatement & {
  readonly value: Expression & { readonly op: 'add'; readonly right: Expression };
};

/** Statements of every iteration that add a constant to an integer which nothing else sets and something else reads. */
function countersOf(body: readonly Statement[]): readonly Update[] {
  const sets = new Map<string, number>();
  forEachStatement(body, (one) => {
    const locals = one.op === 'set' ? [one.local] : one.op === 'callMany' ? one.results : [];
    for (const local of locals) sets.set(local, (sets.get(local) ?? 0) + 1);
    if (one.op === 'for') sets.set(one.index, 2);
  });
  const reads = countReads(body);
  return body.filter((one): one is Update => {
    if (one.op !== 'set' || one.value.op !== 'add') return false;
    const { left, right, type } = one.value;
    const counts = left.op === 'local' && left.name === one.local && right.op === 'const';
    return counts && isIntegerScalar(type) && sets.get(one.local) === 1 && reads.get(one.local)! > 1;
  });
}

function leavesEarly(body: readonly Statement[]): boolean {
  let found = false;
  forEachStatement(body, (one) => {
    found ||= one.op === 'continue' || one.op === 'break' || one.op === 'return';
  });
  return found;
}
