import { lookup } from '../library/registry';
import type { LibraryFunction, TypingOutcome } from '../library/libraryFunction';
import { none, type NumbaType } from '../types/numbaType';
import type { Lowering, Value } from './lowering';

/** Calls a library operation that the source does not spell out: the append of a comprehension. */
export function callLibrary(
  lowering: Lowering,
  name: string,
  args: readonly Value[],
  result: NumbaType = none,
): Value {
  const argTypes = args.map((arg) => arg.type);
  for (const entry of lookup(name, lowering.numba)) {
    const outcome = typing(entry, lowering, argTypes);
    if (outcome.kind === 'python') return lowering.callPython(outcome.source, outcome.function, args);
    if (outcome.kind !== 'typed' || !entry.lower) continue;
    const converted = args.map((arg, i) => lowering.cast(arg, outcome.args?.[i] ?? arg.type));
    const types = converted.map((arg) => arg.type);
    return entry.lower({ args: converted, argTypes: types, result, data: outcome.data }, lowering);
  }
  return lowering.notLowered(`${name} is not compiled yet for these types`);
}

function typing(entry: LibraryFunction, lowering: Lowering, args: readonly NumbaType[]): TypingOutcome {
  const context = {
    numba: lowering.numba,
    errorModel: lowering.errorModel,
    typeCallable: () => undefined,
  };
  return entry.type({ args, context });
}
