import type { TextRange } from '../source/range';
import { convert, isTrivial, localExpression } from './expressions';
import type {
  Address,
  Expression,
  ForStatement,
  FunctionIR,
  LocalExpression,
  LocalIR,
  ParameterIR,
  PrintPiece,
  RaisedError,
  Statement,
} from './nodes';
import type { ScalarType } from './scalarType';
import { flatten, type ValueType } from './valueType';

/**
 * Builds one function, statement by statement. Statements go to the innermost open block; `at` gives the source
 * range that everything built inside it carries.
 */
export class FunctionBuilder {
  private readonly locals: LocalIR[] = [];
  private readonly params: ParameterIR[] = [];
  private readonly names = new Set<string>();
  private readonly body: Statement[] = [];
  private open: Statement[] = this.body;
  private labels = 0;
  private range: TextRange | undefined;

  constructor(
    readonly name: string,
    readonly result: ValueType,
  ) {}

  /** Declares a parameter and returns its scalars. */
  parameter(name: string, type: ValueType, displayType?: string): LocalExpression[] {
    const scalars = flatten(type);
    const parts = scalars.map((scalar, i) =>
      this.local(scalar, scalars.length === 1 ? name : `${name}.${i}`),
    );
    this.params.push({ name, type, locals: parts.map((part) => part.name), displayType });
    return parts;
  }

  /** A fresh local; `hint` is what the source calls it, kept readable in the printed IR. */
  local(type: ScalarType, hint = 't'): LocalExpression {
    let name = hint;
    for (let i = 1; this.names.has(name); i++) name = `${hint}$${i}`;
    this.names.add(name);
    this.locals.push({ name, type, sourceName: hint === 't' ? undefined : hint.split('.')[0] });
    return localExpression(name, type);
  }

  /** Runs `build` with `range` as the source of all it builds. */
  at<T>(range: TextRange | undefined, build: () => T): T {
    const outer = this.range;
    this.range = range ?? outer;
    try {
      return build();
    } finally {
      this.range = outer;
    }
  }

  get currentRange(): TextRange | undefined {
    return this.range;
  }

  /** The expression itself when it is a constant or local that nothing changes, else a fresh local that holds it. */
  hold(value: Expression, hint?: string): Expression {
    if (isTrivial(value) && value.op !== 'local') return value;
    const local = this.local(value.type, hint);
    this.set(local, value);
    return local;
  }

  set(local: LocalExpression, value: Expression): void {
    if (local.type !== value.type) throw new Error(`IR: set ${local.name}: ${local.type} to ${value.type}`);
    this.push({ op: 'set', local: local.name, value, range: this.range });
  }

  store(address: Address, value: Expression): void {
    this.push({ op: 'store', address, value, range: this.range });
  }

  evaluate(value: Expression): void {
    this.push({ op: 'evaluate', value, range: this.range });
  }

  callMany(callee: string, args: readonly Expression[], results: readonly LocalExpression[]): void {
    this.push({
      op: 'callMany',
      callee,
      args,
      results: results.map((result) => result.name),
      range: this.range,
    });
  }

  if(condition: Expression, then: () => void, otherwise?: () => void): void {
    if (condition.type !== 'bool') throw new Error(`IR: if needs bool, got ${condition.type}`);
    const thenBlock = this.collect(then);
    this.push({
      op: 'if',
      condition,
      whenTrue: thenBlock,
      whenFalse: otherwise ? this.collect(otherwise) : [],
      range: this.range,
    });
  }

  loop(build: (label: string) => void): void {
    const label = this.label('loop');
    this.push({ op: 'loop', label, body: this.collect(() => build(label)), range: this.range });
  }

  block(build: (label: string) => void): void {
    const label = this.label('block');
    this.push({ op: 'block', label, body: this.collect(() => build(label)), range: this.range });
  }

  /** Counts from `start` to `stop` by `step`; all three have the index's type. */
  for(
    bounds: { start: Expression; stop: Expression; step?: Expression; parallel?: boolean; hint?: string },
    build: (index: LocalExpression, label: string) => void,
  ): void {
    const label = this.label('for');
    const index = this.local(bounds.start.type, bounds.hint ?? 'i');
    const step: Expression =
      bounds.step ?? convert({ op: 'const', type: 'i32', value: 1 }, bounds.start.type);
    const statement: ForStatement = {
      op: 'for',
      label,
      index: index.name,
      start: bounds.start,
      stop: bounds.stop,
      step,
      body: this.collect(() => build(index, label)),
      parallel: bounds.parallel,
      range: this.range,
    };
    this.push(statement);
  }

  break(label: string): void {
    this.push({ op: 'break', label, range: this.range });
  }

  continue(label: string): void {
    this.push({ op: 'continue', label, range: this.range });
  }

  return(values: readonly Expression[]): void {
    this.push({ op: 'return', values, range: this.range });
  }

  raise(error: RaisedError, args?: readonly Expression[]): void {
    this.push({ op: 'raise', error, args, range: this.range });
  }

  try(body: () => void, handler: () => void): void {
    this.push({ op: 'try', body: this.collect(body), handler: this.collect(handler), range: this.range });
  }

  print(pieces: readonly (string | PrintPiece)[]): void {
    this.push({ op: 'print', pieces, range: this.range });
  }

  memoryCopy(target: Expression, source: Expression, size: Expression): void {
    this.push({ op: 'memoryCopy', target, source, size, range: this.range });
  }

  memoryFill(target: Expression, byte: Expression, size: Expression): void {
    this.push({ op: 'memoryFill', target, byte, size, range: this.range });
  }

  /** `index` checked against `length`: see `CheckIndexExpression`. */
  checkIndex(index: Expression, length: Expression, error: RaisedError, optional: boolean): Expression {
    return { op: 'checkIndex', type: 'i64', index, length, error, optional, range: this.range };
  }

  label(hint: string): string {
    return `${hint}${this.labels++}`;
  }

  finish(options: Pick<FunctionIR, 'range' | 'alwaysInline' | 'fastmath'> = {}): FunctionIR {
    return {
      name: this.name,
      params: this.params,
      result: this.result,
      locals: this.locals,
      body: this.body,
      ...options,
    };
  }

  private push(statement: Statement): void {
    this.open.push(statement);
  }

  private collect(build: () => void): Statement[] {
    const outer = this.open;
    const inner: Statement[] = [];
    this.open = inner;
    try {
      build();
    } finally {
      this.open = outer;
    }
    return inner;
  }
}
