import type { Expression, FunctionIR, LoadExpression, Statement } from '../../ir/nodes';
import { bodiesOf, childrenOf, expressionsOf } from '../../ir/walk';
import { FreshLocals } from '../freshLocals';
import { isPure, usesLocal } from '../purity';
import type { Report } from '../remark';
import { assignedLocals, mapBlocks, mapExpressions, mapOperands } from '../rewrite';
import { expressionKey } from '../sameExpression';
import { Aliasing, effectsOf, writesUnknown } from './aliasing';

/**
 * Common loads: a value read again from the same place, with nothing stored there between, is read once and kept in a
 * local; so is a local or constant that was just stored. V8 11 reads again every time.
 */
export function reuseLoads(fn: FunctionIR, report: Report): FunctionIR {
  const aliasing = new Aliasing(fn);
  const counted = new Walk(aliasing);
  counted.body(fn.body, new Map());
  if (!counted.values.some((one) => one.reads > 1)) return fn;
  const locals = new FreshLocals(fn);
  const body = new Walk(aliasing, counted.values, locals, report).body(fn.body, new Map());
  return locals.finish(body);
}

/** What is in one place of memory while nothing can change it. */
interface Value {
  /** The place in the walk, the same in both walks. */
  readonly number: number;
  readonly load: LoadExpression;
  reads: number;
  /** What holds it: known from a store, or made by the second walk. */
  holder?: Expression;
}

type Known = Map<string, Value>;

/** Goes through the statements in order: once to count the reads of each value, once more to share them. */
class Walk {
  readonly values: Value[] = [];

  constructor(
    private readonly aliasing: Aliasing,
    private readonly counted?: readonly Value[],
    private readonly locals?: FreshLocals,
    private readonly report?: Report,
  ) {}

  /**
   * `known` is changed to what is known after the statements. Both walks judge by the statements as they were, so that
   * they number the same values.
   */
  body(body: readonly Statement[], known: Known): readonly Statement[] {
    let changed = false;
    const result = body.flatMap((statement) => {
      const before: Statement[] = [];
      // A call may write before or after the loads beside it.
      const replaced = writesUnknown(statement) ? statement : this.expressions(statement, known, before);
      const inner = this.nested(replaced, known);
      forgetChanged(statement, known, this.aliasing);
      this.remember(statement, known);
      changed ||= inner !== statement || before.length > 0;
      return [...before, inner];
    });
    return changed ? result : body;
  }

  private expressions(statement: Statement, known: Known, before: Statement[]): Statement {
    if (expressionsOf(statement).length === 0) return statement;
    const read = (expression: Expression): Expression =>
      expression.op === 'load' && isPlace(expression)
        ? this.load(expression, known, before, statement)
        : mapOperands(expression, read);
    return mapExpressions(statement, read);
  }

  private load(load: LoadExpression, known: Known, before: Statement[], at: Statement): Expression {
    const key = expressionKey(load);
    const value = known.get(key);
    if (value) {
      value.reads++;
      if (!value.holder || !this.locals) return load;
      this.report?.('kept a value in a local instead of reading it from memory again', at.range);
      return value.holder;
    }
    const made = this.make(load, 1);
    known.set(key, made);
    if (!this.locals || this.counted![made.number]!.reads < 2) return load;
    const local = this.locals.make('read', load.type);
    before.push({ op: 'set', local: local.name, value: load, range: at.range });
    made.holder = local;
    return local;
  }

  private make(load: LoadExpression, reads: number): Value {
    const value: Value = { number: this.values.length, load, reads };
    this.values.push(value);
    return value;
  }

  /** Branches know what is known before them; after them what both left alone is still known. */
  private nested(statement: Statement, known: Known): Statement {
    if (bodiesOf(statement).length === 0) return statement;
    const repeats = statement.op === 'for' || statement.op === 'loop' || statement.op === 'try';
    if (repeats) forgetChanged(statement, known, this.aliasing);
    return mapBlocks(statement, (inner) => this.body(inner, new Map(known)));
  }

  /** A place holds what was stored there last. */
  private remember(statement: Statement, known: Known): void {
    if (statement.op !== 'store' || statement.lowBytes || statement.value.type === 'v128') return;
    const { value, address } = statement;
    if (value.op !== 'local' && value.op !== 'const') return;
    const load: LoadExpression = { op: 'load', type: value.type, address };
    if (!isPlace(load)) return;
    // One read more than there are: a first read behind the store already has its value.
    const made = this.make(load, 1);
    made.holder = value;
    known.set(expressionKey(load), made);
  }
}

/** A scalar at an address that depends on locals alone. */
function isPlace(load: LoadExpression): boolean {
  return load.type !== 'v128' && childrenOf(load).every(isPure);
}

/** Forgets what the statement, or what is nested in it, may change. */
function forgetChanged(statement: Statement, known: Known, aliasing: Aliasing): void {
  if (known.size === 0) return;
  const assigned = assignedLocals([statement]);
  const { stores, unknown } = effectsOf(statement);
  for (const [key, { load, holder }] of known) {
    const changed =
      unknown ||
      usesLocal(load, assigned) ||
      (holder !== undefined && usesLocal(holder, assigned)) ||
      stores.some((store) => aliasing.mayOverlap(store, load));
    if (changed) known.delete(key);
  }
}
