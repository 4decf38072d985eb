import type { MathFunction } from '@jitsight/shared/ir/mathFunctions';
import { float32, float64, int32, int64, type NumbaType, tupleOf, uint64 } from '../../types/numbaType';
import { constantBool } from '../arithmetic/compare';
import { realFrexp, realLdexp } from '../arithmetic/exponents';
import { intGcd } from '../arithmetic/integer';
import type { Kernel } from '../arithmetic/kernel';
import { integerPower, realPower } from '../arithmetic/power';
import {
  mathKernel,
  realAbs,
  realCopysign,
  realIsBounded,
  realIsInf,
  realIsNan,
  realNextafter,
  realUnary,
  scaled,
} from '../arithmetic/real';
import type { LibraryFunction } from '../libraryFunction';
import { homogeneous, integerTypes, predicates, realTypes } from '../operators/numberRows';
import { byRows, row, scalarFunction, type ScalarRow } from '../operators/scalarOperator';

/** Integers are computed in float64; floats in their own precision. */
function realRows(kernel: Kernel, arity = 1): ScalarRow[] {
  const asFloat: Kernel = (lowering, args, result, model) =>
    kernel(
      lowering,
      args.map((arg) => lowering.cast(arg, float64)),
      result,
      model,
    );
  return [
    ...[int64, uint64].map((type) => row(Array(arity).fill(type), float64, asFloat)),
    ...homogeneous(realTypes, kernel, arity),
  ];
}

const unaryFunctions: Readonly<Record<string, Kernel>> = {
  fabs: realAbs,
  sqrt: realUnary('sqrt'),
  degrees: scaled(180 / Math.PI),
  radians: scaled(Math.PI / 180),
  ...library('exp expm1 log log1p log10 sin cos tan sinh cosh tanh asin acos atan asinh acosh atanh'),
  ...library('erf erfc gamma lgamma'),
};

/** Functions of C's library, which give NaN where Python raises ValueError. */
function library(names: string): Record<string, Kernel> {
  return Object.fromEntries(names.split(' ').map((name) => [name, mathKernel(name as MathFunction)]));
}

/** `floor`, `ceil`, `trunc`: an int64 of a float; integers go through float64 and keep their type. */
function toInteger(kernel: Kernel): ScalarRow[] {
  const rounded: Kernel = (lowering, args, result, model) =>
    lowering.cast(kernel(lowering, args, args[0]!.type, model), result);
  const ofInteger: Kernel = (lowering, [a], result, model) =>
    rounded(lowering, [lowering.cast(a!, float64)], result, model);
  return [
    row([int64], int64, ofInteger),
    row([uint64], uint64, ofInteger),
    ...realTypes.map((type) => row([type], int64, rounded)),
  ];
}

function numberTest(real: Kernel, ofInteger: boolean): ScalarRow[] {
  return [...predicates([int64, uint64], constantBool(ofInteger), 1), ...predicates(realTypes, real, 1)];
}

const frexp: Kernel = (lowering, [x], result) => ({ type: result, parts: realFrexp(lowering, x!) });

const rowsByName: Readonly<Record<string, readonly ScalarRow[]>> = {
  floor: toInteger(realUnary('floor')),
  ceil: toInteger(realUnary('ceil')),
  trunc: toInteger(realUnary('trunc')),
  atan2: realRows(mathKernel('atan2'), 2),
  hypot: realRows(mathKernel('hypot'), 2),
  copysign: homogeneous(realTypes, realCopysign),
  isnan: numberTest(realIsNan, false),
  isinf: numberTest(realIsInf, false),
  isfinite: numberTest(realIsBounded, true),
  pow: [
    row([float64, int64], float64, integerPower),
    row([float64, uint64], float64, integerPower),
    ...homogeneous(realTypes, realPower),
  ],
  gcd: homogeneous(signedFirst(), intGcd),
  frexp: [float64, float32].map((type) => row([type], tupleOf([type, int32]), frexp)),
  ldexp: [float64, float32].map((type) => row([type, int32], type, realLdexp)),
};

// Numba lists the widest first, which decides between equally good conversions.
function signedFirst(): NumbaType[] {
  const bySize = (signed: boolean): NumbaType[] =>
    integerTypes.filter((type) => type.signed === signed).sort((a, b) => b.bits - a.bits);
  return [...bySize(true), ...bySize(false)];
}

/** Functions that Numba took up later than 0.56. */
const newer: readonly LibraryFunction[] = [
  scalarFunction('math.log2', byRows(realRows(mathKernel('log2'))), { since: '0.60' }),
  scalarFunction('math.exp2', byRows(realRows(mathKernel('exp2'))), { since: '0.60' }),
  scalarFunction('math.nextafter', byRows(homogeneous([float64, float32], realNextafter)), {
    since: '0.60',
  }),
];

export const mathEntries: readonly LibraryFunction[] = [
  ...Object.entries(unaryFunctions).map(([name, kernel]) =>
    scalarFunction(`math.${name}`, byRows(realRows(kernel))),
  ),
  ...Object.entries(rowsByName).map(([name, rows]) => scalarFunction(`math.${name}`, byRows(rows))),
  ...newer,
];
