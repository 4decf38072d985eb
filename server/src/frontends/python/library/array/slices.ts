import {
  add,
  and,
  binary,
  constant,
  eq,
  ge,
  gt,
  i64,
  le,
  lt,
  or,
  select,
  sub,
} from '@jitsight/shared/ir/expressions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import type { Lowering, Value } from '../../lower/lowering';
import { int64, type NumbaType, none, tupleOf } from '../../types/numbaType';
import { resolveOverload } from '../../types/resolveOverload';
import { unliteral } from '../../types/unliteral';
import type { LibraryFunction, TypingOutcome } from '../libraryFunction';
import { mismatch, typed } from '../outcome';
import { compareVersions } from '../version';

const largest = i64(2n ** 63n - 1n);
const smallest = i64(-(2n ** 63n));

const members = [int64, none];
const rows: readonly (readonly NumbaType[])[] = [
  [int64],
  [none],
  ...members.flatMap((start) => members.map((stop) => [start, stop])),
  ...members.flatMap((start) => members.flatMap((stop) => members.map((step) => [start, stop, step]))),
];

/** `a:b:c` and `slice(a, b, c)`; the value is `(start, stop, step)` with Numba's numbers for what is left out. */
export const sliceEntry: LibraryFunction = {
  name: 'builtins.slice',
  type: ({ args, context }) => typeSlice(args, context.numba),
  lower: ({ args }, lowering) => {
    const given = args.map((arg) => (arg?.type.kind === 'none' ? undefined : arg));
    const [start, stop, step] = given.length === 1 ? [undefined, given[0], undefined] : given;
    return makeSlice(lowering, start, stop, step);
  },
};

function typeSlice(args: readonly (NumbaType | undefined)[], numba: string): TypingOutcome {
  const types = args.map((type) => (type ? unliteral(type) : none));
  const choice = resolveOverload(rows, types, { allowUnsafe: true });
  if (!choice) return mismatch('a slice is made of integers and None');
  const wanted = rows[choice.index]!;
  // Before 0.60 a step that was written made a stepped slice, even None.
  const hasStep = wanted.length === 3 && (wanted[2] !== none || compareVersions(numba, '0.60') < 0);
  return typed({ kind: 'slice', hasStep }, { args: wanted });
}

function makeSlice(
  lowering: Lowering,
  start: Value | undefined,
  stop: Value | undefined,
  step: Value | undefined,
): Value {
  const type: NumbaType = { kind: 'slice', hasStep: step !== undefined };
  const by = lowering.ir.hold(step?.parts[0] ?? i64(1));
  const isDownwards = lt(by, i64(0));
  const either = (up: Expression, down: Expression): Expression => {
    if (by.op === 'const') return BigInt(by.value) < 0n ? down : up;
    return select(isDownwards, down, up);
  };
  const from = start?.parts[0] ?? either(i64(0), largest);
  const to = stop?.parts[0] ?? either(largest, smallest);
  return { type, parts: [from, to, by] };
}

/** A slice's run along an axis: the first position, the step and how many. */
export interface Run {
  readonly start: Expression;
  readonly step: Expression;
  readonly length: Expression;
}

const isConstant = (value: Expression, number: bigint): boolean =>
  value.op === 'const' && BigInt(value.value) === number;

/** Fits a slice to an axis as Python does; a zero step raises. */
export function runOf(lowering: Lowering, slice: Value, extent: Expression): Run {
  const { ir } = lowering;
  const [start, stop, step] = slice.parts as [Expression, Expression, Expression];
  if (step.op !== 'const') {
    const zeroStep = { name: 'ValueError', message: 'slice step cannot be zero' };
    ir.if(eq(step, i64(0)), () => lowering.raise(zeroStep));
  } else if (isConstant(step, 1n)) return upwardRun(lowering, start, stop, extent);
  const isDownwards = step.op === 'const' ? constant('bool', BigInt(step.value) < 0n) : lt(step, i64(0));
  const bounds = boundsOf(isDownwards, extent);
  const from = ir.hold(clamped(lowering, start, bounds), 'start');
  const to = ir.hold(clamped(lowering, stop, bounds), 'stop');
  const distance = ir.hold(sub(to, from));
  const isEmpty = or(
    and(isDownwards, ge(distance, i64(0))),
    and(eq(isDownwards, constant('bool', 0)), le(distance, i64(0))),
  );
  const inner = select(isDownwards, add(distance, i64(1)), sub(distance, i64(1)));
  const length = select(isEmpty, i64(0), add(binary('div', inner, step), i64(1)));
  return { start: from, step, length: ir.hold(length, 'length') };
}

/** Steps of one: most slices, with less to compute where a bound is left out. */
function upwardRun(lowering: Lowering, start: Expression, stop: Expression, extent: Expression): Run {
  const { ir } = lowering;
  const bounds = { extent, low: i64(0), high: extent };
  const from = isConstant(start, 0n) ? start : ir.hold(clamped(lowering, start, bounds), 'start');
  const to = isConstant(stop, 2n ** 63n - 1n) ? extent : ir.hold(clamped(lowering, stop, bounds), 'stop');
  const length = isConstant(start, 0n) ? to : ir.hold(nonNegative(sub(to, from)), 'length');
  return { start: from, step: i64(1), length };
}

function nonNegative(value: Expression): Expression {
  return select(gt(value, i64(0)), value, i64(0));
}

interface Bounds {
  readonly extent: Expression;
  readonly low: Expression;
  readonly high: Expression;
}

function boundsOf(isDownwards: Expression, extent: Expression): Bounds {
  return {
    extent,
    low: select(isDownwards, i64(-1), i64(0)),
    high: select(isDownwards, sub(extent, i64(1)), extent),
  };
}

// Counts a negative bound from the end, then keeps it within the axis.
function clamped(lowering: Lowering, bound: Expression, { extent, low, high }: Bounds): Expression {
  const given = lowering.ir.hold(bound);
  const known = given.op === 'const' ? BigInt(given.value) : undefined;
  if (known !== undefined && known >= 0n) return select(ge(given, extent), high, given);
  const counted = lowering.ir.hold(
    known === undefined ? select(lt(given, i64(0)), add(given, extent), given) : add(given, extent),
  );
  const raised = select(lt(counted, i64(0)), low, counted);
  return known === undefined ? select(ge(counted, extent), high, raised) : raised;
}

const memberNames = ['start', 'stop', 'step'] as const;

/** Attributes of slices and `slice.indices(n)`. */
export const sliceMembers: readonly LibraryFunction[] = [
  ...memberNames.map(
    (name, i): LibraryFunction => ({
      name: `getattr slice.${name}`,
      type: () => typed(int64),
      lower: ({ args }) => ({ type: int64, parts: [args[0]!.parts[i]!] }),
    }),
  ),
  {
    name: 'slice.indices',
    type: ({ args }) => {
      const length = args[1] && unliteral(args[1]);
      if (args.length !== 2 || length?.kind !== 'int') return mismatch();
      return typed(tupleOf([int64, int64, int64]), { args: [args[0], int64] });
    },
    lower: ({ args, result }, lowering) => {
      const slice = lowering.hold(args[0]!);
      const { ir } = lowering;
      const extent = ir.hold(args[1]!.parts[0]!);
      const isNegative = { name: 'ValueError', message: 'length should not be negative' };
      ir.if(lt(extent, i64(0)), () => lowering.raise(isNegative));
      const [start, stop, step] = slice.parts as [Expression, Expression, Expression];
      const isZero = { name: 'ValueError', message: 'slice step cannot be zero' };
      ir.if(eq(step, i64(0)), () => lowering.raise(isZero));
      const bounds = boundsOf(lt(step, i64(0)), extent);
      const from = clamped(lowering, start, bounds);
      return { type: result, parts: [from, clamped(lowering, stop, bounds), step] };
    },
  },
];
