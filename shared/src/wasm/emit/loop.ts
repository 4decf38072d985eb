import type { ForStatement, LoopStatement, Statement } from '../../ir/nodes';
import { isUnsignedScalar, type ScalarType } from '../../ir/scalarType';
import { comparison } from './arithmetic';
import { type FunctionContext, localIndex, mark, type OpenLabel, type Ref, temporary } from './context';
import { emitExpression } from './expression';
import { emitBody } from './statement';
import { wasmType } from './wasmType';

/** Emits a loop that only `break` leaves. */
export function emitLoop({ label, body }: LoopStatement, context: FunctionContext): Ref {
  const { m } = context;
  const next = freshLabel(label, context);
  const open: OpenLabel = {
    label,
    onBreak: `${next}.end`,
    onContinue: next,
    breakUsed: false,
    continueUsed: false,
  };
  const statements = within(open, context, () => emitBody(body, context));
  const loop = mark(m.loop(next, m.block(null, [...statements, mark(m.br(next), context)])), context);
  return open.breakUsed ? m.block(open.onBreak, [loop]) : loop;
}

/** Emits a labelled block. */
export function emitLabelled(label: string, body: readonly Statement[], context: FunctionContext): Ref {
  const end = freshLabel(label, context);
  const open: OpenLabel = { label, onBreak: end, breakUsed: false, continueUsed: false };
  const statements = within(open, context, () => emitBody(body, context));
  return context.m.block(open.breakUsed ? end : null, statements);
}

/** Emits `break` or `continue`. */
export function emitJump(kind: 'break' | 'continue', label: string, context: FunctionContext): Ref {
  const open = context.labels.findLast((one) => one.label === label);
  const target = kind === 'break' ? open?.onBreak : open?.onContinue;
  if (!open || !target) throw new Error(`Wasm: ${context.fn.name}: ${kind} ${label} outside it`);
  if (kind === 'break') open.breakUsed = true;
  else open.continueUsed = true;
  return context.m.br(target);
}

/** A value that can be emitted any number of times. */
type Value = () => Ref;

interface Counter {
  readonly index: number;
  readonly type: ScalarType;
  readonly stop: Value;
  readonly step: Value;
}

/**
 * Emits a counted loop in do-while form. The index never steps past the last value that the body sees, so no step can
 * overflow: what the loop compares with is computed before it.
 */
export function emitFor(statement: ForStatement, context: FunctionContext): Ref {
  const { m } = context;
  const { start, stop, step } = statement;
  const type = start.type;
  const index = localIndex(context, statement.index);
  const before: Ref[] = [m.local.set(index, emitExpression(start, context))];
  const hold = (value: ForStatement['stop']): Value =>
    value.op === 'const'
      ? () => emitExpression(value, context)
      : held(emitExpression(value, context), type, before, context);
  const counter: Counter = { index, type, stop: hold(stop), step: hold(step) };
  const amount = step.op === 'const' ? BigInt(step.value) : undefined;

  const next = freshLabel(statement.label, context);
  const open: OpenLabel = {
    label: statement.label,
    onBreak: `${next}.end`,
    onContinue: `${next}.step`,
    breakUsed: false,
    continueUsed: false,
  };
  const body = within(open, context, () => emitBody(statement.body, context));
  const inner = open.continueUsed ? [m.block(open.onContinue!, body)] : body;
  const inside: Ref[] = [];
  const advance = emitAdvance(counter, amount, next, inside, context);
  for (const part of [...before, ...inside, ...advance]) mark(part, context);
  const loop = mark(m.loop(next, m.block(null, [...inner, ...advance])), context);
  const guarded = m.if(runsAtAll(counter, amount, context), m.block(null, [...inside, loop]));
  const statements = [...before, mark(guarded, context)];
  return m.block(open.breakUsed ? open.onBreak : null, statements);
}

function runsAtAll(counter: Counter, amount: bigint | undefined, context: FunctionContext): Ref {
  const { type, stop, step } = counter;
  const read = () => readIndex(counter, context);
  const up = () => comparison('lt', type, read(), stop(), context);
  const down = () => comparison('gt', type, read(), stop(), context);
  if (isUnsignedScalar(type) || (amount !== undefined && amount > 0n)) return up();
  if (amount !== undefined) return down();
  const { m } = context;
  return m.select(comparison('gt', type, step(), number(0n, type, context), context), up(), down());
}

/** The end of the loop's body: steps and goes round again, or falls out. `before` gets what runs once. */
function emitAdvance(
  counter: Counter,
  amount: bigint | undefined,
  next: string,
  before: Ref[],
  context: FunctionContext,
): Ref[] {
  const { m } = context;
  const { index, type, stop, step } = counter;
  const ops = wasmType(type) === 'i64' ? m.i64 : m.i32;
  const read = () => readIndex(counter, context);
  const stepped = () => m.local.set(index, ops.add(read(), step()));
  if (amount === 1n || (amount === -1n && !isUnsignedScalar(type))) {
    const goesOn = comparison(amount === 1n ? 'lt' : 'gt', type, read(), stop(), context);
    return [stepped(), m.br_if(next, goesOn)];
  }
  const last =
    amount === undefined || isUnsignedScalar(type)
      ? held(lastValue(counter, context), type, before, context)
      : held(lastLimit(counter, amount, context), type, before, context);
  const goesOn =
    amount === undefined || isUnsignedScalar(type)
      ? ops.ne(read(), last())
      : comparison(amount > 0n ? 'lt' : 'gt', type, read(), last(), context);
  return [m.if(goesOn, m.block(null, [stepped(), m.br(next)]))];
}

/** `stop - step`, or the type's extreme where that would overflow: the index steps while it has not reached it. */
function lastLimit({ type, stop }: Counter, amount: bigint, context: FunctionContext): Ref {
  const { m } = context;
  const width = wasmType(type) === 'i64' ? 64n : 32n;
  const minimum = -(1n << (width - 1n));
  const maximum = -minimum - 1n;
  const ops = wasmType(type) === 'i64' ? m.i64 : m.i32;
  const difference = ops.sub(stop(), number(amount, type, context));
  const [extreme, fits] =
    amount > 0n
      ? [minimum, ops.ge_s(stop(), number(minimum + amount, type, context))]
      : [maximum, ops.le_s(stop(), number(maximum + amount, type, context))];
  return m.select(fits, difference, number(extreme, type, context));
}

/** The last value of the index, from the trip count; the loop runs at least once. */
function lastValue(counter: Counter, context: FunctionContext): Ref {
  const { m } = context;
  const { type, stop, step } = counter;
  const ops = wasmType(type) === 'i64' ? m.i64 : m.i32;
  const read = () => readIndex(counter, context);
  const one = () => number(1n, type, context);
  const zero = () => number(0n, type, context);
  const up = ops.div_u(ops.sub(ops.sub(stop(), one()), read()), step());
  const down = ops.div_u(ops.sub(ops.sub(read(), one()), stop()), ops.sub(zero(), step()));
  const steps = isUnsignedScalar(type) ? up : m.if(comparison('gt', type, step(), zero(), context), up, down);
  return ops.add(read(), ops.mul(steps, step()));
}

function held(value: Ref, type: ScalarType, before: Ref[], context: FunctionContext): Value {
  const { m, binaryen } = context;
  const wasm = binaryen[wasmType(type)];
  const local = temporary(context, wasm);
  before.push(m.local.set(local, value));
  return () => m.local.get(local, wasm);
}

function readIndex({ index, type }: Counter, { m, binaryen }: FunctionContext): Ref {
  return m.local.get(index, binaryen[wasmType(type)]);
}

function number(value: bigint, type: ScalarType, { m }: FunctionContext): Ref {
  return wasmType(type) === 'i64' ? m.i64.const(value) : m.i32.const(Number(value));
}

function within<T>(open: OpenLabel, context: FunctionContext, build: () => T): T {
  context.labels.push(open);
  try {
    return build();
  } finally {
    context.labels.pop();
  }
}

/** Binaryen wants every label of a function to be different, also of loops that do not nest. */
function freshLabel(label: string, context: FunctionContext): string {
  const name = context.usedLabels.has(label) ? `${label}$${context.usedLabels.size}` : label;
  context.usedLabels.add(name);
  return name;
}
