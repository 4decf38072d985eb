import { isTrivial } from '../ir/expressions';
import type { Expression, FunctionIR, IfStatement, Statement } from '../ir/nodes';
import { everyChild } from '../ir/walk';
import { isDroppable } from './purity';
import { countReads } from './carried';
import { assignedLocals, mapBlocks, mapExpressions, mapList, rewriteExpression } from './rewrite';

/**
 * Reads of a local that holds another local, or a constant, read that instead for as long as neither changes; what
 * nothing reads any more is not computed. Afterwards a loop's body speaks of the loop's own index and of the arrays' own
 * scalars, which is the form that later passes know.
 */
export function propagateCopies(fn: FunctionIR): FunctionIR {
  const { body } = propagate(fn.body, Copies.none());
  return removeUnread(body === fn.body ? fn : { ...fn, body });
}

/** What locals are known to equal at a point of the program: a constant or another local. */
class Copies {
  private constructor(
    private values: Map<string, Expression>,
    /** Locals that others may be copies of. */
    private sources: Set<string>,
  ) {}

  static none(): Copies {
    return new Copies(new Map(), new Set());
  }

  get isEmpty(): boolean {
    return this.values.size === 0;
  }

  of(local: string): Expression | undefined {
    return this.values.get(local);
  }

  assign(local: string, value: Expression): void {
    this.forget(local);
    if (!isTrivial(value) || (value.op === 'local' && value.name === local)) return;
    this.values.set(local, value);
    if (value.op === 'local') this.sources.add(value.name);
  }

  forget(local: string): void {
    this.values.delete(local);
    if (!this.sources.delete(local)) return;
    for (const [name, copy] of this.values)
      if (copy.op === 'local' && copy.name === local) this.values.delete(name);
  }

  forgetAll(locals: Iterable<string>): void {
    for (const local of locals) this.forget(local);
  }

  /** The same, to go another way from here. */
  fork(): Copies {
    return new Copies(new Map(this.values), new Set(this.sources));
  }

  become(other: Copies): void {
    this.values = other.values;
    this.sources = other.sources;
  }

  /** Keeps what another way that leads to the same point knows too. */
  meet(other: Copies): void {
    for (const [name, copy] of this.values) {
      const match = other.values.get(name);
      if (match !== copy && !(match && isSame(copy, match))) this.values.delete(name);
    }
  }
}

function isSame(copy: Expression, other: Expression): boolean {
  if (other.op !== copy.op || other.type !== copy.type) return false;
  if (copy.op === 'const') return Object.is(copy.value, (other as typeof copy).value);
  return copy.op === 'local' && copy.name === (other as typeof copy).name;
}

interface Propagated {
  readonly body: readonly Statement[];
  /** Whether control gets past the statements; what is known there are the copies that were given. */
  readonly ends: boolean;
}

/** `copies` is changed to what is known after the statements. */
function propagate(body: readonly Statement[], copies: Copies): Propagated {
  let ends = true;
  let known = copies;
  const result = mapList(body, (statement) => {
    const step = propagateStatement(statement, known);
    if (ends && !step.ends) {
      ends = false;
      known = Copies.none();
    }
    return step.statement;
  });
  return { body: result, ends };
}

interface Step {
  readonly statement: Statement;
  readonly ends: boolean;
}

function propagateStatement(statement: Statement, copies: Copies): Step {
  const replace = (one: Expression): Expression => {
    const copy = one.op === 'local' ? copies.of(one.name) : undefined;
    return copy ? { ...copy, range: one.range } : one;
  };
  const simple = copies.isEmpty
    ? statement
    : mapExpressions(statement, (expression) => rewriteExpression(expression, replace));
  switch (simple.op) {
    case 'set':
      copies.assign(simple.local, simple.value);
      return { statement: simple, ends: true };
    case 'callMany':
      copies.forgetAll(simple.results);
      return { statement: simple, ends: true };
    case 'if':
      return propagateBranches(simple, copies);
    case 'for':
    case 'loop':
    case 'block':
    case 'try': {
      const before = simple.op === 'block' ? copies.fork() : undefined;
      copies.forgetAll(assignedLocals([simple]));
      const inner = mapBlocks(simple, (body) => propagate(body, before ?? copies.fork()).body);
      return { statement: inner, ends: true };
    }
    case 'break':
    case 'continue':
    case 'return':
    case 'raise':
      return { statement: simple, ends: false };
    default:
      return { statement: simple, ends: true };
  }
}

function propagateBranches(statement: IfStatement, copies: Copies): Step {
  const other = copies.fork();
  const whenTrue = propagate(statement.whenTrue, copies);
  const whenFalse = propagate(statement.whenFalse, other);
  if (!whenTrue.ends) copies.become(other);
  else if (whenFalse.ends) copies.meet(other);
  return {
    statement: mapBlocks(statement, (body) => (body === statement.whenTrue ? whenTrue : whenFalse).body),
    ends: whenTrue.ends || whenFalse.ends,
  };
}

/** Drops what is computed for locals that nothing reads, and those locals; one may feed another. */
function removeUnread(fn: FunctionIR): FunctionIR {
  const reads = countReads(fn.body);
  let body = fn.body;
  for (let next = withoutSets(body, reads); next !== body; next = withoutSets(body, reads)) body = next;
  const written = assignedLocals(body);
  for (const { locals } of fn.params) for (const name of locals) written.add(name);
  const locals = fn.locals.filter(({ name }) => reads.get(name) || written.has(name));
  return body === fn.body && locals.length === fn.locals.length ? fn : { ...fn, body, locals };
}

/** Backwards, so that what only fed something dropped goes with it. `reads` is kept up to date. */
function withoutSets(body: readonly Statement[], reads: Map<string, number>): readonly Statement[] {
  let kept: Statement[] | undefined;
  for (let i = body.length - 1; i >= 0; i--) {
    const next = withoutSet(body[i]!, reads);
    if (next !== body[i]) kept ??= body.slice(i + 1).reverse();
    if (next) kept?.push(next);
  }
  return kept?.reverse() ?? body;
}

function withoutSet(statement: Statement, reads: Map<string, number>): Statement | undefined {
  if (statement.op !== 'set' || reads.get(statement.local))
    return mapBlocks(statement, (inner) => withoutSets(inner, reads));
  const { value, range } = statement;
  if (!isDroppable(value)) return { op: 'evaluate', value, range };
  uncount(value, reads);
  return undefined;
}

function uncount(expression: Expression, reads: Map<string, number>): true {
  if (expression.op === 'local') reads.set(expression.name, reads.get(expression.name)! - 1);
  everyChild(expression, (child) => uncount(child, reads));
  return true;
}
