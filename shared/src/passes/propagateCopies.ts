import { isTrivial } from '../ir/expressions';
import type { Expression, FunctionIR, Statement } from '../ir/nodes';
import { expressionsOf, forEachStatement } from '../ir/walk';
import { isDroppable, localsOf } from './purity';
import { assignedLocals, mapBlocks, mapExpressions, mapList, rewriteExpression } from './rewrite';

/**
 * Reads of a local that holds another local, or a constant, read that instead for as long as neither changes; what
 * nothing reads any more is not computed. Afterwards a loop's body speaks of the loop's own index and of the arrays' own
 * scalars, which is the form that later passes know.
 */
export function propagateCopies(fn: FunctionIR): FunctionIR {
  const { body } = propagate(fn.body, new Map());
  return removeUnread(body === fn.body ? fn : { ...fn, body });
}

/** What a local is known to equal: a constant or a local. Never changed once handed on. */
type Copies = ReadonlyMap<string, Expression>;

interface Propagated {
  readonly body: readonly Statement[];
  /** Absent where control does not get past the statements. */
  readonly after: Copies | undefined;
}

function propagate(body: readonly Statement[], entry: Copies): Propagated {
  let copies: Copies | undefined = entry;
  const result = mapList(body, (statement) => {
    const { statement: next, after } = propagateStatement(statement, copies ?? new Map());
    copies = copies && after;
    return next;
  });
  return { body: result, after: copies };
}

function propagateStatement(
  statement: Statement,
  copies: Copies,
): { readonly statement: Statement; readonly after: Copies | undefined } {
  const read = (expression: Expression): Expression =>
    copies.size === 0
      ? expression
      : rewriteExpression(expression, (one) => {
          const copy = one.op === 'local' ? copies.get(one.name) : undefined;
          return copy ? { ...copy, range: one.range } : one;
        });
  const simple = mapExpressions(statement, read);
  switch (simple.op) {
    case 'set':
      return { statement: simple, after: assign(copies, simple.local, simple.value) };
    case 'callMany':
      return { statement: simple, after: forget(copies, new Set(simple.results)) };
    case 'if': {
      const whenTrue = propagate(simple.whenTrue, copies);
      const whenFalse = propagate(simple.whenFalse, copies);
      return {
        statement: mapBlocks(simple, (body) => (body === simple.whenTrue ? whenTrue : whenFalse).body),
        after: meet(whenTrue.after, whenFalse.after),
      };
    }
    case 'for':
    case 'loop':
    case 'block':
    case 'try': {
      const outside = forget(copies, assignedLocals([simple]));
      const inside = simple.op === 'block' ? copies : outside;
      const inner = mapBlocks(simple, (body) => propagate(body, inside).body);
      return { statement: inner, after: outside };
    }
    case 'break':
    case 'continue':
    case 'return':
    case 'raise':
      return { statement: simple, after: undefined };
    default:
      return { statement: simple, after: copies };
  }
}

function assign(copies: Copies, local: string, value: Expression): Copies {
  const known = forget(copies, new Set([local]));
  if (!isTrivial(value) || (value.op === 'local' && value.name === local)) return known;
  return new Map(known).set(local, value);
}

function forget(copies: Copies, locals: ReadonlySet<string>): Copies {
  const stale = [...copies].filter(
    ([name, copy]) => locals.has(name) || (copy.op === 'local' && locals.has(copy.name)),
  );
  if (stale.length === 0) return copies;
  const kept = new Map(copies);
  for (const [name] of stale) kept.delete(name);
  return kept;
}

function meet(a: Copies | undefined, b: Copies | undefined): Copies | undefined {
  if (!a || !b || a === b) return a ?? b;
  const both = [...a].filter(([name, copy]) => {
    const other = b.get(name);
    if (!other || other.op !== copy.op || other.type !== copy.type) return false;
    if (copy.op === 'const') return Object.is(copy.value, (other as typeof copy).value);
    return copy.op === 'local' && copy.name === (other as typeof copy).name;
  });
  return new Map(both);
}

/** Drops what is computed for locals that nothing reads, and those locals; repeats, since one may feed another. */
function removeUnread(fn: FunctionIR): FunctionIR {
  let body = fn.body;
  for (;;) {
    const used = readLocals(body);
    const next = withoutSets(body, used);
    if (next === body) break;
    body = next;
  }
  const written = assignedLocals(body);
  for (const name of readLocals(body)) written.add(name);
  for (const { locals } of fn.params) for (const name of locals) written.add(name);
  const locals = fn.locals.filter(({ name }) => written.has(name));
  return body === fn.body && locals.length === fn.locals.length ? fn : { ...fn, body, locals };
}

function readLocals(body: readonly Statement[]): Set<string> {
  const read = new Set<string>();
  forEachStatement(body, (statement) => {
    for (const expression of expressionsOf(statement))
      for (const name of localsOf(expression)) read.add(name);
  });
  return read;
}

function withoutSets(body: readonly Statement[], used: ReadonlySet<string>): readonly Statement[] {
  const kept = body.flatMap((statement): readonly Statement[] => {
    if (statement.op !== 'set' || used.has(statement.local))
      return [mapBlocks(statement, (inner) => withoutSets(inner, used))];
    if (isDroppable(statement.value)) return [];
    return [{ op: 'evaluate', value: statement.value, range: statement.range }];
  });
  return kept.length === body.length && kept.every((one, i) => one === body[i]) ? body : kept;
}
