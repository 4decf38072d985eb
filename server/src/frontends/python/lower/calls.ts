import { flatten } from '@jitsight/shared/ir/valueType';
import type { TypedFunction } from '../infer/typedFunction';
import type { FunctionLowering } from './functionLowering';
import { generatorValue } from './generators';
import type { Value } from './lowering';
import { valueTypeOf } from './valueTypes';

/** Calls a specialisation with values for its parameters and then its captures. The result is the statement's own. */
export function callSpecialisation(
  lowering: FunctionLowering,
  target: TypedFunction,
  args: readonly Value[],
): Value {
  const types = [...target.params, ...target.captures].map((each) => each.type);
  if (types.length !== args.length) {
    throw new Error(`${target.key}: ${args.length} arguments for ${types.length} parameters`);
  }
  if (isGeneratorFunction(target)) return generatorValue(lowering, target, args);
  const parts = args.flatMap((arg, i) => lowering.cast(arg, types[i]!).parts);
  const { ir } = lowering;
  const results = flatten(valueTypeOf(target.returnType)).map((scalar) => ir.local(scalar, target.name));
  for (const result of results) lowering.steadyLocals.add(result.name);
  ir.callMany(lowering.module.functionName(target), parts, results);
  return lowering.temporary({ type: target.returnType, parts: results });
}

/** Whether it yields; else it may return a generator that another function makes. */
export function isGeneratorFunction(target: TypedFunction): boolean {
  return target.returnType.kind === 'generator' && target.returnType.made === target;
}
