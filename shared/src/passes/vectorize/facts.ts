import type { Expression, ForStatement, FunctionIR, Statement } from '../../ir/nodes';
import type { ScalarType } from '../../ir/scalarType';
import { aliasingOf } from '../memory/aliasing';
import { usesLocal } from '../purity';
import { assignedLocals } from '../rewrite';
import { forEachStatement } from '../../ir/walk';
import { countReads, exposedReads } from '../carried';
import { Refusal } from './lanes';
import type { LoopFacts } from './loopContext';
import { type Reduction, reductionOf } from './reduction';
import { wideSumsOf } from './wideSums';

/** What is known of a loop, or why it cannot run several iterations together. */
export function factsOf(
  loop: ForStatement,
  fn: FunctionIR,
  types: ReadonlyMap<string, ScalarType>,
): LoopFacts {
  const { body } = loop;
  const assigned = assignedLocals(body);
  const carried = [...exposedReads(body)].filter((local) => assigned.has(local));
  const reductions = new Map<string, Reduction>();
  for (const local of carried) {
    const reduction = reductionOf(local, body, fn.fastmath === true);
    if (!reduction) throw new Refusal(carriedMessage(local, fn));
    reductions.set(local, reduction);
  }
  const varying = varyingLocals(loop, reductions);
  assigned.add(loop.index);
  return {
    loop,
    assigned,
    varying,
    definitions: definitionsOf(body),
    isGiven: (local) => !assignedLocals(fn.body).has(local),
    areApart: (one, other) => aliasingOf(fn).areApart(one, other),
    reductions,
    wideSums: wideSumsOf(body, reductions),
    reads: countReads([loop]),
    types: new Map(types),
  };
}

export function carriedMessage(local: string, fn: FunctionIR): string {
  const name = fn.locals.find((one) => one.name === local)?.sourceName;
  return `${name ? `'${name}'` : 'a value'} goes from one iteration to the next`;
}

/** Locals whose values differ between iterations, or that some iterations set and others do not. */
function varyingLocals(loop: ForStatement, reductions: ReadonlyMap<string, Reduction>): Set<string> {
  const varying = new Set([loop.index, ...reductions.keys()]);
  const depends = (expression: Expression) => usesLocal(expression, varying);
  const visit = (body: readonly Statement[], divided: boolean): boolean => {
    let leaves = false;
    for (const statement of body) {
      if (statement.op === 'set' && (divided || leaves || depends(statement.value)))
        varying.add(statement.local);
      else if (statement.op === 'if') {
        const inside = divided || leaves || depends(statement.condition);
        const first = visit(statement.whenTrue, inside);
        const second = visit(statement.whenFalse, inside);
        leaves ||= first || second;
      } else if (statement.op === 'for') {
        visit(statement.body, divided || leaves);
      } else if (statement.op === 'loop') {
        // Lanes leave such a loop one by one: all that it sets may differ.
        visit(statement.body, true);
      } else if (statement.op === 'break' && divided) leaves = true;
    }
    return leaves;
  };
  for (let before = -1; before !== varying.size; ) {
    before = varying.size;
    visit(loop.body, false);
  }
  return varying;
}

/** The values of locals that the body sets once. */
function definitionsOf(body: readonly Statement[]): Map<string, Expression> {
  const values = new Map<string, Expression>();
  const twice = new Set<string>();
  forEachStatement(body, (statement) => {
    if (statement.op === 'set') {
      if (values.has(statement.local)) twice.add(statement.local);
      values.set(statement.local, statement.value);
    } else if (statement.op === 'callMany') for (const local of statement.results) twice.add(local);
  });
  for (const local of twice) values.delete(local);
  return values;
}
