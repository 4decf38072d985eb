import type { Expression, Statement } from '../ir/nodes';
import { childrenOf, expressionsOf, forEachExpression } from '../ir/walk';

/**
 * Locals that may be read before the statements have set them: what an iteration gets from the one before it, when the
 * statements are a loop's body and set them too.
 */
export function exposedReads(body: readonly Statement[]): Set<string> {
  const exposed = new Set<string>();
  walk(body, new Set(), exposed);
  return exposed;
}

/** Locals that every run of the statements sets. */
export function surelySet(body: readonly Statement[]): ReadonlySet<string> {
  return walk(body, new Set(), new Set()) ?? new Set();
}

/** Returns the locals that are set for certain where control gets past the statements; undefined where it does not. */
function walk(
  body: readonly Statement[],
  known: ReadonlySet<string>,
  exposed: Set<string>,
): ReadonlySet<string> | undefined {
  let set: Set<string> | undefined = new Set(known);
  for (const statement of body) {
    const here: Set<string> = set ?? new Set(known);
    for (const expression of expressionsOf(statement)) read(expression, here, exposed);
    const next = after(statement, here, exposed);
    set &&= next;
  }
  return set;
}

/** `known` gets what the statement sets. */
function after(statement: Statement, known: Set<string>, exposed: Set<string>): Set<string> | undefined {
  switch (statement.op) {
    case 'set':
      return known.add(statement.local);
    case 'callMany':
      for (const local of statement.results) known.add(local);
      return known;
    case 'if': {
      const whenTrue = walk(statement.whenTrue, known, exposed);
      const whenFalse = walk(statement.whenFalse, known, exposed);
      if (!whenTrue && !whenFalse) return undefined;
      if (!whenTrue || !whenFalse) return new Set(whenTrue ?? whenFalse);
      return new Set([...whenTrue].filter((local) => whenFalse.has(local)));
    }
    case 'for':
      walk(statement.body, new Set([...known, statement.index]), exposed);
      return known;
    case 'loop':
    case 'block':
    case 'try':
      // Breaks may leave at any point: what is set inside is not taken for certain.
      walk(statement.body, known, exposed);
      if (statement.op === 'try') walk(statement.handler, known, exposed);
      return known;
    case 'break':
    case 'continue':
    case 'return':
    case 'raise':
      return undefined;
    default:
      return known;
  }
}

function read(expression: Expression, set: ReadonlySet<string>, exposed: Set<string>): void {
  if (expression.op === 'local' && !set.has(expression.name)) exposed.add(expression.name);
  for (const child of childrenOf(expression)) read(child, set, exposed);
}

/** How often each local is read in the statements. */
export function countReads(body: readonly Statement[]): Map<string, number> {
  const counts = new Map<string, number>();
  forEachExpression(body, (one) => {
    if (one.op === 'local') counts.set(one.name, (counts.get(one.name) ?? 0) + 1);
  });
  return counts;
}
