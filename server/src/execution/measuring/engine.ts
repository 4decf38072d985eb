import type { EngineTiming } from '../measurement';
import type { PythonValue } from '../encoding/pythonValue';

export type EngineName = 'wasm' | 'cpython' | 'numpy' | 'numba';

/** As messages call them. */
export const engineNames: Readonly<Record<EngineName, string>> = {
  wasm: 'compiled code',
  cpython: 'CPython',
  numpy: 'NumPy',
  numba: 'Numba',
};

/** How one call ended. */
export type EngineCall =
  | {
      readonly kind: 'returned';
      readonly ms: number;
      readonly result: PythonValue;
      readonly argsAfter: readonly PythonValue[];
      readonly changesArguments: boolean;
    }
  | { readonly kind: 'raised'; readonly name: string; readonly message: string }
  | { readonly kind: 'too-slow' };

export type EngineRound = { readonly ms: number; readonly calls: number } | 'too-slow';

/** One way to run the function that is measured. A method that throws ends the engine, not the measurement. */
export interface Engine {
  readonly name: EngineName;
  readonly version?: string;
  /** Sets the arguments of all later calls; each call sees them unchanged. */
  prepare(args: readonly PythonValue[]): Promise<void>;
  call(limitMs: number): Promise<EngineCall>;
  /** That many calls in a row. */
  time(calls: number, limitMs: number): Promise<EngineRound>;
  /** What compiling took so far. */
  compileMs?(): number;
  /** How Wasm runs, once it is prepared. */
  wasmRun?(): Pick<EngineTiming, 'tier' | 'threads'>;
}
