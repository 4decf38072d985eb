import { type ChildProcess, fork } from 'node:child_process';
import type { CallOutcome } from '@jitsight/shared/wasm/hostValue';
import type { Prepared, RunRequest, TimedCalls } from '../server/src/execution/running/runRequests';
import type { RunService } from '../server/src/execution/running/runService';

type Reply =
  | { readonly kind: 'ready' | 'done'; readonly answer?: unknown }
  | { readonly kind: 'error'; readonly message: string };

export interface WasmProcessOptions {
  /** The file that calls `serveParent(answerRunRequest)`, and its arguments. */
  readonly file: string;
  readonly args: readonly string[];
  /** A Node of any version. */
  readonly node: string;
  readonly clock: 'wall' | 'processor';
  readonly threads: 'one' | 'all';
}

/** Runs compiled functions in a process of their own, whose processor time is theirs alone. */
export async function startWasmProcess({
  file,
  args,
  node,
  clock,
  threads,
}: WasmProcessOptions): Promise<RunService> {
  const env = threads === 'one' ? { ...process.env, NUMBA_NUM_THREADS: '1' } : process.env;
  const child = fork(file, [...args], { execPath: node, execArgv: [], serialization: 'advanced', env });
  await reply(child);
  const ask = async <T>(request: RunRequest): Promise<T> => {
    child.send(request);
    return (await reply(child)) as T;
  };
  const memoryLimitBytes = 2 ** 31;
  return {
    run: (artifact, given) => ask<CallOutcome>({ op: 'run', artifact, args: given, memoryLimitBytes }),
    async prepare(artifact, given) {
      const prepared = await ask<Prepared>({ op: 'prepare', artifact, args: given, memoryLimitBytes });
      return {
        ...prepared,
        call: () => ask<CallOutcome>({ op: 'call' }),
        time: (calls, reset) => ask<TimedCalls>({ op: 'time', calls, reset, clock }),
      };
    },
    async dispose() {
      if (child.connected) child.disconnect();
    },
  };
}

function reply(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const end = (code: number | null) => reject(new Error(`the process ended with code ${code}`));
    child.once('exit', end);
    child.once('message', (message: Reply) => {
      child.off('exit', end);
      if (message.kind === 'error') reject(new Error(message.message));
      else resolve(message.answer);
    });
  });
}
