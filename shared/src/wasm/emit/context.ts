import type binaryenModule from 'binaryen';
import type { FunctionIR } from '../../ir/nodes';
import type { ScalarType } from '../../ir/scalarType';
import type { EmitOptions, WasmArtifact } from '../artifact';
import type { Binaryen } from '../binaryen';

export type Ref = number;
export type BinaryenModule = binaryenModule.Module;

/** One module while it is emitted. */
export interface ModuleContext {
  readonly binaryen: Binaryen;
  readonly m: BinaryenModule;
  readonly options: EmitOptions;
  /** Address of each data segment. */
  readonly addresses: ReadonlyMap<string, number>;
  /** First free byte after the data segments. */
  readonly heapBase: number;
  readonly errors: WasmArtifact['errors'][number][];
  readonly prints: WasmArtifact['prints'][number][];
  /** Names of the imports and of the tag made so far. */
  readonly imports: Set<string>;
}

/** One function while it is emitted. */
export interface FunctionContext extends ModuleContext {
  readonly fn: FunctionIR;
  readonly locals: ReadonlyMap<string, number>;
  /** Binaryen types of the locals after the parameters, temporaries included. */
  readonly vars: number[];
  readonly firstVar: number;
  /** Where each Wasm expression comes from: offset in the source text. Only the text form needs it. */
  readonly locations: [expression: Ref, offset: number][] | undefined;
  /** Source offset of the node being emitted. */
  offset: number | undefined;
  /** Wasm labels of the open IR labels, innermost last. */
  readonly labels: OpenLabel[];
  readonly usedLabels: Set<string>;
}

export interface OpenLabel {
  readonly label: string;
  readonly onBreak: string;
  readonly onContinue?: string;
  breakUsed: boolean;
  continueUsed: boolean;
}

/** A fresh local of the given Binaryen type. */
export function temporary(context: FunctionContext, type: number): number {
  context.vars.push(type);
  return context.firstVar + context.vars.length - 1;
}

export function localIndex(context: FunctionContext, name: string): number {
  const index = context.locals.get(name);
  if (index === undefined) throw new Error(`Wasm: ${context.fn.name} has no local ${name}`);
  return index;
}

export function localType(fn: FunctionIR, name: string): ScalarType {
  const local = fn.locals.find((one) => one.name === name);
  if (!local) throw new Error(`Wasm: ${fn.name} has no local ${name}`);
  return local.type;
}

/** Runs `build` for a node and records that the expression it makes comes from the node's range. */
export function located(
  context: FunctionContext,
  node: { readonly range?: { readonly start: number } },
  build: () => Ref,
): Ref {
  const outer = context.offset;
  if (node.range) context.offset = node.range.start;
  const expression = mark(build(), context);
  context.offset = outer;
  return expression;
}

/** Records that an expression comes from the node being emitted. */
export function mark(expression: Ref, context: FunctionContext): Ref {
  if (context.offset !== undefined) context.locations?.push([expression, context.offset]);
  return expression;
}
