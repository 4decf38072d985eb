import type { Expression } from '../../ir/nodes';
import { type ScalarType, scalarSize } from '../../ir/scalarType';
import { forEachExpression, forEachStatement } from '../../ir/walk';
import type { LoopFacts } from './loopContext';

/** Bytes of the widest scalar that differs between iterations. */
export function widestOf({ loop, varying, types, wideSums }: LoopFacts): number {
  let widest = 1;
  const sums = new Set([...wideSums.values()].flat());
  const see = (type: ScalarType | undefined): void => {
    if (type && type !== 'bool' && type !== 'ptr') widest = Math.max(widest, scalarSize(type));
  };
  forEachExpression(loop.body, (one) => {
    if (one.op === 'load') see(one.type);
    const isConverted = one.op === 'convert' && !isIndex(one.value, loop.index) && !sums.has(one);
    if (one.op === 'math' || isConverted) see(one.type);
    if (one.op === 'math') widest = 8;
  });
  for (const local of varying) if (local !== loop.index && !wideSums.has(local)) see(types.get(local));
  forEachStatement(loop.body, (statement) => {
    if (statement.op === 'store') see(statement.value.type);
  });
  return widest;
}

function isIndex(expression: Expression, index: string): boolean {
  return expression.op === 'local' && expression.name === index;
}

/** How many iterations run together: more where there is little to do, so that loads can be many at a time. */
export function lanesOf(facts: LoopFacts, widest: number): number {
  let work = 0;
  let narrowest = widest;
  forEachExpression(facts.loop.body, (one) => {
    work += one.op === 'math' ? 40 : 1;
    if (one.op === 'load') narrowest = Math.min(narrowest, scalarSize(one.type));
  });
  forEachStatement(facts.loop.body, (statement) => {
    if (statement.op === 'store') narrowest = Math.min(narrowest, scalarSize(statement.value.type));
  });
  const unrolled = work <= 40 ? 4 : 2;
  return Math.max((16 / widest) * unrolled, 8 / narrowest);
}
