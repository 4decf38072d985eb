import type { WasmArtifact } from '@jitsight/shared/wasm/artifact';
import { type CompiledFunction, instantiate } from '@jitsight/shared/wasm/host/instantiate';
import type { PreparedCall } from '@jitsight/shared/wasm/host/preparedCall';
import type { CallOutcome, HostValue } from '@jitsight/shared/wasm/hostValue';
import { restThreads, sharedThreads } from './threads';

/** What the run worker is asked; it keeps one prepared call at a time. */
export type RunRequest =
  | {
      readonly op: 'run' | 'prepare';
      readonly artifact: WasmArtifact;
      readonly args: readonly HostValue[];
      readonly memoryLimitBytes: number;
    }
  | { readonly op: 'call' }
  | {
      readonly op: 'time';
      readonly calls: number;
      readonly reset: boolean;
      /** What counts: time that passes, or this process's on processors. Absent: that passes. */
      readonly clock?: 'wall' | 'processor';
    };

export interface Prepared {
  /** How many threads share the function's parallel loops; absent without such loops. */
  readonly threads?: number;
  readonly tier: CompiledFunction['tier'];
}

export interface TimedCalls {
  readonly ms: number;
  readonly calls: number;
}

let prepared: PreparedCall | undefined;

/** `workers` is the folder of the bundled workers, when not this bundle's. */
export async function answerRunRequest(
  request: RunRequest,
  workers?: string,
): Promise<CallOutcome | TimedCalls | Prepared> {
  try {
    return await answer(request, workers);
  } finally {
    // What is measured next has the processors to itself.
    restThreads();
  }
}

async function answer(request: RunRequest, workers?: string): Promise<CallOutcome | TimedCalls | Prepared> {
  switch (request.op) {
    case 'run':
      return (await compiled(request, workers)).call(request.args);
    case 'prepare':
      return prepareCall(request, workers);
    case 'call':
      prepared!.reset();
      prepared!.run();
      return prepared!.outcome();
    case 'time':
      return timeCalls(prepared!, request);
  }
}

async function prepareCall(
  request: RunRequest & { op: 'run' | 'prepare' },
  workers: string | undefined,
): Promise<Prepared> {
  const fn = await compiled(request, workers);
  prepared = fn.prepare(request.args);
  const threads = request.artifact.parallel && (sharedThreads(workers)?.threads ?? 1);
  return { threads, tier: fn.tier };
}

function compiled(
  { artifact, memoryLimitBytes }: RunRequest & { op: 'run' | 'prepare' },
  workers?: string,
): Promise<CompiledFunction> {
  const threads = artifact.parallel ? sharedThreads(workers) : undefined;
  return instantiate(artifact, { memoryLimitBytes, threads });
}

/** With `reset` the arguments are made anew before each call, outside the time that counts. */
function timeCalls(call: PreparedCall, { calls, reset, clock }: RunRequest & { op: 'time' }): TimedCalls {
  const now = clock === 'processor' ? processorMs : () => performance.now();
  if (!reset) {
    const start = now();
    for (let i = 0; i < calls; i++) call.run();
    return { ms: now() - start, calls };
  }
  let ms = 0;
  for (let i = 0; i < calls; i++) {
    call.reset();
    const start = now();
    call.run();
    ms += now() - start;
  }
  return { ms, calls };
}

function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
