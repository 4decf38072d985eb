import type { LibraryFunction, TypingContext, TypingOutcome } from '../../library/libraryFunction';
import { lookup } from '../../library/registry';
import type { NumbaType } from '../../types/numbaType';
import { unliteral } from '../../types/unliteral';
import type { Inference } from '../inference';
import type { BoundArgument, Resolution } from '../typedFunction';
import { refine } from '../versionTypes';
import { callJitclassOperator } from '../jitclass/operators';
import { type Argument, isReady } from './argument';
import { type BoundCall, bindToSpecs } from './bindParameters';
import { typeCallable } from './callableArgument';
import { inferPythonSource } from './pythonSource';

export type LibraryOutcome =
  | { readonly kind: 'typed'; readonly type: NumbaType; readonly resolution: Resolution }
  /** Some argument is not known precisely yet. */
  | { readonly kind: 'pending' }
  /** The library has nothing under that name in this version. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'mismatch'; readonly reason?: string; readonly argument?: number };

/**
 * Types an operation of the library. `receiver` marks a method's first argument, which may still be imprecise.
 */
export function callLibrary(
  inf: Inference,
  name: string,
  given: readonly Argument[],
  options: { readonly receiver?: boolean } = {},
): LibraryOutcome {
  const special = callJitclassOperator(inf, name, given);
  if (special) return special;
  const outcome = callEntries(inf, name, given, options);
  if (outcome.kind !== 'mismatch') return outcome;
  const unpacked = unpackOptionals(name, given);
  if (!unpacked) return outcome;
  const again = callEntries(inf, name, unpacked, options);
  return again.kind === 'typed' ? again : outcome;
}

// Conversions to a number and indices look at an optional themselves, and refuse it.
const strictNames = new Set(['builtins.float', 'builtins.int', 'builtins.complex']);
const truthNames = new Set(['operator.truth', 'builtins.bool']);
const containerFirst = new Set(['operator.getitem', 'operator.setitem', 'operator.delitem']);

/** Where nothing takes an optional, Numba tries with what it holds, and checks for None at run time. */
function unpackOptionals(name: string, given: readonly Argument[]): readonly Argument[] | undefined {
  if (strictNames.has(name)) return undefined;
  const unpacks = ({ type, keyword }: Argument, i: number): boolean =>
    type.kind === 'optional' && keyword === undefined && (i === 0 || !containerFirst.has(name));
  if (!given.some(unpacks) || (truthNames.has(name) && given.some(isOptionalNumber))) return undefined;
  return given.map((arg, i) =>
    unpacks(arg, i) && arg.type.kind === 'optional' ? { ...arg, type: arg.type.value } : arg,
  );
}

function isOptionalNumber({ type }: Argument): boolean {
  return type.kind === 'optional' && ['int', 'float', 'complex'].includes(type.value.kind);
}

function callEntries(
  inf: Inference,
  name: string,
  given: readonly Argument[],
  options: { readonly receiver?: boolean },
): LibraryOutcome {
  const entries = lookup(name, inf.context.numba);
  if (entries.length === 0) return { kind: 'unknown' };
  if (!given.every((arg, i) => (options.receiver && i === 0) || isReady(arg.type)))
    return { kind: 'pending' };
  let failure: LibraryOutcome = { kind: 'mismatch' };
  for (const entry of entries) {
    const bound = bindToSpecs(entry.params, given);
    if (typeof bound === 'string') {
      failure = { kind: 'mismatch', reason: bound };
      continue;
    }
    const outcome = entry.type({ args: bound.types, context: typingContext(inf) });
    const finished = finish(inf, entry, bound, outcome);
    if (finished.kind === 'typed' || finished.kind === 'pending') return finished;
    if (finished.kind === 'mismatch' && (finished.reason || failure.kind !== 'mismatch' || !failure.reason)) {
      failure = finished;
    }
  }
  return failure;
}

export function typingContext(inf: Inference): TypingContext {
  return {
    numba: inf.context.numba,
    errorModel: inf.flags.errorModel,
    typeCallable: (callee, args) => typeCallable(inf, callee, args),
  };
}

function finish(
  inf: Inference,
  entry: LibraryFunction,
  bound: BoundCall,
  outcome: TypingOutcome,
): LibraryOutcome {
  switch (outcome.kind) {
    case 'mismatch':
      return outcome;
    case 'unknown':
      inf.round.guessed = true;
      return { kind: 'pending' };
    case 'python':
      return finishPython(inf, bound, outcome);
    case 'typed':
      return finishTyped(inf, entry, bound, outcome);
  }
}

function finishTyped(
  inf: Inference,
  entry: LibraryFunction,
  bound: BoundCall,
  outcome: TypingOutcome & { kind: 'typed' },
): LibraryOutcome {
  const { result, constant } = outcome;
  if (outcome.refines) {
    const source = bound.args[outcome.refines.argument]?.source;
    if (source?.kind === 'expression' || source?.kind === 'receiver') {
      refine(inf, source.expression, outcome.refines.type);
    }
  }
  if (constant)
    return { kind: 'typed', type: result, resolution: { kind: 'constant', value: constant, result } };
  const resolution: Resolution = {
    kind: 'library',
    function: entry,
    args: convertArguments(bound, outcome.args),
    result,
    ...(outcome.data !== undefined && { data: outcome.data }),
  };
  return { kind: 'typed', type: result, resolution };
}

function finishPython(
  inf: Inference,
  bound: BoundCall,
  outcome: TypingOutcome & { kind: 'python' },
): LibraryOutcome {
  const types = outcome.args ?? bound.types.filter((type) => type !== undefined);
  const target = inferPythonSource(
    inf.context,
    outcome.source,
    outcome.function,
    types.map(unliteral),
    inf.flags,
  );
  if (!target)
    return { kind: 'mismatch', reason: `no function ${outcome.function} in ${outcome.source.name}` };
  if (!target.compiles) return { kind: 'mismatch' };
  const args = bound.args
    .filter((arg) => arg.source.kind !== 'omitted')
    .map((arg, i) => ({ ...arg, type: target.params[i]?.type ?? arg.type }));
  const result = target.returnType;
  return { kind: 'typed', type: result, resolution: { kind: 'typed', target, args, result } };
}

function convertArguments(
  bound: BoundCall,
  wanted: readonly (NumbaType | undefined)[] | undefined,
): BoundArgument[] {
  return bound.args.map((arg, i) => ({ ...arg, type: wanted?.[i] ?? unliteral(arg.type) }));
}
