import type { WasmArtifact } from '../artifact';
import { raisedTag } from '../emit/imports';
import type { CallOutcome, HostValue } from '../hostValue';
import { compileEagerly, type EagerModule } from './compileEagerly';
import { HostHeap } from './heap';
import { type HostOutput, hostImports } from './hostImports';
import { parallelRunner } from './parallelRunner';
import { type PreparedCall, prepareCall } from './preparedCall';
import type { ThreadPool } from './threadPool';

export interface InstantiateOptions {
  /** Most bytes of linear memory, arguments included; more is a MemoryError. */
  readonly memoryLimitBytes: number;
  /** Threads for loops that are marked parallel; without any the caller runs them. */
  readonly threads?: ThreadPool;
}

/** A compiled function that the host can call. */
export interface CompiledFunction {
  readonly tier: EagerModule['tier'];
  /** One call on fresh memory. */
  call(args: readonly HostValue[]): CallOutcome;
  /** Puts the arguments into memory once, for many runs. A later `call` or `prepare` takes the memory away. */
  prepare(args: readonly HostValue[]): PreparedCall;
}

/** Makes a compiled module callable. */
export async function instantiate(
  artifact: WasmArtifact,
  options: InstantiateOptions,
): Promise<CompiledFunction> {
  const { module, tier } = await compileEagerly(artifact.bytes);
  const shared = artifact.parallel && new WebAssembly.Memory({ ...artifact.parallel, shared: true });
  const output: HostOutput = hostImports(
    module,
    artifact,
    shared && { memory: shared, runParallel: (...job) => runParallel(job) },
  );
  const { exports } = new WebAssembly.Instance(module, output.imports);
  const runParallel = parallelRunner({ module, exports, output, memory: shared }, options.threads);
  const memory = exports.memory as WebAssembly.Memory;
  output.connect(memory);
  const instance = {
    artifact,
    entry: exports[artifact.entry] as (...args: (number | bigint)[]) => unknown,
    heap: new HostHeap(memory, artifact, options.memoryLimitBytes),
    tag: exports[raisedTag] as WebAssembly.Tag | undefined,
    output,
  };
  return {
    tier,
    prepare: (args) => prepareCall(instance, args),
    call(args) {
      const prepared = prepareCall(instance, args, true);
      prepared.run();
      return prepared.outcome();
    },
  };
}
