import type { FunctionIR, ModuleIR } from '@jitsight/shared/ir/nodes';
import type { BoundModule } from '../bind/boundModule';
import type { TypedFunction } from '../infer/typedFunction';
import type { StencilPlan } from '../library/stencil/stencilPlan';
import type { NumbaType } from '../types/numbaType';
import { typeName } from '../types/typeName';
import { adaptedEntry, needsAdapting } from './entry/adaptedEntry';
import { broadcastEntry, broadcastResult } from './entry/broadcastEntry';
import { generatorEntry, generatorResult } from './entry/generatorEntry';
import { gufuncEntry, gufuncResult } from './entry/gufuncEntry';
import { stencilEntry } from './entry/stencilEntry';
import { entryWithGlobals } from './globals';
import { NotLowered } from './lowering';
import { lowerFunction } from './lowerFunction';
import { withoutRanges } from './ranges';
import { createModuleLowering, type ModuleLowering } from './moduleLowering';
import { elementTypes } from './tuples';

export interface LowerOptions {
  /** Numba version whose rules apply, `0.68`. */
  readonly numba: string;
  /** How the host calls it; the function itself where absent. */
  readonly entry?: Entry;
}

/** A kernel's call with whole arrays: `args` are the types of what the host passes. */
export type Entry =
  | { readonly kind: 'broadcast'; readonly args: readonly NumbaType[] }
  | { readonly kind: 'gufunc'; readonly layout: string; readonly args: readonly NumbaType[] }
  | { readonly kind: 'stencil'; readonly plan: StencilPlan; readonly result: NumbaType };

/**
 * The module of a specialisation and of all it calls, each lowered once. Throws `NotLowered`, with a reason for people,
 * where a typed operation has no code.
 */
export function lower(typed: TypedFunction, options: LowerOptions): ModuleIR {
  if (!typed.compiles) throw new NotLowered(`${typed.name} does not compile`);
  const { returnType } = typed;
  const passed = returnType.kind === 'generator' ? returnType.yields : returnType;
  const opaque = [...typed.params.map((param) => param.type), passed].find(holdsInstance);
  if (opaque) throw new NotLowered(`${typeName(opaque)} does not pass between Python and compiled code yet`);
  if (typed.guessed) throw new NotLowered(`${typed.name} uses something whose type the source does not tell`);
  const module = createModuleLowering(options.numba, typed.options);
  const entry = options.entry ?? impliedEntry(typed);
  const entryName = entry ? module.reserveName(typed.name) : module.functionName(typed);
  const functions: FunctionIR[] = entry ? [lowerEntry(module, typed, entry, entryName)] : [];
  lowerPending(module, functions, typed.module);
  const start = module.globals.length > 0 ? entryWithGlobals(module, functions[0]!, typed) : undefined;
  if (start) lowerPending(module, functions, typed.module);
  return {
    name: typed.name,
    functions: [...(start ? [start] : []), ...functions, ...module.helpers],
    entry: start?.name ?? entryName,
    data: module.data,
    remarks: module.remarksOn(typed.module.file),
  };
}

function holdsInstance(type: NumbaType): boolean {
  if (type.kind === 'jitclass' || type.kind === 'functionType' || type.kind === 'generator') return true;
  const held = 'element' in type ? [type.element] : 'value' in type ? [type.value] : elementTypes(type);
  return held?.some((each) => typeof each === 'object' && holdsInstance(each)) ?? false;
}

/** Entries that the function itself asks for. */
type ImpliedEntry = { readonly kind: 'generator' | 'adapted' };

function impliedEntry(typed: TypedFunction): ImpliedEntry | undefined {
  if (typed.returnType.kind === 'generator') return { kind: 'generator' };
  return needsAdapting(typed) ? { kind: 'adapted' } : undefined;
}

/** Lowers what has been called so far. Ranges are of the entry's file; functions of other files carry none. */
function lowerPending(module: ModuleLowering, functions: FunctionIR[], { file }: BoundModule): void {
  for (let next = module.takePending(); next; next = module.takePending()) {
    const fn = lowerFunction(module, next.target, next.name);
    functions.push(next.target.module.file === file ? fn : withoutRanges(fn));
  }
}

/** What the host gets from a call of the entry. */
export function entryResult(typed: TypedFunction, entry: Entry | undefined): NumbaType {
  if (!entry) return typed.returnType.kind === 'generator' ? generatorResult(typed) : typed.returnType;
  if (entry.kind === 'stencil') return entry.result;
  if (entry.kind === 'broadcast') return broadcastResult(typed, entry.args);
  return gufuncResult(typed, entry.layout, entry.args);
}

function lowerEntry(
  module: ModuleLowering,
  typed: TypedFunction,
  entry: Entry | ImpliedEntry,
  name: string,
): FunctionIR {
  switch (entry.kind) {
    case 'generator':
      return generatorEntry(module, typed, name);
    case 'adapted':
      return adaptedEntry(module, typed, name);
    case 'broadcast':
      return broadcastEntry(module, typed, entry.args, name);
    case 'stencil':
      return stencilEntry(module, typed, entry, name);
    case 'gufunc':
      return gufuncEntry(module, typed, entry.layout, entry.args, name);
  }
}
