import { compareValues, type Tolerance } from '../../../src/execution/encoding/compare';
import { encodeValue } from '../../../src/execution/encoding/encode';
import { type CompileOptions, compilePython } from './compilePython';
import { askPython, type OracleAnswer } from './oracle';

export interface SameOptions extends CompileOptions {
  /** How far floats may lie apart; equal bits where absent. */
  readonly ulp?: number;
  /** Ask real Numba and not CPython. */
  readonly oracle?: 'python' | 'numba';
}

/** One function of a program, with the types to compile it for and the arguments (Python text) of each call. */
export interface FunctionCalls {
  readonly function: string;
  readonly signature: string;
  readonly args: readonly string[];
}

/**
 * Calls functions of `source`, compiled and interpreted, as lowered and optimised, and lists where results, errors,
 * arguments afterwards or output differ; empty when nothing does.
 */
export async function differences(
  source: string,
  functions: readonly FunctionCalls[],
  options: SameOptions = {},
): Promise<string[]> {
  const calls = functions.flatMap((each) => each.args.map((args) => ({ function: each.function, args })));
  const answers = askPython(source, calls, { numba: options.oracle === 'numba' });
  const found: string[] = [];
  let next = 0;
  for (const each of functions) {
    const own = answers.slice(next, next + each.args.length);
    next += each.args.length;
    for (const optimizeLevel of [0, 2] as const) {
      const place = `-O${optimizeLevel} ${each.function}`;
      try {
        const compiled = await compilePython(source, each.function, each.signature, {
          ...options,
          optimizeLevel,
        });
        own.forEach((answer, i) => {
          const difference = differenceOf(compiled.call(...answer.args), answer, { ulp: options.ulp ?? 0 });
          if (difference) found.push(`${place}(${each.args[i]}): ${difference}`);
        });
      } catch (error) {
        found.push(`${place}: ${stackOf(error)}`);
      }
    }
  }
  return found;
}

type Outcome = Omit<OracleAnswer, 'args'>;

function differenceOf(ours: Outcome, theirs: Outcome, tolerance: Tolerance): string | undefined {
  if (ours.raised?.name !== theirs.raised?.name || ours.raised?.message !== theirs.raised?.message) {
    return `${describe(ours)}, not ${describe(theirs)}`;
  }
  if (ours.printed !== theirs.printed) return `printed ${JSON.stringify([ours.printed, theirs.printed])}`;
  if (ours.returned && theirs.returned) {
    const { difference } = compareValues(ours.returned, theirs.returned, tolerance);
    if (difference) return difference;
  }
  for (const [i, after] of ours.argsAfter.entries()) {
    const { difference } = compareValues(after, theirs.argsAfter[i]!, tolerance, `argument ${i}`);
    if (difference) return difference;
  }
  return undefined;
}

function describe(outcome: Outcome): string {
  if (outcome.raised) return `${outcome.raised.name}: ${outcome.raised.message}`;
  return outcome.returned ? JSON.stringify(encodeValue(outcome.returned)) : 'nothing';
}

function stackOf(error: unknown): string {
  return (error as Error).stack?.split('\n').slice(0, 5).join('\n') ?? String(error);
}
