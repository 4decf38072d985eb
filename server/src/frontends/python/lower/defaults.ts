import { constantInModule } from '../infer/globals/constantInModule';
import type { TypedFunction } from '../infer/typedFunction';
import type { Lowering, Value } from './lowering';

/** The constant that a parameter has when a call leaves it out. */
export function defaultValue(lowering: Lowering, target: TypedFunction, name: string): Value {
  const { module, node, params } = target;
  const expression = node.params.find((param) => param.name === name)?.default;
  const constant = expression && constantInModule(module, expression);
  const type = params.find((param) => param.name === name)?.type;
  if (type?.kind === 'dispatcher' || type?.kind === 'typeClass') return { type, parts: [] };
  if (!constant || !type) return lowering.notLowered(`the default of ${name} is no constant`);
  return lowering.constant(constant.value, type);
}
