import {
  and,
  binary,
  bool,
  constant,
  eq,
  gt,
  lt,
  math,
  mul,
  ne,
  select,
} from '@jitsight/shared/ir/expressions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import type { Lowering, Value } from '../../lower/lowering';
import { type ArrayType, boolean, float32, float64, type NumbaType } from '../../types/numbaType';
import { isNumber, unliteral } from '../../types/unliteral';
import { part, scalar } from '../arithmetic/kernel';
import { isInf } from '../arithmetic/real';
import { arrayType } from '../array/parts';
import type { LibraryFunction, TypingOutcome } from '../libraryFunction';
import { mismatch, params, typed } from '../outcome';
import { complexFunction } from '../math/complexKernels';
import { isInVersion } from '../version';

/** `np.isscalar`, `iscomplexobj`, `isreal`, `angle`, `sinc` and their kin. */
export const numberKindEntries: readonly LibraryFunction[] = [
  question(
    'isscalar',
    'element',
    (type) => isNumber(type) || type.kind === 'bool' || type.kind === 'unicode',
  ),
  question('iscomplexobj', 'x', (type) => elementOf(type).kind === 'complex'),
  question('isrealobj', 'x', (type) => elementOf(type).kind !== 'complex'),
  mapped('iscomplex', 'x', {
    result: () => boolean,
    kernel: (_lowering, x) => (x.parts[1] ? ne(x.parts[1], constant(x.parts[1].type, 0)) : bool(false)),
  }),
  mapped('isreal', 'x', {
    result: () => boolean,
    kernel: (_lowering, x) => (x.parts[1] ? eq(x.parts[1], constant(x.parts[1].type, 0)) : bool(true)),
  }),
  mapped('isneginf', 'x', { result: realOnly(() => boolean), kernel: infinite(lt) }),
  mapped('isposinf', 'x', { result: realOnly(() => boolean), kernel: infinite(gt) }),
  angleEntry(),
  sincEntry(),
];

const elementOf = (type: NumbaType): NumbaType => (type.kind === 'array' ? type.dtype : unliteral(type));

/** A question about the type, answered when compiling. */
function question(name: string, parameter: string, answer: (type: NumbaType) => boolean): LibraryFunction {
  return {
    name: `numpy.${name}`,
    params: params(parameter),
    type: ({ args: [type] }) => {
      const value = answer(unliteral(type!));
      const result: NumbaType = { kind: 'literal', literal: 'bool', value };
      return typed(result, { constant: { kind: 'bool', value } });
    },
  };
}

interface Mapping {
  /** Of one element; undefined where it is not supported. */
  readonly result: (element: NumbaType) => NumbaType | undefined;
  readonly kernel: (lowering: Lowering, element: Value) => Expression;
}

function mapped(name: string, parameter: string, mapping: Mapping): LibraryFunction {
  return {
    name: `numpy.${name}`,
    params: params(parameter),
    type: ({ args: [given] }) => typeMapped(unliteral(given!), mapping.result),
    lower: ({ args, result }, lowering) => {
      const of = result.kind === 'array' ? result.dtype : result;
      return overArgument(lowering, args[0]!, result, (element) =>
        scalar(of, mapping.kernel(lowering, element)),
      );
    },
  };
}

function typeMapped(given: NumbaType, resultOf: Mapping['result']): TypingOutcome {
  const element = elementOf(given);
  const result = isNumber(element) || element.kind === 'bool' ? resultOf(element) : undefined;
  if (!result) return mismatch();
  if (given.kind !== 'array') return typed(result);
  return typed({ ...given, dtype: result, layout: ordered(given), readonly: false });
}

const ordered = (array: ArrayType): ArrayType['layout'] => (array.layout === 'A' ? 'C' : array.layout);

function overArgument(
  lowering: Lowering,
  value: Value,
  result: NumbaType,
  kernel: (element: Value) => Value,
): Value {
  if (value.type.kind !== 'array') return kernel(value);
  const type = arrayType(result);
  const source = lowering.hold(value);
  const layout = type.layout === 'A' ? 'C' : type.layout;
  const out = lowering.newArray({ ...type, layout }, lowering.arrayShape(source));
  lowering.elementwise([source], type.dtype, ([element]) => lowering.cast(kernel(element!), type.dtype), out);
  return { type, parts: out.parts };
}

function realOnly(result: Mapping['result']): Mapping['result'] {
  return (element) => (element.kind === 'complex' ? undefined : result(element));
}

function infinite(side: typeof lt): Mapping['kernel'] {
  return (lowering, x) => {
    const value = lowering.ir.hold(part(x));
    if (value.type !== 'f32' && value.type !== 'f64') return bool(false);
    return and(isInf(value), side(value, constant(value.type, 0)));
  };
}

function floatFor(type: NumbaType): NumbaType {
  const isSingle =
    (type.kind === 'complex' && type.bits === 64) || (type.kind === 'float' && type.bits === 32);
  return isSingle ? float32 : float64;
}

const takesNumbers = (numba: string): boolean => isInVersion({ since: '0.57' }, numba);

/** Before 0.57 the result lay as the argument did. */
function inVersion(outcome: TypingOutcome, given: NumbaType, numba: string): TypingOutcome {
  if (outcome.kind !== 'typed' || outcome.result.kind !== 'array' || given.kind !== 'array') return outcome;
  return takesNumbers(numba) ? outcome : { ...outcome, result: { ...outcome.result, layout: given.layout } };
}

/** The angle of a complex number; of a real one 0 or pi. */
function angleEntry(): LibraryFunction {
  return {
    name: 'numpy.angle',
    params: params('z deg?'),
    type: ({ args: [given], context }) => {
      const type = unliteral(given!);
      const element = elementOf(type);
      const isInteger = element.kind === 'int' && type.kind !== 'array' && takesNumbers(context.numba);
      if (element.kind !== 'float' && element.kind !== 'complex' && !isInteger) return mismatch();
      return inVersion(typeMapped(type, floatFor), type, context.numba);
    },
    lower: ({ args, result }, lowering) => {
      const of = result.kind === 'array' ? result.dtype : result;
      const inDegrees = args[1] ? lowering.ir.hold(lowering.truth(args[1])) : undefined;
      return overArgument(lowering, args[0]!, result, (element) => {
        const [re, im] = element.parts[1] ? element.parts : lowering.cast(element, of).parts;
        const angle = lowering.ir.hold(math('atan2', im ?? constant(re!.type, 0), re!));
        const degrees = mul(angle, constant(angle.type, 180 / Math.PI));
        return scalar(of, inDegrees ? select(inDegrees, degrees, angle) : angle);
      });
    },
  };
}

/** `sin(pi x) / (pi x)`, 1 at zero; of floats and complex numbers. */
function sincEntry(): LibraryFunction {
  return {
    name: 'numpy.sinc',
    params: params('x'),
    type: ({ args: [given], context }) => {
      const type = unliteral(given!);
      const isInteger = elementOf(type).kind === 'int' && takesNumbers(context.numba);
      // Arrays of integers keep their type, and what is between them is cut off.
      if (isInteger) return typed(type.kind === 'array' ? { ...type, layout: ordered(type) } : float64);
      const isFloat = (of: NumbaType): boolean => of.kind === 'float' || of.kind === 'complex';
      return inVersion(
        typeMapped(type, (of) => (isFloat(of) ? of : undefined)),
        type,
        context.numba,
      );
    },
    lower: ({ args, result }, lowering) =>
      overArgument(lowering, args[0]!, result, (given) => {
        const element = given.type.kind === 'int' ? lowering.cast(given, float64) : given;
        if (element.type.kind === 'complex')
          return complexFunction('sinc')(lowering, [element], element.type, 'numpy');
        const x = lowering.ir.hold(part(element));
        const scaled = lowering.ir.hold(mul(x, constant(x.type, Math.PI)));
        const value = binary('div', math('sin', scaled), scaled);
        return scalar(element.type, select(eq(x, constant(x.type, 0)), constant(x.type, 1), value));
      }),
  };
}
