import { flatten, type ValueType } from '../../ir/valueType';
import type { WasmArtifact } from '../artifact';
import type { CallOutcome, HostValue } from '../hostValue';
import { placeArrays } from './arrayRegions';
import { HeapExhausted, type HostHeap } from './heap';
import type { HostOutput } from './hostImports';
import { readArguments } from './readArguments';
import { readValue } from './readValue';
import type { WasmScalar } from './scalars';
import { type Placement, writeValue } from './writeValue';

/** A call whose arguments are in memory: only `run` need be timed. */
export interface PreparedCall {
  /** Calls the function; a raised error is kept for `outcome`. */
  run(): void;
  /** Gives the arguments the contents they had at first. */
  reset(): void;
  /** How the last run ended. */
  outcome(): CallOutcome;
}

export interface Instance {
  readonly artifact: WasmArtifact;
  readonly entry: (...args: WasmScalar[]) => unknown;
  readonly heap: HostHeap;
  readonly tag: WebAssembly.Tag | undefined;
  readonly output: HostOutput;
}

/** Writes the arguments to memory and readies the call; `once` saves the copy that `reset` needs. */
export function prepareCall(instance: Instance, args: readonly HostValue[], once = false): PreparedCall {
  const { artifact, heap, output } = instance;
  heap.clear();
  output.clear();
  let placement: Placement;
  let scalars: WasmScalar[];
  try {
    placement = { heap, regions: placeArrays(args, artifact.params, heap), containers: new Map() };
    if (args.length !== artifact.params.length) {
      throw new TypeError(`expected ${artifact.params.length} arguments, got ${args.length}`);
    }
    scalars = args.flatMap((arg, i) => writeValue(arg, artifact.params[i]!, placement));
  } catch (error) {
    if (error instanceof HeapExhausted) return exhausted(args, error.message);
    throw error;
  }
  heap.handOver();
  const contents = once ? undefined : heap.bytes().slice(heap.base, heap.end);
  const call = bind(instance.entry, scalars);
  const recycles = artifact.allocator !== undefined && !artifact.params.some(mayHoldAllocations);
  let ending: 'none' | 'returned' | 'thrown' = 'none';
  let result: unknown;
  return {
    run() {
      if (recycles) heap.handOver();
      output.clear();
      try {
        result = call();
        ending = 'returned';
      } catch (error) {
        result = error;
        ending = 'thrown';
      }
    },
    reset() {
      if (!contents) throw new Error('reset of a call made to run once');
      heap.bytes().set(contents, heap.base);
      heap.handOver();
      ending = 'none';
    },
    outcome() {
      if (ending === 'none') throw new Error('outcome of a call that has not run');
      const argsAfter = readArguments(args, artifact.params, placement);
      const printed = output.printed();
      if (ending === 'thrown') return { kind: 'raised', ...nameError(result, instance), argsAfter, printed };
      const value = readValue(resultScalars(result, artifact.result), artifact.result, heap.memory);
      return { kind: 'returned', value, argsAfter, printed };
    },
  };
}

/** Whether a run may leave a block it allocated in an argument, so that the heap must not be handed out again. */
function mayHoldAllocations(type: ValueType): boolean {
  switch (type.kind) {
    case 'list':
    case 'dict':
    case 'set':
    case 'record':
      return true;
    case 'tuple':
      return type.elements.some(mayHoldAllocations);
    case 'optional':
      return mayHoldAllocations(type.value);
    default:
      return false;
  }
}

/** The call without the cost of spreading an array for the usual small numbers of scalars. */
function bind(entry: Instance['entry'], scalars: readonly WasmScalar[]): () => unknown {
  const [a, b, c, d, e, f, g, h] = scalars as WasmScalar[] & { length: 8 };
  switch (scalars.length) {
    case 0:
      return () => entry();
    case 1:
      return () => entry(a!);
    case 2:
      return () => entry(a!, b!);
    case 3:
      return () => entry(a!, b!, c!);
    case 4:
      return () => entry(a!, b!, c!, d!);
    case 6:
      return () => entry(a!, b!, c!, d!, e!, f!);
    case 8:
      return () => entry(a!, b!, c!, d!, e!, f!, g!, h!);
    default:
      return () => entry(...scalars);
  }
}

function resultScalars(returned: unknown, type: ValueType): readonly WasmScalar[] {
  const count = flatten(type).length;
  if (count === 0) return [];
  return count === 1 ? [returned as WasmScalar] : (returned as WasmScalar[]);
}

function nameError(thrown: unknown, { tag, output }: Instance): { name: string; message: string } {
  if (tag && thrown instanceof WebAssembly.Exception && thrown.is(tag)) return output.raised();
  if (thrown instanceof RangeError && /call stack/.test(thrown.message)) {
    return { name: 'RecursionError', message: 'maximum recursion depth exceeded' };
  }
  if (thrown instanceof WebAssembly.RuntimeError) return { name: 'Trap', message: thrown.message };
  throw thrown;
}

function exhausted(args: readonly HostValue[], message: string): PreparedCall {
  return {
    run() {},
    reset() {},
    outcome: () => ({ kind: 'raised', name: 'MemoryError', message, argsAfter: [...args], printed: '' }),
  };
}
