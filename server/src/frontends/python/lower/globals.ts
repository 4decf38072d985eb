import { FunctionBuilder } from '@jitsight/shared/ir/builder';
import { dataAddress, nullPointer } from '@jitsight/shared/ir/expressions';
import type { FunctionIR, ParameterIR } from '@jitsight/shared/ir/nodes';
import { flatten, memoryLayout } from '@jitsight/shared/ir/valueType';
import type { TypedFunction } from '../infer/typedFunction';
import type { FunctionLowering } from './functionLowering';
import type { Value } from './lowering';
import { createLowering } from './loweringContext';
import type { ModuleLowering } from './moduleLowering';
import { countedParts } from './references';
import { valueTypeOf } from './valueTypes';

/**
 * A module-level array that compiled code reads is frozen: computed when the host calls, before the entry runs, and kept
 * in a cell of memory that functions read.
 */
export interface GlobalCell {
  readonly initializer: TypedFunction;
  /** Data segment that holds the value's scalars. */
  readonly segment: string;
}

/** The frozen values that a function reads, by the function that computes them. */
export function initializersIn(typed: TypedFunction): readonly TypedFunction[] {
  const found = new Set<TypedFunction>();
  for (const [node, resolution] of typed.resolutions) {
    if (node.kind === 'Name' && resolution.kind === 'typed') found.add(resolution.target);
  }
  return [...found];
}

/** Reads the frozen values a function needs into locals, at its start. Nobody owns them: they last for the whole call. */
export function readGlobals(lowering: FunctionLowering, typed: TypedFunction): Map<TypedFunction, Value> {
  const values = new Map<TypedFunction, Value>();
  for (const initializer of initializersIn(typed)) {
    const { segment } = lowering.module.globalCell(initializer);
    const stored = lowering.hold(lowering.loadValue(initializer.returnType, dataAddress(segment)), 'global');
    const parts = [...stored.parts];
    for (const { index } of countedParts(lowering.module, initializer.returnType)) parts[index] = nullPointer;
    values.set(initializer, { type: initializer.returnType, parts });
  }
  return values;
}

/** Bytes of the cell of an initializer's value. */
export function cellSize(initializer: TypedFunction): number {
  return memoryLayout(valueTypeOf(initializer.returnType)).size;
}

/** An entry that computes the frozen values and then calls the real one. */
export function entryWithGlobals(
  module: ModuleLowering,
  entry: FunctionIR,
  typed: TypedFunction,
): FunctionIR {
  const ir = new FunctionBuilder(module.reserveName(`${entry.name}.entry`), entry.result);
  const args = entry.params.flatMap((param: ParameterIR) =>
    ir.parameter(param.name, param.type, param.displayType),
  );
  const lowering = createLowering(module, ir, typed.options);
  for (const { initializer, segment } of module.globals) {
    const results = flatten(valueTypeOf(initializer.returnType)).map((scalar) => ir.local(scalar));
    ir.callMany(module.functionName(initializer), [], results);
    lowering.storeValue(dataAddress(segment), { type: initializer.returnType, parts: results });
  }
  const results = flatten(entry.result).map((scalar) => ir.local(scalar, 'result'));
  ir.callMany(entry.name, args, results);
  ir.return(results);
  return ir.finish({ range: entry.range });
}
