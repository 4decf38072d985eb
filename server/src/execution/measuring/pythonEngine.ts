import { decodeValue } from '../encoding/decode';
import { encodeValue } from '../encoding/encode';
import type { PythonValue } from '../encoding/pythonValue';
import type { PythonWorker } from '../python/pythonWorker';
import type { Engine, EngineCall, EngineName, EngineRound } from './engine';

/** Compiled code in the user's process cannot be stopped from within: after this the process is killed. */
const graceMs = 20_000;
let cases = 0;

interface Reply {
  readonly error?: string;
  readonly tooSlow?: boolean;
  readonly raised?: string;
  readonly message?: string;
  /** Where the exception's class is from: an exception of Numba's own is none of the program's. */
  readonly module?: string;
  readonly ns?: number;
  readonly calls?: number;
  readonly result?: unknown;
  readonly argsAfter?: readonly unknown[] | null;
}

export interface PythonEngineOptions {
  readonly name: EngineName;
  readonly version?: string;
  /** Qualified name in the program. */
  readonly function: string;
  /** What is called: the function itself, a vectorized one's body over arrays or elements, or its Numba form. */
  readonly variant: 'python' | 'arrays' | 'elementwise' | 'numba';
  /** What times count: time that passes, or the calling thread's on a processor. Absent: that passes. */
  readonly clock?: 'wall' | 'processor';
  readonly signal?: AbortSignal;
}

/** The function in a process of the user's interpreter, timed there. */
export function pythonEngine(worker: PythonWorker, options: PythonEngineOptions): Engine {
  const caseId = cases++;
  let args: readonly PythonValue[] = [];
  const ask = async (message: object, blobs: Uint8Array[], limitMs: number) => {
    const frame = await worker.request(
      { case: caseId, ...message },
      blobs,
      limitMs + graceMs,
      options.signal,
    );
    const reply = frame.message as Reply;
    if (reply.error !== undefined) throw new Error(reply.error);
    return { reply, blobs: frame.blobs };
  };
  return {
    name: options.name,
    version: options.version,
    async prepare(given) {
      args = given;
      const blobs: Uint8Array[] = [];
      const encoded = given.map((arg) => encodeValue(arg, blobs));
      const { function: name, variant } = options;
      await ask({ op: 'prepare', function: name, engine: variant, args: encoded }, blobs, 10_000);
    },
    async call(limitMs): Promise<EngineCall> {
      const { reply, blobs } = await ask({ op: 'call', limitMs, clock: options.clock }, [], limitMs);
      if (reply.tooSlow) return { kind: 'too-slow' };
      if (reply.module?.startsWith('numba')) throw new Error(`${reply.raised}: ${reply.message}`);
      if (reply.raised !== undefined)
        return { kind: 'raised', name: reply.raised, message: reply.message ?? '' };
      const changed = reply.argsAfter?.map((arg, i) => decodeValue(arg, `argument ${i + 1}`, blobs));
      return {
        kind: 'returned',
        ms: reply.ns! / 1e6,
        result: decodeValue(reply.result, 'result', blobs),
        argsAfter: changed ?? args,
        changesArguments: changed !== undefined,
      };
    },
    async time(calls, limitMs): Promise<EngineRound> {
      const { reply } = await ask({ op: 'time', calls, limitMs, clock: options.clock }, [], limitMs);
      return reply.tooSlow ? 'too-slow' : { ms: reply.ns! / 1e6, calls: reply.calls! };
    },
  };
}
