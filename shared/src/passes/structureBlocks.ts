import type { FunctionIR, Statement } from '../ir/nodes';
import { forEachStatement } from '../ir/walk';
import { mapBlocks, mapList } from './rewrite';

/**
 * Blocks that are only left at the end of a branch become branches: `if c { a; break } b` is `if c { a } else { b }`. What
 * an inlined function with early returns leaves is then code without jumps.
 */
export function structureBlocks(fn: FunctionIR): FunctionIR {
  const body = structureBody(fn.body);
  return body === fn.body ? fn : { ...fn, body };
}

function structureBody(body: readonly Statement[]): readonly Statement[] {
  const inner = mapList(body, (statement) => mapBlocks(statement, structureBody));
  if (!inner.some((statement) => statement.op === 'block')) return inner;
  return inner.flatMap((statement) => {
    if (statement.op !== 'block') return [statement];
    return withoutBreaks(statement.body, statement.label) ?? [statement];
  });
}

/** The statements without a break out of `label`; undefined where one is too deep inside. */
function withoutBreaks(body: readonly Statement[], label: string): readonly Statement[] | undefined {
  const result: Statement[] = [];
  for (const [i, statement] of body.entries()) {
    if (statement.op === 'break' && statement.label === label) return result;
    if (!breaks([statement], label)) {
      result.push(statement);
      continue;
    }
    if (statement.op !== 'if') return undefined;
    const { whenTrue, whenFalse } = statement;
    const rest = body.slice(i + 1);
    const first = withoutBreaks(leaves(whenTrue, label) ? whenTrue : [...whenTrue, ...rest], label);
    const second = withoutBreaks(leaves(whenFalse, label) ? whenFalse : [...whenFalse, ...rest], label);
    // The rest may stand in one branch only, or code would grow.
    if (!first || !second || !(leaves(whenTrue, label) || leaves(whenFalse, label) || rest.length === 0))
      return undefined;
    return [...result, { ...statement, whenTrue: first, whenFalse: second }];
  }
  return result;
}

/** Whether the statements always end by leaving the block, by a break at their end or in both branches there. */
function leaves(body: readonly Statement[], label: string): boolean {
  const last = body.at(-1);
  if (last?.op === 'break') return last.label === label;
  if (last?.op === 'return' || last?.op === 'raise') return true;
  return last?.op === 'if' && leaves(last.whenTrue, label) && leaves(last.whenFalse, label);
}

function breaks(body: readonly Statement[], label: string): boolean {
  let found = false;
  forEachStatement(body, (statement) => {
    found ||= statement.op === 'break' && statement.label === label;
  });
  return found;
}
