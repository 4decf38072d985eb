import type { ModuleIR } from '@jitsight/shared/ir/nodes';
import type { EmitOptions, WasmArtifact } from '@jitsight/shared/wasm/artifact';
import { WorkerClient, WorkerFailure, type WorkerOptions } from '../workers/workerClient';
import type { CompileRequest } from './compileRequests';

const deadlineMs = 60_000;
const mostKept = 200;
/** After so many rounds another makes little difference. */
const warmUpRounds = 8;

/** How a function is compiled unless someone asks otherwise: optimised, and without bounds checks as Numba does. */
export const defaultEmitOptions: EmitOptions = { optimizeLevel: 2, boundsChecks: false };

/** Compiles IR in a worker, since Binaryen takes a second to load and much memory. Artifacts are kept by key. */
export interface CompileService {
  /** `key` is the specialisation's. Throws WorkerFailure; a failure to compile valid IR is our own bug and says so. */
  compile(key: string, ir: ModuleIR, options?: EmitOptions, signal?: AbortSignal): Promise<WasmArtifact>;
  /** Loads the compiler, and brings it up to speed, ahead of the first request; one round loads it and little more. */
  warm(rounds?: number): Promise<void>;
  dispose(): Promise<void>;
}

export function startCompileService(options: Partial<WorkerOptions> = {}): CompileService {
  const client = new WorkerClient('compileWorker', { heapMiB: 2048, ...options });
  const ask = async <T>(message: CompileRequest, signal?: AbortSignal): Promise<T> => {
    try {
      return await client.request<T>(message, { deadlineMs, signal });
    } catch (error) {
      throw error instanceof WorkerFailure ? explained(error) : error;
    }
  };
  let warming = Promise.resolve();
  let warmed = 0;
  // What is asked meanwhile comes between two rounds.
  const warmUp = async (rounds: number) => {
    for (; warmed < rounds; warmed++) await ask({ op: 'warm' }).catch(() => {});
  };
  const artifacts = keptByKey<WasmArtifact>();
  return {
    compile: (key, ir, emitOptions = defaultEmitOptions, signal) =>
      artifacts(`${key} ${JSON.stringify(emitOptions)} ${emitOptions.text ? placesOf(ir) : ''}`, () =>
        ask({ op: 'compile', ir, options: emitOptions }, signal),
      ),
    warm(rounds = warmUpRounds) {
      warming = warming.then(() => warmUp(rounds));
      return warming;
    },
    dispose: () => client.dispose(),
  };
}

/** The text names places in the source, which move with what stands above them; the code does not. */
function placesOf(ir: ModuleIR): string {
  return ir.functions.map(({ range }) => range?.start).join();
}

/** The last results, in flight ones too; what failed is tried again. */
function keptByKey<Result>() {
  const kept = new Map<string, Promise<Result>>();
  return (key: string, make: () => Promise<Result>): Promise<Result> => {
    const known = kept.get(key);
    if (known) return known;
    const result = make();
    kept.set(key, result);
    result.catch(() => kept.delete(key));
    if (kept.size > mostKept) kept.delete(kept.keys().next().value!);
    return result;
  };
}

function explained(failure: WorkerFailure): WorkerFailure {
  if (failure.reason !== 'deadline') return failure;
  return new WorkerFailure('deadline', `Compiling took more than ${deadlineMs / 1000} s and was stopped.`);
}
