import { constantBool } from '../arithmetic/compare';
import { complexIsBounded, complexIsInf, complexIsNan, complexRint } from '../arithmetic/complex';
import { realLdexp } from '../arithmetic/exponents';
import type { Kernel } from '../arithmetic/kernel';
import {
  identity,
  realCopysign,
  realIsBounded,
  realIsInf,
  realIsNan,
  realNextafter,
  realRint,
  realSignbit,
  realSpacing,
  realUnary,
} from '../arithmetic/real';
import { timeIsFinite, timeIsNat } from '../datetime/kernels';
import { binary, complexes, integers, loop, reals, sinceNumpy2, type Ufunc, unary } from './loop';

function rounding(name: string, kernel: Kernel): Ufunc {
  return {
    name,
    inputs: 1,
    loops: [...sinceNumpy2(unary(`?${integers}`, identity)), ...unary(reals, kernel)],
  };
}

interface Predicate {
  readonly int: boolean;
  readonly real: Kernel;
  readonly complex: Kernel;
  readonly time: Kernel;
}

function predicate(name: string, { int, real, complex, time }: Predicate): Ufunc {
  return {
    name,
    inputs: 1,
    loops: [
      ...unary(`?${integers}`, constantBool(int), '?'),
      ...unary(reals, real, '?'),
      ...unary(complexes, complex, '?'),
      ...unary('mM', time, '?'),
    ],
  };
}

/** Rounding and the bits of floating-point numbers. */
export const floatUfuncs: readonly Ufunc[] = [
  rounding('floor', realUnary('floor')),
  rounding('ceil', realUnary('ceil')),
  rounding('trunc', realUnary('trunc')),
  { name: 'rint', inputs: 1, loops: [...unary(reals, realRint), ...unary(complexes, complexRint)] },
  predicate('isnan', { int: false, real: realIsNan, complex: complexIsNan, time: timeIsNat }),
  predicate('isinf', { int: false, real: realIsInf, complex: complexIsInf, time: constantBool(false) }),
  predicate('isfinite', {
    int: true,
    real: realIsBounded,
    complex: complexIsBounded,
    time: timeIsFinite,
  }),
  { name: 'isnat', inputs: 1, loops: unary('Mm', timeIsNat, '?') },
  { name: 'signbit', inputs: 1, loops: unary(reals, realSignbit, '?') },
  { name: 'copysign', inputs: 2, loops: binary(reals, realCopysign) },
  { name: 'nextafter', inputs: 2, loops: binary(reals, realNextafter) },
  { name: 'spacing', inputs: 1, loops: unary(reals, realSpacing) },
  {
    name: 'ldexp',
    inputs: 2,
    loops: ['fi->f', 'fl->f', 'di->d', 'dl->d'].map((signature) => loop(signature, realLdexp)),
  },
];
