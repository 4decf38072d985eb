import type { WasmArtifact } from '@jitsight/shared/wasm/artifact';
import { type CompiledFunction, instantiate } from '@jitsight/shared/wasm/host/instantiate';
import type { PreparedCall } from '@jitsight/shared/wasm/host/preparedCall';
import type { CallOutcome, HostValue } from '@jitsight/shared/wasm/hostValue';

/** What the run worker is asked; it keeps one prepared call at a time. */
export type RunRequest =
  | {
      readonly op: 'run' | 'prepare';
      readonly artifact: WasmArtifact;
      readonly args: readonly HostValue[];
      readonly memoryLimitBytes: number;
    }
  | { readonly op: 'call' }
  | { readonly op: 'time'; readonly calls: number; readonly reset: boolean };

export interface TimedCalls {
  readonly ms: number;
  readonly calls: number;
}

let prepared: PreparedCall | undefined;

export async function answerRunRequest(request: RunRequest): Promise<CallOutcome | TimedCalls | undefined> {
  switch (request.op) {
    case 'run':
      return (await compiled(request)).call(request.args);
    case 'prepare':
      prepared = (await compiled(request)).prepare(request.args);
      return undefined;
    case 'call':
      prepared!.reset();
      prepared!.run();
      return prepared!.outcome();
    case 'time':
      return request.reset ? timeWithReset(prepared!, request.calls) : timeInOneGo(prepared!, request.calls);
  }
}

function compiled(request: RunRequest & { op: 'run' | 'prepare' }): Promise<CompiledFunction> {
  return instantiate(request.artifact, { memoryLimitBytes: request.memoryLimitBytes });
}

/** The arguments are made anew before each call, outside the time that counts. */
function timeWithReset(call: PreparedCall, calls: number): TimedCalls {
  let ms = 0;
  for (let i = 0; i < calls; i++) {
    call.reset();
    const start = performance.now();
    call.run();
    ms += performance.now() - start;
  }
  return { ms, calls };
}

function timeInOneGo(call: PreparedCall, calls: number): TimedCalls {
  const start = performance.now();
  for (let i = 0; i < calls; i++) call.run();
  return { ms: performance.now() - start, calls };
}
