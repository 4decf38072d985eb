import {
  complexAdd,
  complexConjugate,
  complexIdentity,
  complexMul,
  complexNegate,
  complexAbs,
  complexPower,
  complexReciprocal,
  complexSignByLength,
  complexSignByOrder,
  complexSquare,
  complexSub,
  numpyComplexDivide,
} from '../arithmetic/complex';
import { logicalKernel } from '../arithmetic/compare';
import {
  intAbs,
  intAdd,
  intFloorDivide,
  intFmod,
  intGcd,
  intLcm,
  intModulo,
  intMul,
  intNegate,
  intSign,
  intSquare,
  intSub,
} from '../arithmetic/integer';
import type { Kernel } from '../arithmetic/kernel';
import { integerPower, realPower } from '../arithmetic/power';
import {
  identity,
  intReciprocal,
  numpyRealFloorDivide,
  numpyRealRemainder,
  realAbs,
  realAdd,
  realDivideUnchecked,
  realFmod,
  realMul,
  realNegate,
  realReciprocal,
  realSign,
  realSquare,
  realSub,
} from '../arithmetic/real';
import { timedeltaFloorDivide, timedeltaRemainder, timedeltaSign, timeKernel } from '../datetime/kernels';
import {
  absTimedelta,
  addTimes,
  floorDivideTimes,
  mulTimes,
  negateTimedelta,
  subTimes,
  trueDivideTimes,
} from '../datetime/operators';
import { compareVersions } from '../version';
import {
  binary,
  comparableUnits,
  complexes,
  convertibleDate,
  convertibleUnits,
  integers,
  loop,
  reals,
  type Ufunc,
  unary,
} from './loop';

const either = logicalKernel('or');
const both = logicalKernel('and');

/** NumPy 2 changed what the sign of a complex number is. */
const complexSign: Kernel = (lowering, args, result, model) => {
  const kernel = compareVersions(lowering.numba, '0.60') >= 0 ? complexSignByLength : complexSignByOrder;
  return kernel(lowering, args, result, model);
};

function divisionBy(kernel: Kernel) {
  return [loop('ml->m', kernel), loop('md->m', kernel)];
}

export const arithmeticUfuncs: readonly Ufunc[] = [
  {
    name: 'add',
    inputs: 2,
    loops: [
      ...binary('?', either),
      ...binary(integers, intAdd),
      ...binary(reals, realAdd),
      ...binary(complexes, complexAdd),
      loop('Mm->M', timeKernel(addTimes), convertibleDate(0)),
      loop('mm->m', timeKernel(addTimes), convertibleUnits),
      loop('mM->M', timeKernel(addTimes), convertibleDate(1)),
    ],
  },
  {
    name: 'subtract',
    inputs: 2,
    loops: [
      ...binary(integers, intSub),
      ...binary(reals, realSub),
      ...binary(complexes, complexSub),
      loop('Mm->M', timeKernel(subTimes), convertibleDate(0)),
      loop('mm->m', timeKernel(subTimes), convertibleUnits),
      loop('MM->m', timeKernel(subTimes)),
    ],
  },
  {
    name: 'multiply',
    inputs: 2,
    loops: [
      ...binary('?', both),
      ...binary(integers, intMul),
      ...binary(reals, realMul),
      ...binary(complexes, complexMul),
      ...['ml->m', 'lm->m', 'md->m', 'dm->m'].map((signature) => loop(signature, timeKernel(mulTimes))),
    ],
  },
  {
    name: 'divide',
    aliases: ['true_divide'],
    inputs: 2,
    loops: [
      ...binary(reals, realDivideUnchecked),
      ...binary(complexes, numpyComplexDivide),
      ...divisionBy(timeKernel(trueDivideTimes)),
      loop('mm->d', timeKernel(trueDivideTimes), comparableUnits),
    ],
  },
  {
    name: 'floor_divide',
    inputs: 2,
    loops: [
      ...binary(integers, intFloorDivide),
      ...binary(reals, numpyRealFloorDivide),
      ...divisionBy(timeKernel(floorDivideTimes)),
      loop('mm->l', timedeltaFloorDivide, comparableUnits),
    ],
  },
  {
    name: 'remainder',
    aliases: ['mod'],
    inputs: 2,
    loops: [
      ...binary(integers, intModulo),
      ...binary(reals, numpyRealRemainder),
      { ...loop('mm->m', timedeltaRemainder, comparableUnits), isGeneric: true },
    ],
  },
  { name: 'fmod', inputs: 2, loops: [...binary(integers, intFmod), ...binary(reals, realFmod)] },
  {
    name: 'power',
    newAliases: ['pow'],
    inputs: 2,
    loops: [
      ...binary(integers, integerPower),
      ...binary(reals, realPower),
      ...binary(complexes, complexPower),
    ],
  },
  { name: 'float_power', inputs: 2, loops: [...binary('d', realPower), ...binary('D', complexPower)] },
  {
    name: 'negative',
    inputs: 1,
    loops: [
      ...unary(integers, intNegate),
      ...unary(reals, realNegate),
      loop('m->m', timeKernel(negateTimedelta)),
      ...unary(complexes, complexNegate),
    ],
  },
  {
    name: 'positive',
    inputs: 1,
    loops: [
      ...unary(integers, identity),
      ...unary(reals, identity),
      loop('m->m', identity),
      ...unary(complexes, complexIdentity),
    ],
  },
  {
    name: 'absolute',
    aliases: ['abs'],
    inputs: 1,
    loops: [
      ...unary('?', identity),
      ...unary(integers, intAbs),
      ...unary(reals, realAbs),
      loop('m->m', timeKernel(absTimedelta)),
      loop('F->f', complexAbs),
      loop('D->d', complexAbs),
    ],
  },
  { name: 'fabs', inputs: 1, loops: unary(reals, realAbs) },
  {
    name: 'sign',
    inputs: 1,
    loops: [
      ...unary(integers, intSign),
      ...unary(reals, realSign),
      ...unary(complexes, complexSign),
      loop('m->m', timedeltaSign),
    ],
  },
  {
    name: 'square',
    inputs: 1,
    loops: [...unary(integers, intSquare), ...unary(reals, realSquare), ...unary(complexes, complexSquare)],
  },
  {
    name: 'reciprocal',
    inputs: 1,
    loops: [
      ...unary(integers, intReciprocal),
      ...unary(reals, realReciprocal),
      ...unary(complexes, complexReciprocal),
    ],
  },
  {
    name: 'conjugate',
    aliases: ['conj'],
    inputs: 1,
    loops: [...unary(integers, identity), ...unary(reals, identity), ...unary(complexes, complexConjugate)],
  },
  { name: 'gcd', inputs: 2, loops: binary(integers, intGcd) },
  { name: 'lcm', inputs: 2, loops: binary(integers, intLcm) },
];
