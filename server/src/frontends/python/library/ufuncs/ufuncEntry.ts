import type { Lowering, Value } from '../../lower/lowering';
import type { NumbaType } from '../../types/numbaType';
import type { LibraryFunction, LoweringCall, TypingOutcome } from '../libraryFunction';
import type { FoundLoop } from './findLoop';
import type { Ufunc } from './loop';
import { typeUfunc } from './typeUfunc';

/** The ufunc under each of its names; positional arguments only, as in Numba. */
export function ufuncEntries(ufunc: Ufunc): LibraryFunction[] {
  const names = [ufunc.name, ...(ufunc.aliases ?? [])];
  return [
    ...names.map((name) => ufuncEntry(ufunc, name)),
    ...(ufunc.newAliases ?? []).map((name) => ({ ...ufuncEntry(ufunc, name), since: '0.60' })),
  ];
}

function ufuncEntry(ufunc: Ufunc, name: string): LibraryFunction {
  return {
    name: `numpy.${name}`,
    type: ({ args, context }) => ufuncOutcome(ufunc, given(args), context.numba),
    lower: (call, lowering) => lowerUfunc(call, lowering, ufunc.inputs),
  };
}

export function given(args: readonly (NumbaType | undefined)[]): NumbaType[] {
  return args.filter((type) => type !== undefined);
}

export function ufuncOutcome(ufunc: Ufunc, args: readonly NumbaType[], numba: string): TypingOutcome {
  const typed = typeUfunc(ufunc, args, numba);
  if ('reason' in typed) return { kind: 'mismatch', reason: typed.reason };
  return { kind: 'typed', result: typed.result, args: typed.args, data: typed.found };
}

function lowerUfunc(call: LoweringCall, lowering: Lowering, inputs: number): Value {
  const found = call.data as FoundLoop;
  const values = call.args.filter((value) => value !== undefined);
  const kernel = (elements: readonly Value[]): Value => runLoop(found, lowering, elements);
  return overElements(lowering, values.slice(0, inputs), {
    dtype: found.output,
    result: call.result,
    kernel,
    out: values[inputs],
  });
}

/** One element through a loop, after the casts to its inputs. */
export function runLoop(
  { loop, inputs, output }: FoundLoop,
  lowering: Lowering,
  elements: readonly Value[],
): Value {
  const converted = elements.map((element, i) => lowering.cast(element, inputs[i]!));
  return loop.kernel(lowering, converted, output, 'numpy');
}

export interface ElementOperation {
  /** Of the result's elements. */
  readonly dtype: NumbaType;
  readonly result: NumbaType;
  readonly kernel: (elements: readonly Value[]) => Value;
  readonly out?: Value;
}

/** Applies a kernel to scalars or, broadcast together, to arrays; arrays without dimensions count as scalars. */
export function overElements(
  lowering: Lowering,
  operands: readonly Value[],
  { dtype, result, kernel, out }: ElementOperation,
): Value {
  const inputs = operands.map((operand) =>
    operand.type.kind === 'array' && operand.type.ndim === 0 ? lowering.loadElement(operand, []) : operand,
  );
  if (out) return lowering.elementwise(inputs, dtype, kernel, out);
  if (result.kind !== 'array') return lowering.cast(kernel(inputs), result);
  return lowering.elementwise(inputs, dtype, kernel);
}
