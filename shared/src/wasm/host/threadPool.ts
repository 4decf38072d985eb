import { boundsOf, type PartBounds } from './partBounds';
import { controlBuffer, type Failure, openControl, type ThreadSeat } from './threadControl';

/** A module and its memory, as threads need them to run parts of its loops. */
export interface ThreadModule {
  readonly id: number;
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
}

/** What runs a part of loop `which` on the calling thread. */
export type RunPart = (which: number, bounds: PartBounds) => void;

/** Threads that run parts of loops together with the one that calls. */
export interface ThreadPool {
  /** The calling one counted. */
  readonly threads: number;
  /** Runs all parts; what a part raised elsewhere is returned, what it threw here is thrown. */
  run(
    job: { readonly which: number; readonly first: bigint; readonly last: bigint; readonly parts: number },
    own: ThreadModule,
    runPart: RunPart,
  ): Failure | undefined;
  /** No loop is to be expected soon. */
  rest(): void;
}

export interface Thread {
  postMessage(message: ThreadModule): void;
}

/** Threads start with the first loop that is worth it, and sleep soon after the last one. */
export function threadPool(threads: number, start: (seat: ThreadSeat) => Thread): ThreadPool {
  const buffer = controlBuffer(threads);
  const control = openControl({ buffer, thread: 0, threads });
  let others: Thread[] | undefined;
  let known = -1;
  return {
    threads,
    run(job, own, runPart) {
      others ??= Array.from({ length: threads - 1 }, (_, i) => start({ buffer, thread: i + 1, threads }));
      if (known !== own.id) {
        for (const thread of others) thread.postMessage(own);
        known = own.id;
      }
      control.open(job, own.id);
      control.takeParts(() => true, runPart);
      return control.join();
    },
    rest: control.rest,
  };
}

/** Without other threads: the same parts, one after the other. */
export const callerOnly: ThreadPool = {
  threads: 1,
  run({ which, first, last, parts }, _own, runPart) {
    for (let part = 0; part < parts; part++) runPart(which, boundsOf(first, last, part, parts));
    return undefined;
  },
  rest() {},
};
