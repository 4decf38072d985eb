import { add, binary, convert, f64, mul, sub } from '../../ir/expressions';
import type { Expression, ForStatement, Statement } from '../../ir/nodes';
import { bodiesOf, childrenOf, expressionsOf } from '../../ir/walk';
import { isPure, localsOf } from '../purity';
import { assignedLocals, rewriteExpression } from '../rewrite';

/** Times that an inner loop is taken to run whose bounds are not known before the outer one. */
const unknownTrips = 16;
/** What a call into the math library comes to. */
const mathWork = 20;

/**
 * How many expressions one iteration of `loop` evaluates, as an `f64` to be computed before the loop: an inner loop
 * counts as often as it will run, where its bounds are known by then. An estimate, the same on any number of threads.
 */
export function workOf(loop: ForStatement): Expression {
  return work(loop.body, { changing: assignedLocals([loop]), known: new Map() });
}

interface Scope {
  /** Locals whose value before the outer loop says nothing of the one inside. */
  readonly changing: ReadonlySet<string>;
  /** Of those, what they hold at this place, in terms of locals that stay. */
  readonly known: Map<string, Expression>;
}

function work(body: readonly Statement[], scope: Scope): Expression {
  let flat = 1;
  let nested: Expression | undefined;
  for (const statement of body) {
    for (const one of expressionsOf(statement)) flat += sizeOf(one);
    const times = statement.op === 'for' ? tripsOf(statement, scope) : undefined;
    const assigned = assignedLocals([statement]);
    for (const block of bodiesOf(statement)) {
      const inner = work(block, { ...scope, known: without(scope.known, assigned) });
      const repeats =
        statement.op === 'for' || statement.op === 'loop' ? (times ?? f64(unknownTrips)) : f64(1);
      const all = product(repeats, inner);
      nested = nested ? add(nested, all) : all;
    }
    for (const local of assigned) scope.known.delete(local);
    if (statement.op === 'set') {
      const value = inOuterTerms(statement.value, scope);
      if (value) scope.known.set(statement.local, value);
    }
  }
  if (!nested) return f64(flat);
  return nested.op === 'const' ? f64(flat + Number(nested.value)) : add(f64(flat), nested);
}

function tripsOf({ start, stop, step }: ForStatement, scope: Scope): Expression | undefined {
  if (step.op !== 'const' || Number(step.value) !== 1) return undefined;
  const [from, to] = [inOuterTerms(start, scope), inOuterTerms(stop, scope)];
  return from && to && binary('max', convert(sub(to, from), 'f64'), f64(0));
}

/** The value as it can be computed before the outer loop. */
function inOuterTerms(value: Expression, { changing, known }: Scope): Expression | undefined {
  if (!isPure(value)) return undefined;
  const outer = rewriteExpression(value, (one) => (one.op === 'local' && known.get(one.name)) || one);
  for (const local of localsOf(outer)) if (changing.has(local)) return undefined;
  return outer;
}

function without(
  known: ReadonlyMap<string, Expression>,
  locals: ReadonlySet<string>,
): Map<string, Expression> {
  return new Map([...known].filter(([local]) => !locals.has(local)));
}

function product(a: Expression, b: Expression): Expression {
  return a.op === 'const' && b.op === 'const' ? f64(Number(a.value) * Number(b.value)) : mul(a, b);
}

function sizeOf(expression: Expression): number {
  return childrenOf(expression).reduce(
    (sum, child) => sum + sizeOf(child),
    expression.op === 'math' ? mathWork : 1,
  );
}
