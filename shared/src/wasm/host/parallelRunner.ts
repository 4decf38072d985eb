import { parallelExport, raisedTag } from '../emit/imports';
import type { HostOutput } from './hostImports';
import { callerOnly, type RunPart, type ThreadPool } from './threadPool';

interface ParallelInstance {
  readonly module: WebAssembly.Module;
  readonly exports: WebAssembly.Exports;
  readonly output: HostOutput;
  /** Absent of a module without parallel loops. */
  readonly memory?: WebAssembly.Memory;
}

type Job = readonly [which: number, first: bigint, last: bigint, parts: number];

let instances = 0;

/** What an instance calls as `rt.parallel`: an error raised on another thread is raised again on this one. */
export function parallelRunner(
  { module, exports, output, memory }: ParallelInstance,
  threads: ThreadPool | undefined,
): (job: Job) => void {
  const id = ++instances;
  const pool = threads && threads.threads > 1 ? threads : callerOnly;
  const runPart = runPartOf(exports);
  return ([which, first, last, parts]) => {
    const failure = pool.run({ which, first, last, parts }, { id, module, memory: memory! }, runPart);
    if (!failure) return;
    const tag = exports[raisedTag] as WebAssembly.Tag | undefined;
    if (failure.code === undefined || !tag) {
      throw new WebAssembly.RuntimeError('a thread that ran a part of a loop was stopped');
    }
    output.setRaise({ code: failure.code, args: failure.args });
    throw new WebAssembly.Exception(tag, []);
  };
}

/** Runs parts in the instance with these exports. */
export function runPartOf(exports: WebAssembly.Exports): RunPart {
  const loops: ((first: bigint, last: bigint, part: number) => void)[] = [];
  return (which, { first, last, part }) => {
    loops[which] ??= exports[parallelExport(which)] as (typeof loops)[number];
    loops[which](first, last, part);
  };
}
