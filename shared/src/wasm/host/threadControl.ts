import { boundsOf } from './partBounds';
import { mostParts, partSlots, slotBytes } from './partSlots';
import type { WasmScalar } from './scalars';
import type { RunPart } from './threadPool';

/** What went wrong in a part: the error that the module raised, or a trap. */
export interface Failure {
  readonly code?: number;
  readonly args: readonly WasmScalar[];
  readonly trap?: boolean;
}

/** What a thread needs to join in: the memory that all share, and which of them it is; the calling one is 0. */
export interface ThreadSeat {
  readonly buffer: SharedArrayBuffer;
  readonly thread: number;
  readonly threads: number;
}

export interface Control {
  /** Offers a job of at most 255 parts; only when the one before has been joined. */
  open(
    job: { readonly which: number; readonly first: bigint; readonly last: bigint; readonly parts: number },
    module: number,
  ): void;
  /** Runs parts until none is left; `ready` says whether the thread has the module of that number. */
  takeParts(ready: (module: number) => boolean, run: RunPart, failureOf?: (error: unknown) => Failure): void;
  /** Waits until all parts have run. Throws what a part threw on this thread. */
  join(): Failure | undefined;
  /** Waits for a job that was opened after the last call: turning at first, then asleep. */
  wait(): void;
  /** Sends threads that wait to sleep at once. */
  rest(): void;
}

/** Places in 32-bit words. */
const jobNumber = 0;
const parts = 1;
const done = 2;
const loop = 3;
const moduleId = 4;
const failed = 5;
const failureCode = 6;
const failureArgs = 7;
const resting = 8;
/** Places in 64-bit words, behind those. */
const firstAt = 8;
const lastAt = 9;
const argsAt = 16;
const argKindsAt = 40;
const mostArgs = 16;
const slotsAtByte = 512;

const notFailed = 0;
const hasRaised = 1;
const hasTrapped = 2;

/**
 * How long a thread turns before it sleeps, unless it is told to rest: longer than arguments of a hundred megabytes take
 * to be renewed between calls on a busy machine. Waking a thread takes longer than many a parallel loop, and the system
 * may wake it on the processor of the thread that waits for it. OpenMP's threads, which Numba uses, turn for some
 * milliseconds too.
 */
const turningForJobMs = 100;
/** The same for what other threads have taken. */
const turningForOthersMs = 25;

export function controlBuffer(threads: number): SharedArrayBuffer {
  return new SharedArrayBuffer(slotsAtByte + slotBytes(threads));
}

/** The memory by which threads share jobs, as the thread of that seat sees it. */
export function openControl({ buffer, thread, threads }: ThreadSeat): Control {
  const words = new Int32Array(buffer);
  const longs = new BigInt64Array(buffer);
  const doubles = new Float64Array(buffer);
  const slots = partSlots(new Int32Array(buffer, slotsAtByte), threads);
  let own: { readonly error: unknown } | undefined;
  let seen = 0;

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

  const failWith = (error: unknown, failureOf?: (error: unknown) => Failure): void => {
    if (failureOf) {
      fail(failureOf(error));
      return;
    }
    own ??= { error };
    Atomics.compareExchange(words, failed, notFailed, hasTrapped);
  };

  return {
    open(job, module) {
      if (job.parts > mostParts) throw new RangeError(`a loop of ${job.parts} parts`);
      own = undefined;
      words[parts] = job.parts;
      words[loop] = job.which;
      words[moduleId] = module;
      words[failed] = notFailed;
      longs[firstAt] = job.first;
      longs[lastAt] = job.last;
      Atomics.store(words, done, 0);
      Atomics.store(words, resting, 0);
      const number = Atomics.load(words, jobNumber) + 1;
      slots.deal(number, job.parts);
      Atomics.store(words, jobNumber, number);
      Atomics.notify(words, jobNumber);
    },
    takeParts(ready, run, failureOf) {
      let count = 0;
      const isReady = () => ready(words[moduleId]!);
      for (;;) {
        const part = slots.take(thread, isReady);
        if (part === undefined) break;
        count++;
        // What is left after a failure is counted, but not run.
        if (Atomics.load(words, failed) !== notFailed) continue;
        try {
          run(words[loop]!, boundsOf(longs[firstAt]!, longs[lastAt]!, part, words[parts]!));
        } catch (error) {
          failWith(error, failureOf);
        }
      }
      if (count > 0 && Atomics.add(words, done, count) + count === words[parts]) Atomics.notify(words, done);
    },
    join() {
      const total = words[parts]!;
      turnWhile(() => Atomics.load(words, done) < total, turningForOthersMs);
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
      turnWhile(
        () => Atomics.load(words, jobNumber) === seen && Atomics.load(words, resting) === 0,
        turningForJobMs,
      );
      Atomics.wait(words, jobNumber, seen);
      seen = Atomics.load(words, jobNumber);
    },
    rest() {
      Atomics.store(words, resting, 1);
    },
  };
}

function turnWhile(waiting: () => boolean, limitMs: number): void {
  const end = performance.now() + limitMs;
  while (performance.now() < end) for (let i = 0; i < 64; i++) if (!waiting()) return;
}
