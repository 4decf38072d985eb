import { constant } from '../ir/expressions';
import type { Expression, ForStatement, FunctionIR, Statement } from '../ir/nodes';
import { forEachExpression, forEachStatement } from '../ir/walk';
import type { Report } from './remark';
import { mapBlocks, mapList, rewriteBody } from './rewrite';

/** Iterations of a loop that may stand one after the other, and operations that all of them may have. */
const mostTrips = 16;
const mostOperations = { inLoop: 400, once: 60 };

/**
 * Full unrolling: a small loop over a constant range becomes its iterations, with the index as a constant in each. What
 * such loops choose by their index is then known, and the loop around them has no loop inside any more.
 */
export function unrollLoops(fn: FunctionIR, report: Report): FunctionIR {
  const body = unrollBody(fn.body, 'once', report);
  return body === fn.body ? fn : { ...fn, body };
}

type Place = keyof typeof mostOperations;

function unrollBody(body: readonly Statement[], place: Place, report: Report): readonly Statement[] {
  let changed = false;
  const result = body.flatMap((statement): readonly Statement[] => {
    const isLoop = statement.op === 'for' || statement.op === 'loop';
    const inner = mapBlocks(statement, (one) => unrollBody(one, isLoop ? 'inLoop' : place, report));
    const iterations = inner.op === 'for' ? unrolled(inner, mostOperations[place]) : undefined;
    if (iterations) report('unrolled all iterations of a small loop', inner.range);
    changed ||= inner !== statement || iterations !== undefined;
    return iterations ?? [inner];
  });
  return changed ? result : body;
}

function unrolled(loop: ForStatement, most: number): readonly Statement[] | undefined {
  const range = [loop.start, loop.stop, loop.step].map(integerOf);
  const [start, stop, step] = range;
  if (start === undefined || stop === undefined || !step || loop.parallel) return undefined;
  const span = step > 0n ? stop - start : start - stop;
  const size = step > 0n ? step : -step;
  const trips = span <= 0n ? 0n : (span + size - 1n) / size;
  if (trips > BigInt(mostTrips) || countOperations(loop) * Number(trips) > most) return undefined;
  const type = loop.start.type;
  const iterations = Array.from({ length: Number(trips) }, (_, i) =>
    iteration(loop, constant(type, start + BigInt(i) * step)),
  );
  const end = constant(type, start + trips * step);
  return [...iterations.flat(), { op: 'set', local: loop.index, value: end, range: loop.range }];
}

function integerOf(expression: Expression): bigint | undefined {
  return expression.op === 'const' ? BigInt(expression.value) : undefined;
}

/** No end of them where there are loops inside, or ways out. */
function countOperations(loop: ForStatement): number {
  let operations = 0;
  forEachStatement(loop.body, (one) => {
    const isPlain = one.op !== 'for' && one.op !== 'loop' && one.op !== 'try';
    operations += isPlain && !(one.op === 'break' && one.label === loop.label) ? 1 : Number.POSITIVE_INFINITY;
  });
  forEachExpression(loop.body, (one) => {
    if (one.op !== 'local' && one.op !== 'const') operations++;
  });
  return operations;
}

function iteration({ label, index, body, range }: ForStatement, value: Expression): readonly Statement[] {
  const own = rewriteBody(body, (one) => (one.op === 'local' && one.name === index ? value : one));
  const left = leavingBlock(own, label);
  return left === own ? own : [{ op: 'block', label, body: left, range }];
}

/** What goes on with the next iteration leaves the block of its own. */
function leavingBlock(body: readonly Statement[], label: string): readonly Statement[] {
  return mapList(body, (statement): Statement => {
    if (statement.op !== 'continue' || statement.label !== label)
      return mapBlocks(statement, (one) => leavingBlock(one, label));
    return { op: 'break', label, range: statement.range };
  });
}
