import type { CallOutcome, HostValue } from '@jitsight/shared/wasm/hostValue';
import type { Specialization, WireType } from '../../frontends/frontend';
import { fromHost } from '../encoding/fromHost';
import type { PythonValue } from '../encoding/pythonValue';
import { wireName } from '../encoding/wireName';
import { ConversionError, toHost } from '../encoding/toHost';

/** How a call of a compiled function ended, in Python's terms. */
export interface CallResult {
  readonly returns?: PythonValue;
  readonly raises?: { readonly name: string; readonly message: string };
  readonly argsAfter: readonly PythonValue[];
  readonly printed: string;
}

/** Numba's compiled code would crash here, or go on with garbage. */
const trapAdvice = 'most likely an index outside an array, which is only checked with boundscheck';

/** What the caller sees of an argument: Numba writes lists and sets back, but none that lie in a tuple. */
function reflected(before: PythonValue, after: PythonValue, type: WireType, inTuple = false): PythonValue {
  if (inTuple && (type.kind === 'list' || type.kind === 'set') && type.reflected) return before;
  if (type.kind !== 'tuple' || before.kind !== 'tuple' || after.kind !== 'tuple') return after;
  const items = after.items.map((item, i) => reflected(before.items[i]!, item, type.elements[i]!, true));
  return { ...after, items };
}

/** Numba compiles a function that returns such a value, and fails when it has to make a Python object of it. */
function unboxableName(type: WireType): string | undefined {
  if (type.kind === 'opaque') return type.unboxable ? type.name : undefined;
  return type.kind === 'bytes' && type.class !== 'bytes' ? wireName(type) : undefined;
}

/** Converts the arguments, calls, and converts back. Arguments that do not fit raise as Numba's dispatcher does. */
export async function callCompiled(
  call: (args: readonly HostValue[]) => Promise<CallOutcome>,
  { parameters, parameterTypes, resultType }: Specialization,
  args: readonly PythonValue[],
): Promise<CallResult> {
  if (args.length !== parameterTypes.length) {
    const message = `expected ${parameterTypes.length} arguments, got ${args.length}`;
    return { raises: { name: 'TypeError', message }, argsAfter: args, printed: '' };
  }
  let hostArgs: HostValue[];
  try {
    hostArgs = args.map((arg, i) =>
      toHost(arg, parameterTypes[i]!, parameters[i]?.name ?? `argument ${i + 1}`),
    );
  } catch (error) {
    if (!(error instanceof ConversionError)) throw error;
    return { raises: { name: error.pythonError, message: error.message }, argsAfter: args, printed: '' };
  }
  const outcome = await call(hostArgs);
  const argsAfter = outcome.argsAfter.map((arg, i) =>
    reflected(args[i]!, fromHost(arg, parameterTypes[i]!), parameterTypes[i]!),
  );
  if (outcome.kind === 'raised') {
    const { name, printed } = outcome;
    const message = name === 'Trap' ? `${outcome.message}: ${trapAdvice}` : outcome.message;
    return { raises: { name, message }, argsAfter, printed };
  }
  const unboxable = unboxableName(resultType);
  if (unboxable !== undefined) {
    const message = `cannot convert native ${unboxable} to Python object`;
    return { raises: { name: 'TypeError', message }, argsAfter, printed: outcome.printed };
  }
  return { returns: fromHost(outcome.value, resultType), argsAfter, printed: outcome.printed };
}
