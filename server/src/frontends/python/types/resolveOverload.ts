import { conversion } from './conversion';
import type { NumbaType } from './numbaType';

export interface OverloadOptions {
  /** Whether arguments may be converted with loss. */
  readonly allowUnsafe: boolean;
}

export interface OverloadChoice {
  readonly index: number;
  /** All candidates that rank equally with the chosen one, the chosen one included. */
  readonly tied: readonly number[];
  /** Whether an argument is converted with loss. */
  readonly unsafe: boolean;
}

/**
 * Ranks candidate signatures for the arguments as Numba's resolve_overload: fewest unsafe, then safe, then promoting
 * conversions; the first of equals. Undefined where none accepts them.
 */
export function resolveOverload(
  candidates: readonly (readonly NumbaType[])[],
  args: readonly NumbaType[],
  options: OverloadOptions,
): OverloadChoice | undefined {
  let best: Rating | undefined;
  let tied: number[] = [];
  for (const [index, candidate] of candidates.entries()) {
    const rating = rate(candidate, args);
    if (!rating || (rating.unsafe > 0 && !options.allowUnsafe)) continue;
    const order = best ? compareRatings(rating, best) : -1;
    if (order < 0) {
      best = rating;
      tied = [index];
    } else if (order === 0) tied.push(index);
  }
  return best && { index: tied[0]!, tied, unsafe: best.unsafe > 0 };
}

interface Rating {
  readonly unsafe: number;
  readonly safe: number;
  readonly promote: number;
}

function rate(formals: readonly NumbaType[], args: readonly NumbaType[]): Rating | undefined {
  if (formals.length !== args.length) return undefined;
  const counts = { exact: 0, promote: 0, safe: 0, unsafe: 0 };
  for (const [i, formal] of formals.entries()) {
    const found = conversion(args[i]!, formal);
    if (found === undefined) return undefined;
    counts[found]++;
  }
  return counts;
}

function compareRatings(a: Rating, b: Rating): number {
  return a.unsafe - b.unsafe || a.safe - b.safe || a.promote - b.promote;
}
