import { compareValues, type Comparison, describe, exact, type Tolerance } from '../encoding/compare';
import { type EngineCall, type EngineName, engineNames } from './engine';
import type { AllowedDifference } from './tolerance';

export interface Agreement {
  readonly agrees: boolean;
  readonly mismatch?: string;
  /** Engines whose results were the same as the compiled function's. */
  readonly with: readonly EngineName[];
  /** Engines whose figures must not be shown, since they computed something else. */
  readonly without: readonly EngineName[];
  readonly notes: readonly string[];
}

export interface EngineResult {
  readonly name: EngineName;
  readonly call: EngineCall;
}

/**
 * Compares the compiled function's results, and what it did to its arguments, with every other engine's. Numba is
 * the authority where it is present: CPython may differ by design, for its integers do not wrap.
 */
export function agree(
  wasm: EngineResult,
  others: readonly EngineResult[],
  allowed: AllowedDifference,
): Agreement {
  const compared = others.map((other) => ({
    name: other.name,
    ...compareCalls(wasm.call, other.call, allowed.tolerance),
  }));
  const same = compared.filter((one) => one.difference === undefined);
  const different = compared.filter((one) => one.difference !== undefined);
  const notes = roundingNote(Math.max(0, ...same.map((one) => one.ulps)), allowed);
  const names = { with: same.map((one) => one.name), notes };
  if (different.length === 0) return { agrees: true, without: [], ...names };
  const wrapped = different.filter((one) =>
    agreesWhenWrapped(wasm.call, others.find((other) => other.name === one.name)!.call),
  );
  const rest = different.filter((one) => !wrapped.includes(one));
  notes.push(...wrapped.map((one) => byDesign(one.name, one.difference!)));
  if (same.some((one) => one.name === 'numba')) {
    notes.push(...rest.map((one) => unlikeNumba(one.name, one.difference!)));
    return { agrees: true, without: [], ...names };
  }
  if (rest.length === 0) return { agrees: true, without: [], ...names };
  const onlyNumba = rest.every((one) => one.name === 'numba');
  if (onlyNumba && same.length + wrapped.length > 0) {
    notes.push(`Numba computes something else, so its time is left out: ${rest[0]!.difference}.`);
    return { agrees: true, without: ['numba'], ...names };
  }
  const first = rest[0]!;
  return {
    agrees: false,
    mismatch: `${first.difference} (${engineNames.wasm} and ${engineNames[first.name]})`,
    without: [],
    ...names,
  };
}

function roundingNote(ulps: number, { tolerance, reason }: AllowedDifference): string[] {
  if (ulps === 0) return [];
  const distance =
    ulps <= tolerance.ulp
      ? `within ${ulps} units in the last place`
      : `within ${tolerance.relative ?? 0} of the largest value`;
  return [`Results agree ${distance}: ${reason}.`];
}

function unlikeNumba(engine: EngineName, difference: string): string {
  const name = engineNames[engine];
  return `Numba and compiled code agree; ${name} gives something else: ${difference} (compiled code and ${name}).`;
}

function byDesign(engine: EngineName, difference: string): string {
  const name = engineNames[engine];
  return `${name} differs by design, since integers in compiled code have a fixed width: ${difference} (compiled code and ${name}).`;
}

/** Compares how two calls ended: what they returned and left in their arguments, or what they raised. */
export function compareCalls(left: EngineCall, right: EngineCall, tolerance: Tolerance): Comparison {
  if (left.kind !== 'returned' || right.kind !== 'returned') {
    const same = left.kind === 'raised' && right.kind === 'raised' && left.name === right.name;
    return same ? { ulps: 0 } : { difference: `${ending(left)} and ${ending(right)}`, ulps: 0 };
  }
  const result = compareValues(left.result, right.result, tolerance);
  if (result.difference !== undefined) return result;
  let { ulps } = result;
  for (const [i, after] of left.argsAfter.entries()) {
    const arg = compareValues(after, right.argsAfter[i]!, tolerance, `argument ${i + 1} afterwards`);
    if (arg.difference !== undefined) return arg;
    ulps = Math.max(ulps, arg.ulps);
  }
  return { ulps };
}

function ending(call: EngineCall): string {
  if (call.kind === 'raised') return `${call.name}: ${call.message}`;
  return call.kind === 'too-slow' ? 'no result in time' : describe(call.result);
}

/** CPython's integer when it is cut to 64 bits is what fixed-width arithmetic gives. */
function agreesWhenWrapped(wasm: EngineCall, other: EngineCall): boolean {
  if (other.kind !== 'returned' || other.result.kind !== 'int') return false;
  const value = BigInt.asIntN(64, other.result.value);
  if (value === other.result.value) return false;
  const wrapped: EngineCall = { ...other, result: { kind: 'int', name: 'int64', value } };
  return compareCalls(wasm, wrapped, exact).difference === undefined;
}
