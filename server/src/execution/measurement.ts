/** How long one engine takes for one call, in milliseconds, over interleaved rounds after warm-up. */
export interface EngineTiming {
  readonly medianMs: number;
  readonly minMs: number;
  readonly maxMs: number;
  readonly rounds: number;
  readonly version?: string;
  readonly compileMs?: number;
  /** Of Wasm: V8's optimising compiler from the first call on, or whichever of its compilers V8 came to. */
  readonly tier?: 'optimized' | 'tiering';
  /** Of Wasm with parallel loops: threads that share them. */
  readonly threads?: number;
}

/** One function measured on one set of inputs. No `speedup` unless the results agree. */
export interface Measurement {
  readonly function: string;
  /** Key of the specialisation measured: an edit that changes it makes the measurement stale. */
  readonly key: string;
  readonly signature: string;
  readonly returnType?: string;
  /** `captured` from the program's own call, `given` by ARGS.json, or `made` from the types at a stated size. */
  readonly inputs: 'captured' | 'given' | 'made';
  /** Shape of each array or length of each list argument. */
  readonly size: Readonly<Record<string, readonly number[]>>;
  readonly resultsAgree: boolean;
  /** Where the results differ, in plain words. */
  readonly mismatch?: string;
  /** Engines whose results were the same; with none there was nothing to compare with, and no speedup is shown. */
  readonly comparedWith?: readonly string[];
  readonly engines: {
    readonly wasm?: EngineTiming;
    readonly cpython?: EngineTiming;
    readonly numpy?: EngineTiming;
    readonly numba?: EngineTiming;
  };
  readonly speedup?: {
    readonly wasmOverCpython?: number;
    readonly wasmOverNumpy?: number;
    readonly wasmOverNumba?: number;
    readonly numbaOverCpython?: number;
  };
  readonly interpreter?: {
    readonly path: string;
    readonly version: string;
    readonly numpy?: string;
    readonly numba?: string;
  };
  readonly notes: readonly string[];
}
