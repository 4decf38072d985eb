import type { Lowering, Value } from '../lower/lowering';
import { boolean, type NumbaType } from '../types/numbaType';
import { unliteral } from '../types/unliteral';
import type { LibraryFunction, TypingContext, TypingOutcome } from './libraryFunction';
import { lookup } from './registry';

type Typed = Extract<TypingOutcome, { kind: 'typed' }>;

/** The first entry of `name` that takes these arguments, and its outcome. */
export function resolveEntry(
  name: string,
  args: readonly NumbaType[],
  context: TypingContext,
): { readonly entry: LibraryFunction; readonly outcome: Typed } | undefined {
  for (const entry of lookup(name, context.numba)) {
    const outcome = entry.type({ args, context });
    if (outcome.kind === 'typed') return { entry, outcome };
  }
  return undefined;
}

/** The context for lookups while lowering, when nothing callable needs typing any more. */
export function loweringContext(lowering: Lowering): TypingContext {
  return { numba: lowering.numba, errorModel: lowering.errorModel, typeCallable: () => undefined };
}

/** The result type of an operation of the library; undefined where it does not take these arguments. */
export function resultOf(
  name: string,
  args: readonly NumbaType[],
  context: TypingContext,
): NumbaType | undefined {
  return resolveEntry(name, args, context)?.outcome.result;
}

/** Makes the code of another operation of the library. */
export function operate(lowering: Lowering, name: string, args: readonly Value[]): Value {
  const types = args.map((arg) => arg.type);
  const found = resolveEntry(name, types, loweringContext(lowering));
  if (!found?.entry.lower) return lowering.notLowered(`${name} is not compiled yet for these types`);
  const { entry, outcome } = found;
  const operands = args.map((arg, i) => lowering.cast(arg, outcome.args?.[i] ?? unliteral(arg.type)));
  const argTypes = operands.map((arg) => arg.type);
  return entry.lower!({ args: operands, argTypes, result: outcome.result, data: outcome.data }, lowering);
}

/** A comparison of two values as a bool expression. */
export function holds(lowering: Lowering, name: string, a: Value, b: Value) {
  return lowering.cast(operate(lowering, name, [a, b]), boolean).parts[0]!;
}
