import type { Expression } from '@jitsight/shared/ir/nodes';
import type { ScalarType } from '@jitsight/shared/ir/scalarType';
import type { Lowering, Value } from '../../lower/lowering';
import type { NumbaType } from '../../types/numbaType';

export type ErrorModel = 'python' | 'numpy';

/**
 * Computes one scalar from scalars of the types that its row or loop names. `model` is passed apart from the lowering's
 * own because NumPy's ufuncs and array expressions never raise for a zero divisor, whatever the function's option.
 */
export type Kernel = (
  lowering: Lowering,
  args: readonly Value[],
  result: NumbaType,
  model: ErrorModel,
) => Value;

/** The IR type of a NumbaType that is one scalar; throws for others, since that is our own bug. */
export function scalarTypeOf(type: NumbaType): ScalarType {
  switch (type.kind) {
    case 'bool':
      return 'bool';
    case 'int':
      return `${type.signed ? 'i' : 'u'}${type.bits}` as ScalarType;
    case 'float':
      if (type.bits === 16) break;
      return `f${type.bits}` as ScalarType;
    case 'datetime':
    case 'timedelta':
      return 'i64';
    case 'literal':
      if (type.literal === 'int') return 'i64';
      if (type.literal === 'bool') return 'bool';
      break;
  }
  throw new Error(`not a scalar type: ${type.kind}`);
}

/** The IR type of the parts of a complex number. */
export function partTypeOf(type: NumbaType): 'f32' | 'f64' {
  if (type.kind !== 'complex') throw new Error(`not a complex type: ${type.kind}`);
  return type.bits === 64 ? 'f32' : 'f64';
}

export function scalar(type: NumbaType, part: Expression): Value {
  return { type, parts: [part] };
}

/** The only part of a scalar value. */
export function part(value: Value): Expression {
  return value.parts[0]!;
}

/** A kernel of one scalar expression over the arguments' parts. */
export function simple(build: (...parts: Expression[]) => Expression): Kernel {
  return (_lowering, args, result) => scalar(result, build(...args.map(part)));
}

/** As `simple`, with the parts held in locals so that `build` may use each several times. */
export function held(build: (...parts: Expression[]) => Expression): Kernel {
  return (lowering, args, result) => scalar(result, build(...args.map((arg) => lowering.ir.hold(part(arg)))));
}

/** A kernel whose arguments are first converted to the result type, as Numba's integer operators do. */
export function inResultType(kernel: Kernel): Kernel {
  return (lowering, args, result, model) =>
    kernel(
      lowering,
      args.map((arg) => lowering.cast(arg, result)),
      result,
      model,
    );
}
