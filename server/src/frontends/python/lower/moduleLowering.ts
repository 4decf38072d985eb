import type { DataSegment, FunctionIR } from '@jitsight/shared/ir/nodes';
import type { Remark } from '@jitsight/shared/ir/remark';
import type { SourceFile } from '@jitsight/shared/source/sourceFile';
import { inferPythonSource } from '../infer/calls/pythonSource';
import { createContext } from '../infer/context';
import type { CompileFlags, TypedFunction } from '../infer/typedFunction';
import type { PythonSource } from '../library/libraryFunction';
import type { NumbaType } from '../types/numbaType';
import { typeName } from '../types/typeName';
import { cellSize, type GlobalCell, initializersIn } from './globals';
import { NotLowered } from './lowering';

/** What the functions of one module share: names, helper functions, constant data. */
export interface ModuleLowering {
  readonly numba: string;
  /** A function of the library's Python sources, typed for these arguments. */
  typePython(source: PythonSource, name: string, argTypes: readonly NumbaType[]): TypedFunction;
  /** The IR name of a specialisation; the first time, it is put down for lowering. */
  functionName(target: TypedFunction): string;
  /** A name like `hint` that no function of the module has. */
  reserveName(hint: string): string;
  /** The next specialisation whose code is still to be made. */
  takePending(): { readonly name: string; readonly target: TypedFunction } | undefined;
  /** A function of the compiler's own, made once a module. */
  helper(name: string, build: () => FunctionIR): string;
  /** Names a read-only segment with these bytes; equal bytes share one. */
  dataSegment(bytes: Uint8Array, align: number): string;
  /** Names a segment of zeros that code may write to; the same name is the same segment. */
  workspace(name: string, size: number): string;
  /** The memory that keeps a frozen module-level value, by the function that computes it. */
  globalCell(initializer: TypedFunction): GlobalCell;
  /** All cells, those that others are computed from first. */
  readonly globals: readonly GlobalCell[];
  readonly helpers: readonly FunctionIR[];
  readonly data: readonly DataSegment[];
  /** Says what was done to code of that file. */
  report(remark: Remark, file: SourceFile): void;
  remarksOn(file: SourceFile): readonly Remark[];
}

export function createModuleLowering(numba: string, flags: CompileFlags): ModuleLowering {
  const context = createContext({ numba });
  const names = new SpecialisationMap<string>();
  const taken = new Set<string>();
  const pending: { name: string; target: TypedFunction }[] = [];
  const helpers = new Map<string, FunctionIR | undefined>();
  const data: DataSegment[] = [];
  const segments = new Map<string, string>();
  const remarks: { remark: Remark; file: SourceFile }[] = [];
  const cells = new SpecialisationMap<GlobalCell>();
  return {
    numba,
    typePython(source, name, argTypes) {
      const typed = inferPythonSource(context, source, name, argTypes, flags);
      if (typed?.compiles) return typed;
      const types = argTypes.map(typeName).join(', ');
      const cause = typed?.problems[0]?.kind ?? 'no such function';
      throw new NotLowered(`${name}(${types}) of the library does not compile: ${cause}`);
    },
    functionName(target) {
      const known = names.get(target);
      if (known) return known;
      const name = freshName(readableName(target.name), taken);
      names.set(target, name);
      pending.push({ name, target });
      return name;
    },
    reserveName: (hint) => freshName(readableName(hint), taken),
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
    workspace(name, size) {
      const segment = `workspace.${name}`;
      if (!data.some((each) => each.name === segment)) {
        data.push({ name: segment, bytes: new Uint8Array(size), align: 16 });
      }
      return segment;
    },
    globalCell(initializer) {
      const known = cells.get(initializer);
      if (known) return known;
      for (const needed of initializersIn(initializer)) this.globalCell(needed);
      const segment = `global${data.length}`;
      data.push({ name: segment, bytes: new Uint8Array(cellSize(initializer)), align: 8 });
      const cell = { initializer, segment };
      cells.set(initializer, cell);
      return cell;
    },
    get globals() {
      return cells.values();
    },
    get helpers() {
      return [...helpers.values()].filter((helper) => helper !== undefined);
    },
    data,
    report: (remark, file) => remarks.push({ remark, file }),
    remarksOn: (file) => remarks.filter((one) => one.file === file).map(({ remark }) => remark),
  };
}

/** Keyed by function and argument types: lambdas have no name of their own that would tell them apart. */
class SpecialisationMap<T> {
  private readonly byNode = new Map<TypedFunction['node'], Map<string, T>>();
  private readonly inOrder: T[] = [];

  get({ node, key }: TypedFunction): T | undefined {
    return this.byNode.get(node)?.get(key);
  }

  set({ node, key }: TypedFunction, value: T): void {
    const byKey = this.byNode.get(node) ?? new Map<string, T>();
    this.byNode.set(node, byKey.set(key, value));
    this.inOrder.push(value);
  }

  values(): readonly T[] {
    return this.inOrder;
  }
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
