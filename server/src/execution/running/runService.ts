import type { WasmArtifact } from '@jitsight/shared/wasm/artifact';
import type { CallOutcome, HostValue } from '@jitsight/shared/wasm/hostValue';
import { WorkerClient, WorkerFailure, type WorkerOptions } from '../workers/workerClient';
import type { Prepared, TimedCalls } from './runRequests';

export interface RunLimits {
  readonly deadlineMs: number;
  readonly memoryLimitBytes: number;
}

export const defaultRunLimits: RunLimits = { deadlineMs: 10_000, memoryLimitBytes: 2 ** 30 };

/** Runs compiled functions in a worker, which is ended and replaced when one does not come back. */
export interface RunService {
  /** One call on fresh memory. Throws WorkerFailure with a message for people when it did not come back. */
  run(
    artifact: WasmArtifact,
    args: readonly HostValue[],
    limits?: RunLimits,
    signal?: AbortSignal,
  ): Promise<CallOutcome>;
  /** Puts a call's arguments into memory for many timed runs; a later `run` or `prepare` replaces it. */
  prepare(
    artifact: WasmArtifact,
    args: readonly HostValue[],
    limits?: RunLimits,
    signal?: AbortSignal,
  ): Promise<PreparedRun>;
  dispose(): Promise<void>;
}

export interface PreparedRun extends Prepared {
  /** One call on the arguments as given, with its result. */
  call(): Promise<CallOutcome>;
  /** Milliseconds for that many calls; `reset` gives each the arguments as they were. */
  time(calls: number, reset: boolean): Promise<TimedCalls>;
}

export function startRunService(options: Partial<WorkerOptions> = {}): RunService {
  const client = new WorkerClient('runWorker', { heapMiB: 2048, ...options });
  return {
    async run(artifact, args, limits = defaultRunLimits, signal) {
      const { memoryLimitBytes, deadlineMs } = limits;
      const message = { op: 'run', artifact, args, memoryLimitBytes };
      return explain(client.request<CallOutcome>(message, { deadlineMs, signal }), limits);
    },
    async prepare(artifact, args, limits = defaultRunLimits, signal) {
      const { memoryLimitBytes, deadlineMs } = limits;
      const ask = <T>(message: { op: string }) =>
        explain(client.request<T>(message, { deadlineMs, signal }), limits);
      const message = { op: 'prepare', artifact, args, memoryLimitBytes };
      const prepared = await ask<Prepared>(message);
      return {
        ...prepared,
        call: () => ask<CallOutcome>({ op: 'call' }),
        time: (calls, reset) => ask<TimedCalls>({ op: 'time', calls, reset } as { op: string }),
      };
    },
    dispose: () => client.dispose(),
  };
}

async function explain<T>(answer: Promise<T>, { deadlineMs, memoryLimitBytes }: RunLimits): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof WorkerFailure)) throw error;
    const mebibytes = Math.round(memoryLimitBytes / 2 ** 20);
    const text = {
      deadline: `The compiled function did not finish within ${deadlineMs / 1000} s and was stopped: it may loop for ever, or the input is too large.`,
      memory: `The compiled function needs more memory than the ${mebibytes} MiB it may have.`,
      cancelled: 'Cancelled.',
      crashed: `The compiled function's worker ended unexpectedly: ${error.message}.`,
      failed: `The compiled function could not be run: ${error.message}`,
    }[error.reason];
    throw new WorkerFailure(error.reason, text);
  }
}
