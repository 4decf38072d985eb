import type { ModuleIR } from '@jitsight/shared/ir/nodes';
import type { EmitOptions, WasmArtifact } from '@jitsight/shared/wasm/artifact';
import { WorkerClient, WorkerFailure, type WorkerOptions } from '../workers/workerClient';

const deadlineMs = 60_000;
const mostKept = 200;

/** How a function is compiled unless someone asks otherwise: optimised, and without bounds checks as Numba does. */
export const defaultEmitOptions: EmitOptions = { optimizeLevel: 2, boundsChecks: false };

/** Compiles IR in a worker, since Binaryen takes a second to load and much memory. Artifacts are kept by key. */
export interface CompileService {
  /** `key` is the specialisation's. Throws WorkerFailure; a failure to compile valid IR is our own bug and says so. */
  compile(key: string, ir: ModuleIR, options?: EmitOptions, signal?: AbortSignal): Promise<WasmArtifact>;
  /** Loads the compiler ahead of the first request. */
  warm(): void;
  dispose(): Promise<void>;
}

export function startCompileService(options: Partial<WorkerOptions> = {}): CompileService {
  const client = new WorkerClient('compileWorker', { heapMiB: 2048, ...options });
  const kept = new Map<string, Promise<WasmArtifact>>();
  const compile = (ir: ModuleIR, emitOptions: EmitOptions, signal?: AbortSignal) =>
    client.request<WasmArtifact>({ op: 'compile', ir, options: emitOptions } as { op: string }, {
      deadlineMs,
      signal,
    });
  return {
    compile(key, ir, emitOptions = defaultEmitOptions, signal) {
      const fullKey = `${key} ${JSON.stringify(emitOptions)}`;
      const known = kept.get(fullKey);
      if (known) return known;
      const artifact = explain(compile(ir, emitOptions, signal));
      kept.set(fullKey, artifact);
      artifact.catch(() => kept.delete(fullKey));
      if (kept.size > mostKept) kept.delete(kept.keys().next().value!);
      return artifact;
    },
    warm() {
      compile(emptyModule, defaultEmitOptions).catch(() => {});
    },
    dispose: () => client.dispose(),
  };
}

const emptyModule: ModuleIR = {
  name: 'warm',
  entry: 'warm',
  data: [],
  functions: [
    { name: 'warm', params: [], result: { kind: 'none' }, locals: [], body: [{ op: 'return', values: [] }] },
  ],
};

async function explain(artifact: Promise<WasmArtifact>): Promise<WasmArtifact> {
  try {
    return await artifact;
  } catch (error) {
    if (!(error instanceof WorkerFailure)) throw error;
    if (error.reason === 'deadline') {
      throw new WorkerFailure('deadline', `Compiling took more than ${deadlineMs / 1000} s and was stopped.`);
    }
    throw error;
  }
}
