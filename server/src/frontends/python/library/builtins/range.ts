import {
  add,
  and,
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
import { boolean, int32, int64, type IntegerType, type NumbaType, uint64 } from '../../types/numbaType';
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

/** `x in range(...)`: a float counts where it is whole, and what is no number is never in it. */
const contains: LibraryFunction = {
  name: 'operator.contains',
  type({ args: [range, value] }) {
    if (range?.kind !== 'range' || !value) return mismatch();
    const { kind } = unliteral(value);
    if (kind === 'complex') return { kind: 'unknown' };
    if (kind === 'int' || kind === 'bool') return typed(boolean, { args: [range, range.item] });
    return kind === 'float'
      ? typed(boolean)
      : { ...typed(boolean), constant: { kind: 'bool', value: false } };
  },
  lower({ args: [range, value] }, lowering) {
    const [start, stop, step] = lowering.hold(range!).parts as readonly [Expression, Expression, Expression];
    const given = lowering.hold(value!).parts[0]!;
    const number = lowering.ir.hold(convert(given, step.type));
    const isWhole = eq(convert(number, given.type), given);
    const zero = constant(step.type, 0);
    const inside = select(
      gt(step, zero),
      and(le(start, number), lt(number, stop)),
      and(lt(stop, number), le(number, start)),
    );
    const onStep = eq(binary('floormod', sub(number, start), step), zero);
    return { type: boolean, parts: [and(and(inside, onStep), isWhole)] };
  },
};

/** `range(stop)`, `range(start, stop)`, `range(start, stop, step)` of int32, int64 or uint64, and their attributes. */
export const rangeEntries: readonly LibraryFunction[] = [...constructors, ...attributes, contains];

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
