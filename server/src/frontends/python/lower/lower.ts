import type { FunctionIR, ModuleIR } from '@jitsight/shared/ir/nodes';
import type { TypedFunction } from '../infer/typedFunction';
import type { NumbaType } from '../types/numbaType';
import { broadcastEntry, broadcastResult } from './entry/broadcastEntry';
import { generatorEntry, generatorResult } from './entry/generatorEntry';
import { gufuncEntry, gufuncResult } from './entry/gufuncEntry';
import { entryWithGlobals } from './globals';
import { NotLowered } from './lowering';
import { lowerFunction } from './lowerFunction';
import { createModuleLowering, type ModuleLowering } from './moduleLowering';

export interface LowerOptions {
  /** Numba version whose rules apply, `0.68`. */
  readonly numba: string;
  /** How the host calls it; the function itself where absent. */
  readonly entry?: Entry;
}

/** A kernel's call with whole arrays: `args` are the types of what the host passes. */
export type Entry =
  | { readonly kind: 'broadcast'; readonly args: readonly NumbaType[] }
  | { readonly kind: 'gufunc'; readonly layout: string; readonly args: readonly NumbaType[] };

const generator = { kind: 'generator' } as const;

/**
 * The module of a specialisation and of all it calls, each lowered once. Throws `NotLowered`, with a reason for people,
 * where a typed operation has no code.
 */
export function lower(typed: TypedFunction, options: LowerOptions): ModuleIR {
  if (!typed.compiles) throw new NotLowered(`${typed.name} does not compile`);
  if (typed.guessed) throw new NotLowered(`${typed.name} uses something whose type the source does not tell`);
  const module = createModuleLowering(options.numba, typed.options);
  const entry = options.entry ?? (typed.returnType.kind === 'generator' ? generator : undefined);
  const entryName = entry ? module.reserveName(typed.name) : module.functionName(typed);
  const functions: FunctionIR[] = entry ? [lowerEntry(module, typed, entry, entryName)] : [];
  lowerPending(module, functions);
  const start = module.globals.length > 0 ? entryWithGlobals(module, functions[0]!, typed) : undefined;
  if (start) lowerPending(module, functions);
  return {
    name: typed.name,
    functions: [...(start ? [start] : []), ...functions, ...module.helpers],
    entry: start?.name ?? entryName,
    data: module.data,
  };
}

function lowerPending(module: ModuleLowering, functions: FunctionIR[]): void {
  for (let next = module.takePending(); next; next = module.takePending()) {
    functions.push(lowerFunction(module, next.target, next.name));
  }
}

/** What the host gets from a call of the entry. */
export function entryResult(typed: TypedFunction, entry: Entry | undefined): NumbaType {
  if (!entry) return typed.returnType.kind === 'generator' ? generatorResult(typed) : typed.returnType;
  if (entry.kind === 'broadcast') return broadcastResult(typed, entry.args);
  return gufuncResult(typed, entry.layout, entry.args);
}

function lowerEntry(
  module: ModuleLowering,
  typed: TypedFunction,
  entry: Entry | typeof generator,
  name: string,
): FunctionIR {
  if (entry.kind === 'generator') return generatorEntry(module, typed, name);
  if (entry.kind === 'broadcast') return broadcastEntry(module, typed, entry.args, name);
  return gufuncEntry(module, typed, entry.layout, entry.args, name);
}
