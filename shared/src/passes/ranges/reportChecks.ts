import type { Expression, Statement } from '../../ir/nodes';
import { childrenOf, everyChild, expressionsOf, forEachStatement } from '../../ir/walk';
import type { TextRange } from '../../source/range';
import type { Report } from '../remark';

/** Index work of the statements that came from one place of the source. */
interface IndexWork {
  wraps: number;
  checks: number;
}

/** Says of every place what became of its wrap-arounds and checks. */
export function reportChecks(
  before: readonly Statement[],
  after: readonly Statement[],
  report: Report,
): void {
  const left = workByPlace(after);
  for (const [key, { range, work }] of workByPlace(before)) {
    const { wraps, checks } = left.get(key)?.work ?? { wraps: 0, checks: 0 };
    const removed = [
      ...(wraps < work.wraps ? ['the wrap-around of negative indices'] : []),
      ...(checks < work.checks ? ['bounds checks'] : []),
    ];
    const kept = [
      ...(wraps > 0 ? ['wrap-around: an index may be negative'] : []),
      ...(checks > 0 ? ['a bounds check: an index may be out of range'] : []),
    ];
    if (removed.length > 0) report(`removed ${removed.join(' and ')}`, range);
    if (kept.length > 0) report(`kept ${kept.join(', and ')}`, range);
  }
}

function workByPlace(body: readonly Statement[]): Map<string, { range: TextRange; work: IndexWork }> {
  const places = new Map<string, { range: TextRange; work: IndexWork }>();
  forEachStatement(body, (statement) => {
    const { range } = statement;
    if (!range || !expressionsOf(statement).some(hasIndexWork)) return;
    const key = `${range.start} ${range.end}`;
    const place = places.get(key) ?? { range, work: { wraps: 0, checks: 0 } };
    for (const expression of expressionsOf(statement)) count(expression, place.work);
    places.set(key, place);
  });
  return places;
}

function hasIndexWork(expression: Expression): boolean {
  if (expression.op === 'wrapIndex' || expression.op === 'checkIndex') return true;
  return !everyChild(expression, (child) => !hasIndexWork(child));
}

function count(expression: Expression, work: IndexWork): void {
  if (expression.op === 'wrapIndex') work.wraps++;
  if (expression.op === 'checkIndex') work.checks++;
  for (const child of childrenOf(expression)) count(child, work);
}
