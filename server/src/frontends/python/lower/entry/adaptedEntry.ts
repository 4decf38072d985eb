import { FunctionBuilder } from '@jitsight/shared/ir/builder';
import type { FunctionIR } from '@jitsight/shared/ir/nodes';
import type { TypedFunction, TypedParameter } from '../../infer/typedFunction';
import type { NumbaType } from '../../types/numbaType';
import { typeName } from '../../types/typeName';
import { defaultValue } from '../defaults';
import { holdsTables } from '../../library/hashing/hostTables';
import type { FunctionLowering } from '../functionLowering';
import { callLibrary } from '../libraryCall';
import type { Value } from '../lowering';
import { createLowering } from '../loweringContext';
import type { ModuleLowering } from '../moduleLowering';
import { elementTypes } from '../tuples';
import { valueTypeOf } from '../valueTypes';
import { passOut } from './passOut';

/** Whether the function's parameters are not one for one what a caller passes. */
export function needsAdapting(typed: TypedFunction): boolean {
  return typed.params.some((param) => param.omitted || param.variadic || holdsTables(param.type));
}

/**
 * The function that takes what a caller passes: nothing for defaults, each element of `*args` by itself, dicts and sets
 * as keys and values that have no index yet.
 */
export function adaptedEntry(module: ModuleLowering, typed: TypedFunction, name: string): FunctionIR {
  const ir = new FunctionBuilder(name, valueTypeOf(typed.returnType));
  const lowering = createLowering(module, ir, typed.options);
  ir.at(typed.node.range, () => {
    passOut(lowering, lowering.call(typed, entryArguments(lowering, typed)));
  });
  return ir.finish({ range: typed.node.range });
}

/** Declares the entry's parameters and makes of them what the function takes. */
export function entryArguments(lowering: FunctionLowering, typed: TypedFunction): Value[] {
  return typed.params.map((param) => argumentOf(lowering, typed, param));
}

function argumentOf(lowering: FunctionLowering, typed: TypedFunction, param: TypedParameter): Value {
  const { name, type } = param;
  if (param.omitted) return defaultValue(lowering, typed, name);
  if (!param.variadic) return parameter(lowering, name, type);
  const elements = (elementTypes(type) ?? []).map((element, i) =>
    parameter(lowering, `${name}.${i}`, element),
  );
  return { type, parts: elements.flatMap((element) => element.parts) };
}

function parameter(lowering: FunctionLowering, name: string, type: NumbaType): Value {
  const value = { type, parts: lowering.ir.parameter(name, valueTypeOf(type), typeName(type)) };
  if (holdsTables(type)) callLibrary(lowering, 'jitsight.index_tables', [value]);
  return value;
}
