import type { WasmScalar } from './scalars';
import { boundsOf, type RunPart } from './threadPool';

export interface PartBounds {
  readonly first: bigint;
  readonly last: bigint;
  readonly part: number;
}

/** What went wrong in a part: the error that the module raised, or a trap. */
export interface Failure {
  readonly code?: number;
  readonly args: readonly WasmScalar[];
  readonly trap?: boolean;
}

export interface Control {
  readonly buffer: SharedArrayBuffer;
  /** Offers a job; only when the one before has been joined. */
  open(
    job: { readonly which: number; readonly first: bigint; readonly last: bigint; readonly parts: number },
    module: number,
  ): void;
  /** Runs parts until none is left; `ready` says whether the thread has the module of that number. */
  takeParts(ready: (module: number) => boolean, run: RunPart, failureOf?: (error: unknown) => Failure): void;
  /** Waits until all parts have run. Throws what a part threw on this thread. */
  join(): Failure | undefined;
  /** Waits for the next job. */
  wait(): void;
}

/** Places in 32-bit words. The ticket is the job's number and, in its low half, the next part to take. */
const ticket = 0;
const parts = 1;
const done = 2;
const loop = 3;
const moduleId = 4;
const failed = 5;
const failureCode = 6;
const failureArgs = 7;
/** Places in 64-bit words, behind those. */
const firstAt = 8;
const lastAt = 9;
const argsAt = 16;
const argKindsAt = 40;
const mostArgs = 16;

/** In place of a part: the job is being written. */
const closed = 0xffff;
const notFailed = 0;
const hasRaised = 1;
const hasTrapped = 2;

/**
 * The memory by which threads share jobs. A part is taken by exchanging the whole ticket, which also holds the job's
 * number: a thread that comes late from one job cannot take a part of the next by what it read of the last.
 */
export function openControl(buffer = new SharedArrayBuffer(512)): Control {
  const words = new Int32Array(buffer);
  const longs = new BigInt64Array(buffer);
  const doubles = new Float64Array(buffer);
  let own: { readonly error: unknown } | undefined;

  const fail = (failure: Failure): void => {
    if (
      Atomics.compareExchange(words, failed, notFailed, failure.trap ? hasTrapped : hasRaised) !== notFailed
    )
      return;
    const args = failure.args.slice(0, mostArgs);
    words[failureCode] = failure.code ?? 0;
    words[failureArgs] = args.length;
    args.forEach((arg, i) => {
      words[2 * argKindsAt + i] = typeof arg === 'bigint' ? 1 : 0;
      if (typeof arg === 'bigint') longs[argsAt + i] = arg;
      else doubles[argsAt + i] = arg;
    });
  };

  return {
    buffer,
    open(job, module) {
      own = undefined;
      const number = ((Atomics.load(words, ticket) >>> 16) + 1) & 0x7fff;
      Atomics.store(words, ticket, (number << 16) | closed);
      words[parts] = job.parts;
      words[loop] = job.which;
      words[moduleId] = module;
      words[failed] = notFailed;
      longs[firstAt] = job.first;
      longs[lastAt] = job.last;
      Atomics.store(words, done, 0);
      Atomics.store(words, ticket, number << 16);
      Atomics.notify(words, ticket);
    },
    takeParts(ready, run, failureOf) {
      for (;;) {
        const seen = Atomics.load(words, ticket);
        const part = seen & 0xffff;
        const total = words[parts]!;
        if (part === closed || part >= total || !ready(words[moduleId]!)) return;
        const bounds = boundsOf(longs[firstAt]!, longs[lastAt]!, part, total);
        const which = words[loop]!;
        if (Atomics.compareExchange(words, ticket, seen, seen + 1) !== seen) continue;
        try {
          // What is left after a failure is counted, but not run.
          if (Atomics.load(words, failed) === notFailed) run(which, bounds);
        } catch (error) {
          if (failureOf) fail(failureOf(error));
          else {
            own ??= { error };
            Atomics.compareExchange(words, failed, notFailed, hasTrapped);
          }
        }
        if (Atomics.add(words, done, 1) + 1 === total) Atomics.notify(words, done);
      }
    },
    join() {
      const total = words[parts]!;
      for (let count = Atomics.load(words, done); count < total; count = Atomics.load(words, done)) {
        Atomics.wait(words, done, count);
      }
      if (own) throw own.error;
      const kind = Atomics.load(words, failed);
      if (kind === notFailed) return undefined;
      if (kind === hasTrapped) return { args: [], trap: true };
      const args = Array.from({ length: words[failureArgs]! }, (_, i) =>
        words[2 * argKindsAt + i] ? longs[argsAt + i]! : doubles[argsAt + i]!,
      );
      return { code: words[failureCode], args };
    },
    wait() {
      const seen = Atomics.load(words, ticket);
      const part = seen & 0xffff;
      if (part === closed || part >= words[parts]!) Atomics.wait(words, ticket, seen);
    },
  };
}
