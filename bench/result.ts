/** What `npm run bench -- --json FILE` writes and `npm run bench:compare` reads. */
export interface BenchReport {
  readonly machine: {
    readonly processor: string;
    readonly processors: number;
    readonly node: string;
    readonly newerNode?: string;
    readonly python: string;
    readonly numpy?: string;
    readonly numba?: string;
  };
  readonly kernels: readonly KernelResult[];
}

/**
 * `wasm` is the optimised code on the running Node, `wasmPlain` the same function without any optimisation pass;
 * `Newer` marks the newer Node, `Parallel` all threads where the plain name means one.
 */
export const engineKeys = [
  'cpython',
  'numpy',
  'numba',
  'numbaParallel',
  'wasm',
  'wasmPlain',
  'wasmParallel',
  'wasmNewer',
  'wasmPlainNewer',
  'wasmParallelNewer',
] as const;

export type EngineKey = (typeof engineKeys)[number];

export interface KernelTiming {
  /** Of one call: processor time, and for kernels with threads time that passes. */
  readonly medianMs: number;
  readonly minMs: number;
  readonly maxMs: number;
  /** Of ours: lowering, passes, emission and V8's optimising compiler, once warm. */
  readonly compileMs?: number;
  readonly rounds: number;
  /** Calls were on a smaller size and their times are scaled by the work. */
  readonly scaledFrom?: number;
}

export interface KernelResult {
  readonly name: string;
  readonly size: number;
  readonly engines: Readonly<Partial<Record<EngineKey, KernelTiming>>>;
  readonly resultsAgree: boolean;
  /** Largest distance to Numba's result in units in the last place. */
  readonly ulps?: number;
  /** Threads of the parallel engines. */
  readonly threads?: number;
  readonly notes: readonly string[];
}

/** How many times as fast as Numba on one thread; above 1 is faster. */
export function overNumba(result: KernelResult, key: EngineKey): number | undefined {
  return ratio(result.engines.numba?.medianMs, result.engines[key]?.medianMs);
}

export function ratio(slow: number | undefined, fast: number | undefined): number | undefined {
  return slow === undefined || fast === undefined ? undefined : slow / fast;
}

/** Undefined of nothing. */
export function geometricMean(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  if (known.length === 0) return undefined;
  return Math.exp(known.reduce((sum, value) => sum + Math.log(value), 0) / known.length);
}
