import type { Lowering, Value } from '../../lower/lowering';
import type { ArrayType, NumbaType } from '../../types/numbaType';
import type { TypingContext } from '../libraryFunction';
import { operate, resultOf } from '../operate';

/** The type of `np.asarray(x)`; undefined where x is nothing of the kind. */
export function arrayTypeOf(type: NumbaType | undefined, context: TypingContext): ArrayType | undefined {
  if (!type || type.kind === 'array') return type;
  const converted = resultOf('numpy.asarray', [type], context);
  return converted?.kind === 'array' ? converted : undefined;
}

/** `np.asarray(x)`. */
export function asArray(lowering: Lowering, value: Value): Value {
  return value.type.kind === 'array' ? value : operate(lowering, 'numpy.asarray', [value]);
}
