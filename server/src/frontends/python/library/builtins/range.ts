import {
  add,
  binary,
  constant,
  convert,
  eq,
  gt,
  le,
  lt,
  neg,
  or,
  select,
  sub,
} from '@jitsight/shared/ir/expressions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import type { Lowering, Value } from '../../lower/lowering';
import { int32, int64, type IntegerType, type NumbaType, uint64 } from '../../types/numbaType';
import { resolveOverload } from '../../types/resolveOverload';
import { unliteral } from '../../types/unliteral';
import type { LibraryFunction, TypingOutcome } from '../libraryFunction';
import { mismatch, typed } from '../outcome';

// Numba declares these three, in this order; a float fits the first of them by an unsafe conversion.
const itemTypes: readonly IntegerType[] = [int32, int64, uint64];

const constructors: readonly LibraryFunction[] = ['builtins.range', 'numba.prange'].map((name) => ({
  name,
  type: (call) => typeRange(call.args),
  lower: (call, lowering) => lowerRange(call.args as readonly Value[], call.result, lowering),
}));

const attributes: readonly LibraryFunction[] = ['start', 'stop', 'step'].map((name, i) => ({
  name: `getattr range.${name}`,
  type: ({ args: [range] }) => (range?.kind === 'range' ? typed(range.item) : mismatch()),
  lower: ({ args, result }) => ({ type: result, parts: [args[0]!.parts[i]!] }),
}));

/** `range(stop)`, `range(start, stop)`, `range(start, stop, step)` of int32, int64 or uint64, and their attributes. */
export const rangeEntries: readonly LibraryFunction[] = [...constructors, ...attributes];

function typeRange(args: readonly (NumbaType | undefined)[]): TypingOutcome {
  const given = args.filter((arg) => arg !== undefined).map(unliteral);
  if (given.length === 0 || given.length > 3) return mismatch('takes one to three arguments');
  const candidates = itemTypes.map((item) => given.map(() => item));
  const choice = resolveOverload(candidates, given, { allowUnsafe: true });
  if (!choice) return mismatch('the bounds must be integers');
  const item = itemTypes[choice.index]!;
  return typed({ kind: 'range', item }, { args: given.map(() => item) });
}

function lowerRange(args: readonly Value[], type: NumbaType, lowering: Lowering): Value {
  const scalars = args.map((arg) => arg.parts[0]!);
  const scalar = scalars[0]!.type;
  const zero = constant(scalar, 0);
  const [start, stop] = scalars.length === 1 ? [zero, scalars[0]!] : [scalars[0]!, scalars[1]!];
  const given = scalars[2];
  const step = given ? lowering.ir.hold(given, 'step') : constant(scalar, 1);
  if (step.op !== 'const') lowering.ir.if(eq(step, zero), () => raiseZeroStep(lowering));
  else if (Number(step.value) === 0) raiseZeroStep(lowering);
  return { type, parts: [start, stop, step] };
}

function raiseZeroStep(lowering: Lowering): void {
  lowering.raise({ name: 'ValueError', message: 'range() arg 3 must not be zero' });
}

/** `len(range(...))`, i64. */
export function rangeLength(lowering: Lowering, range: Value): Expression {
  const [start, stop, step] = lowering.hold(range).parts as readonly [Expression, Expression, Expression];
  const one = constant(step.type, 1);
  const zero = constant(step.type, 0);
  const isUp = gt(step, zero);
  const distance = select(isUp, sub(stop, start), sub(start, stop));
  const stride = select(isUp, step, neg(step));
  const isEmpty = select(isUp, le(stop, start), or(lt(start, stop), eq(start, stop)));
  const count = add(binary('div', sub(distance, one), stride), one);
  return convert(select(isEmpty, zero, count), 'i64');
}
