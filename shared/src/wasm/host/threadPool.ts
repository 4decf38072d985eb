import { type Failure, openControl, type PartBounds } from './threadControl';

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
}

export interface Thread {
  postMessage(message: ThreadModule): void;
}

/** Threads start with the first loop that is worth it, and wait without turning between loops. */
export function threadPool(threads: number, start: (control: SharedArrayBuffer) => Thread): ThreadPool {
  const control = openControl();
  let others: Thread[] | undefined;
  let known = -1;
  return {
    threads,
    run(job, own, runPart) {
      others ??= Array.from({ length: threads - 1 }, () => start(control.buffer));
      if (known !== own.id) {
        for (const thread of others) thread.postMessage(own);
        known = own.id;
      }
      control.open(job, own.id);
      control.takeParts(() => true, runPart);
      return control.join();
    },
  };
}

/** Without other threads: the same parts, one after the other. */
export const callerOnly: ThreadPool = {
  threads: 1,
  run({ which, first, last, parts }, _own, runPart) {
    for (let part = 0; part < parts; part++) runPart(which, boundsOf(first, last, part, parts));
    return undefined;
  },
};

/** Part `part` of `parts`, in lengths that differ by one at most. */
export function boundsOf(first: bigint, last: bigint, part: number, parts: number): PartBounds {
  const trips = last - first;
  const at = (edge: number) => first + (trips * BigInt(edge)) / BigInt(parts);
  return { first: at(part), last: at(part + 1), part };
}
