import { constant } from '@jitsight/shared/ir/expressions';
import { complex64, complex128, float32, float64, int64, type NumbaType } from '../../types/numbaType';
import { typesEqual } from '../../types/typesEqual';
import { isNumber, unliteral } from '../../types/unliteral';
import { complexAbs } from '../arithmetic/complex';
import { intAbs } from '../arithmetic/integer';
import { type Kernel, part, scalar } from '../arithmetic/kernel';
import { realAbs } from '../arithmetic/real';
import { compareVersions } from '../version';
import { homogeneous, integerTypes, realTypes } from './numberRows';
import { byRows, row, type ScalarResolver } from './scalarOperator';

const convertOnly: Kernel = (lowering, [a], result) => lowering.cast(a!, result);

export const absNumber = byRows([
  ...homogeneous(integerTypes, intAbs, 1),
  ...homogeneous(realTypes, realAbs, 1),
  row([complex64], float32, complexAbs),
  row([complex128], float64, complexAbs),
]);

/** `int(x)`: integers keep their type. */
export const intOf: ScalarResolver = ([given], numba) => {
  const type = given && heldBy(unliteral(given));
  if (!type) return undefined;
  const isTimedelta = type.kind === 'timedelta' && compareVersions(numba, '0.57') >= 0;
  if (type.kind === 'int') return conversionTo(type, type);
  if (type.kind === 'float' || type.kind === 'bool' || isTimedelta) return conversionTo(type, int64);
  return undefined;
};

/** `float(x)` of numbers that are not complex; a string must be a literal. */
export const floatOf: ScalarResolver = ([given], numba) => {
  if (given?.kind === 'literal' && given.literal === 'str') return floatLiteral(given.value, numba);
  const type = given && unliteral(given);
  if (type?.kind === 'int') return conversionTo(type, float64);
  return type?.kind === 'float' ? conversionTo(type, type) : undefined;
};

function floatLiteral(text: string, numba: string): ReturnType<ScalarResolver> {
  const value = pythonFloat(text);
  if (value === undefined || compareVersions(numba, '0.57') < 0) return undefined;
  return {
    args: [{ kind: 'literal', literal: 'str', value: text }],
    result: float64,
    compute: () => scalar(float64, constant('f64', value)),
  };
}

function pythonFloat(text: string): number | undefined {
  const word = text.trim().toLowerCase().replaceAll('_', '');
  const special = /^([+-]?)(inf|infinity|nan)$/.exec(word);
  if (special) {
    const size = special[2] === 'nan' ? Number.NaN : Number.POSITIVE_INFINITY;
    return special[1] === '-' ? -size : size;
  }
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/.test(word) ? Number(word) : undefined;
}

/** `complex(x)` and `complex(re, im)`; two float32 give complex64. */
export const complexOf: ScalarResolver = (given) => {
  const types = given.map(unliteral);
  if (types.length < 1 || types.length > 2 || !types.every(isNumber)) return undefined;
  // Numba types complex parts and then cannot convert them to floats.
  if (types.length === 2 && types.some((type) => type.kind === 'complex')) return undefined;
  const result = types.every((type) => typesEqual(type, float32)) ? complex64 : complex128;
  return {
    args: types,
    result,
    compute: (lowering, values) => {
      if (values.length === 1) return lowering.cast(values[0]!, result);
      const partType = result.bits === 64 ? float32 : float64;
      return { type: result, parts: values.map((value) => part(lowering.cast(value, partType))) };
    },
  };
};

function conversionTo(type: NumbaType, result: NumbaType): ReturnType<ScalarResolver> {
  return {
    args: [type],
    result,
    compute: (lowering, values, model) => convertOnly(lowering, values, result, model),
  };
}

// int() is typed for the value an optional holds.
function heldBy(type: NumbaType): NumbaType {
  return type.kind === 'optional' ? type.value : type;
}
