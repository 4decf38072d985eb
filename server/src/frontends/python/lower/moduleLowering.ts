import type { DataSegment, FunctionIR } from '@jitsight/shared/ir/nodes';
import type { TypedFunction } from '../infer/typedFunction';
import type { PythonSource } from '../library/libraryFunction';
import type { NumbaType } from '../types/numbaType';

/** Types one function of the library's Python sources for these arguments. */
export type TypePython = (
  source: PythonSource,
  name: string,
  argTypes: readonly NumbaType[],
) => TypedFunction;

/** What the functions of one module share: names, helper functions, constant data. */
export interface ModuleLowering {
  readonly numba: string;
  readonly typePython?: TypePython;
  /** The IR name of a specialisation; the first time, it is put down for lowering. */
  functionName(target: TypedFunction): string;
  /** The next specialisation whose code is still to be made. */
  takePending(): { readonly name: string; readonly target: TypedFunction } | undefined;
  /** A function of the compiler's own, made once a module. */
  helper(name: string, build: () => FunctionIR): string;
  /** Names a read-only segment with these bytes; equal bytes share one. */
  dataSegment(bytes: Uint8Array, align: number): string;
  readonly helpers: readonly FunctionIR[];
  readonly data: readonly DataSegment[];
}

export function createModuleLowering(numba: string, typePython?: TypePython): ModuleLowering {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  const pending: { name: string; target: TypedFunction }[] = [];
  const helpers = new Map<string, FunctionIR | undefined>();
  const data: DataSegment[] = [];
  const segments = new Map<string, string>();
  return {
    numba,
    typePython,
    functionName(target) {
      const known = names.get(target.key);
      if (known) return known;
      const name = freshName(readableName(target.name), taken);
      names.set(target.key, name);
      pending.push({ name, target });
      return name;
    },
    takePending: () => pending.shift(),
    helper(name, build) {
      if (!helpers.has(name)) {
        // Entered before it is built, so that a helper may call itself (lists of lists).
        helpers.set(name, undefined);
        helpers.set(name, build());
      }
      return name;
    },
    dataSegment(bytes, align) {
      const key = `${align}:${Buffer.from(bytes).toString('latin1')}`;
      const known = segments.get(key);
      if (known) return known;
      const name = `data${data.length}`;
      segments.set(key, name);
      data.push({ name, bytes, align });
      return name;
    },
    get helpers() {
      return [...helpers.values()].filter((helper) => helper !== undefined);
    },
    data,
  };
}

export function readableName(name: string): string {
  return name.replace(/[^A-Za-z0-9_]+/g, '_') || 'function';
}

function freshName(hint: string, taken: Set<string>): string {
  let name = hint;
  for (let i = 1; taken.has(name); i++) name = `${hint}$${i}`;
  taken.add(name);
  return name;
}
