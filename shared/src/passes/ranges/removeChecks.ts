import { bool, isTrivial, localExpression } from '../../ir/expressions';
import type {
  Expression,
  ForStatement,
  FunctionIR,
  IfStatement,
  LoopStatement,
  SetStatement,
  Statement,
} from '../../ir/nodes';
import type { ScalarType } from '../../ir/scalarType';
import { isPure, usesLocal } from '../purity';
import type { Report } from '../remark';
import { assignedLocals, mapBlocks, mapExpressions, mapList, rewriteExpression } from '../rewrite';
import { expressionKey } from '../sameExpression';
import { boundsOf, type Interval, intervalOf, isBelow, leastOf } from './evaluate';
import { decide, moduloInRange, truncatedDivision } from './decide';
import { type Facts, factsOf, forget, know, meet, noFacts } from './facts';
import { loopFacts } from './loopFacts';
import { refine } from './refine';
import { reportChecks } from './reportChecks';

/**
 * Removes the wrap-around of indices that cannot be negative and the checks of indices that are in range, by a
 * forward analysis of lower bounds and of symbolic upper bounds such as `i < n`.
 */
export function removeChecks(fn: FunctionIR, report: Report): FunctionIR {
  const { body } = new Analysis(fn).analyze(fn.body, parameterFacts(fn));
  reportChecks(fn.body, body, report);
  return body === fn.body ? fn : { ...fn, body };
}

/** Nothing has more elements along one axis: no memory could hold their numbers. */
const longestAxis = 1n << 60n;

/** An array's extents are never negative. */
function parameterFacts(fn: FunctionIR): Facts {
  let facts = noFacts;
  for (const { type, locals } of fn.params) {
    if (type.kind !== 'array') continue;
    for (const extent of locals.slice(2, 2 + type.ndim))
      facts = know(facts, extent, { least: 0n, most: longestAxis });
  }
  return facts;
}

/** `after` is undefined where control does not get past the statements. */
interface Analyzed {
  readonly body: readonly Statement[];
  readonly after: Facts | undefined;
}

interface Step {
  readonly statement: Statement;
  readonly after: Facts | undefined;
}

/** What holds where control leaves a labelled statement, or goes round again. */
interface Jumps {
  readonly breaks: Facts[];
  readonly continues: Facts[];
}

type Loop = ForStatement | LoopStatement;

/** Loops are analysed again where a guess about them turns out wrong; nests of them only so often. */
const mostLoopVisits = 400;

class Analysis {
  private readonly types: ReadonlyMap<string, ScalarType>;
  private readonly jumps = new Map<string, Jumps>();
  private visits = 0;
  /** Locals whose guessed upper end some loop broke. */
  private readonly dropped = new Set<string>();

  constructor(fn: FunctionIR) {
    this.types = new Map(fn.locals.map(({ name, type }) => [name, type]));
  }

  analyze(body: readonly Statement[], entry: Facts): Analyzed {
    let facts: Facts | undefined = entry;
    const result = mapList(body, (statement) => {
      // Behind a jump nothing runs; what stands there is kept for the verifier's sake.
      if (!facts) return statement;
      const step = this.step(statement, facts);
      facts = step.after;
      return step.statement;
    });
    return { body: result, after: facts };
  }

  private step(statement: Statement, facts: Facts): Step {
    const simple = mapExpressions(statement, (expression) => this.simplifyIndices(expression, facts));
    switch (simple.op) {
      case 'set':
        return { statement: simple, after: this.assigned(statement, simple, facts) };
      case 'callMany':
        return { statement: simple, after: forget(facts, new Set(simple.results)) };
      case 'if':
        return this.branch(simple, facts);
      case 'for':
      case 'loop':
        return this.loop(simple, facts);
      case 'block': {
        const jumps = this.enter(simple.label);
        const { body, after } = this.analyze(simple.body, facts);
        const ends = after ? [after, ...jumps.breaks] : jumps.breaks;
        return { statement: mapBlocks(simple, () => body), after: meetAll(ends) };
      }
      case 'try': {
        const after = forget(facts, assignedLocals([simple]));
        return { statement: mapBlocks(simple, (body) => this.analyze(body, after).body), after };
      }
      case 'break':
      case 'continue':
        this.jumps.get(simple.label)?.[simple.op === 'break' ? 'breaks' : 'continues'].push(facts);
        return { statement: simple, after: undefined };
      case 'return':
      case 'raise':
        return { statement: simple, after: undefined };
      default:
        return { statement: simple, after: facts };
    }
  }

  /**
   * What is not negative before the loop is taken not to be negative at the start of every iteration, and the guess is
   * dropped, and the loop analysed again, where an iteration breaks it.
   */
  private loop(loop: Loop, facts: Facts): Step {
    const head = loopFacts(loop, facts);
    let guesses =
      this.visits > mostLoopVisits
        ? []
        : [...assignedLocals(loop.body)].filter(
            (local) =>
              this.types.get(local) === 'i64' &&
              (factsOf(facts, local).least ?? -1n) >= 0n &&
              factsOf(head, local).least === undefined,
          );
    for (;;) {
      this.visits++;
      const jumps = this.enter(loop.label);
      const start = guesses.reduce((known, local) => know(known, local, this.guess(local, facts)), head);
      const { body, after } = this.analyze(loop.body, start);
      const rounds = after ? [after, ...jumps.continues] : jumps.continues;
      const kept = guesses.filter((local) =>
        rounds.every((round) => isWithin(knownInterval(local, round), this.guess(local, facts))),
      );
      if (kept.length === guesses.length) {
        const ends = loop.op === 'for' ? [facts, ...rounds, ...jumps.breaks] : jumps.breaks;
        const left = meetAll(ends);
        const outside = loop.op === 'for' && left ? forget(left, new Set([loop.index])) : left;
        return { statement: mapBlocks(loop, () => body), after: outside };
      }
      // Without its upper end a guess may still hold.
      const weaker = guesses.filter(
        (local) =>
          !kept.includes(local) &&
          rounds.every((round) => isWithin(knownInterval(local, round), { least: 0n })),
      );
      for (const local of weaker) this.dropped.add(local);
      guesses = [...kept, ...weaker];
    }
  }

  /** Not negative, and no larger than what twice an array's length stays under where it was such before. */
  private guess(local: string, before: Facts): Interval {
    const { most } = knownInterval(local, before);
    if (this.dropped.has(local) || most === undefined || most > 2n * longestAxis) return { least: 0n };
    return { least: 0n, most: 2n * longestAxis };
  }

  private enter(label: string): Jumps {
    const jumps: Jumps = { breaks: [], continues: [] };
    this.jumps.set(label, jumps);
    return jumps;
  }

  /** What the value was before it was simplified may say more than what it became. */
  private assigned(before: Statement, statement: SetStatement, facts: Facts): Facts {
    const known = assigned(facts, statement.local, statement.value);
    if (before.op !== 'set' || before === statement || before.value.type !== 'i64') return known;
    const { least, most } = intervalOf(before.value, facts);
    return least === undefined && most === undefined ? known : know(known, statement.local, { least, most });
  }

  private branch(statement: IfStatement, facts: Facts): Step {
    const decided = isPure(statement.condition) ? decide(statement.condition, facts) : undefined;
    if (decided !== undefined) {
      const taken = this.analyze(decided ? statement.whenTrue : statement.whenFalse, facts);
      const [whenTrue, whenFalse] = decided ? [taken.body, []] : [[], taken.body];
      const result = { ...statement, condition: bool(decided), whenTrue, whenFalse };
      return { statement: result, after: taken.after };
    }
    const whenTrue = this.analyze(statement.whenTrue, refine(facts, statement.condition, true));
    const whenFalse = this.analyze(statement.whenFalse, refine(facts, statement.condition, false));
    const result = { ...statement, whenTrue: whenTrue.body, whenFalse: whenFalse.body };
    if (!whenTrue.after || !whenFalse.after)
      return { statement: result, after: whenTrue.after ?? whenFalse.after };
    const after = meet(whenTrue.after, whenFalse.after);
    return { statement: result, after: shortCircuit(statement, facts, whenTrue.after, after) };
  }

  private simplifyIndices(expression: Expression, facts: Facts): Expression {
    return rewriteExpression(expression, (one) => {
      if (one.op === 'floordiv') return truncatedDivision(one, facts);
      if (one.op === 'floormod')
        return one.right.op === 'const' ? truncatedDivision(one, facts) : moduloInRange(one, facts);
      if (one.op !== 'wrapIndex' && one.op !== 'checkIndex') return one;
      if ((leastOf(one.index, facts) ?? -1n) < 0n) return one;
      if (one.op === 'checkIndex' && !isBelow(one.index, one.length, facts)) return one;
      return one.index;
    });
  }
}

function knownInterval(local: string, facts: Facts): Interval {
  return intervalOf(localExpression(local, 'i64'), facts);
}

function isWithin({ least, most }: Interval, outer: Interval): boolean {
  const isAbove = outer.least === undefined || (least !== undefined && least >= outer.least);
  return isAbove && (outer.most === undefined || (most !== undefined && most <= outer.most));
}

function meetAll(ends: readonly Facts[]): Facts | undefined {
  return ends.length === 0 ? undefined : ends.reduce(meet);
}

/**
 * `if (t) { t = second }` is `t and second`: where t is true afterwards, both held. So it is of another local that is
 * true only where t is: `u = t; if (t) { u = second }`.
 */
function shortCircuit(statement: IfStatement, before: Facts, inTrue: Facts, after: Facts): Facts {
  const { condition } = statement;
  if (condition.op !== 'local' || statement.whenFalse.length > 0) return after;
  const changed = assignedLocals(statement.whenTrue);
  const first = factsOf(before, condition.name).implies.filter((one) => !usesLocal(one, changed));
  const isJoined = (local: string) =>
    local === condition.name ||
    factsOf(before, local).implies.some((one) => one.op === 'local' && one.name === condition.name);
  return [...changed].filter(isJoined).reduce((known, local) => {
    const second = factsOf(inTrue, local).implies;
    return know(known, local, { implies: [...first, ...second] });
  }, after);
}

function assigned(facts: Facts, local: string, value: Expression): Facts {
  const { least, most } = value.type === 'i64' ? intervalOf(value, facts) : {};
  const above = value.type === 'i64' ? boundsOf(value, facts) : [];
  const target = new Set([local]);
  const known = forget(facts, target);
  const below = new Map(
    above.filter(({ bound }) => !usesLocal(bound, target)).map((one) => [expressionKey(one.bound), one]),
  );
  // A copy is equal to its source until either changes: one upper bound says so.
  if (value.type === 'i64' && isTrivial(value) && !usesLocal(value, target))
    below.set(expressionKey(value), { bound: value, offset: 1n });
  const implies =
    value.type === 'bool' ? conditionsOf(value, facts).filter((one) => !usesLocal(one, target)) : [];
  return least === undefined && most === undefined && below.size === 0 && implies.length === 0
    ? known
    : know(known, local, { least, most, below, implies });
}

function conditionsOf(value: Expression, facts: Facts): readonly Expression[] {
  if (value.op === 'local') return [value, ...factsOf(facts, value.name).implies];
  return isPure(value) ? [value] : [];
}
