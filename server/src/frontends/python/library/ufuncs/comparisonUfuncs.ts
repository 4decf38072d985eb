import {
  compareKernel,
  complexEqual,
  complexNotEqual,
  complexOrder,
  logicalKernel,
  logicalNot,
  mixedSignKernel,
} from '../arithmetic/compare';
import { complexChoice } from '../arithmetic/complex';
import { intMaximum, intMinimum } from '../arithmetic/integer';
import { type Kernel, part } from '../arithmetic/kernel';
import { realFmax, realFmin, realMaximum, realMinimum } from '../arithmetic/real';
import { timeChoice, timeKernel } from '../datetime/kernels';
import { compareTimes } from '../datetime/operators';
import { boolean } from '../../types/numbaType';
import {
  binary,
  comparableUnits,
  complexes,
  integers,
  loop,
  reals,
  sinceNumpy2,
  type Ufunc,
  unary,
} from './loop';

type Order = 'lt' | 'le' | 'gt' | 'ge';

function comparison(name: string, op: Order | 'eq' | 'ne', complex: Kernel): Ufunc {
  const times = timeKernel(compareTimes(op));
  return {
    name,
    inputs: 2,
    loops: [
      ...binary(`?${integers}`, compareKernel(op), '?'),
      ...sinceNumpy2([loop('lL->?', mixedSignKernel(op)), loop('Ll->?', mixedSignKernel(op))]),
      ...binary(reals, compareKernel(op), '?'),
      ...binary(complexes, complex, '?'),
      loop('MM->?', times),
      loop('mm->?', times, op === 'eq' || op === 'ne' ? undefined : comparableUnits),
    ],
  };
}

function logical(name: string, op: 'and' | 'or' | 'xor'): Ufunc {
  return {
    name,
    inputs: 2,
    loops: binary(`?${integers}${reals}${complexes}`, logicalKernel(op), '?'),
  };
}

interface Choice {
  readonly bool: 'and' | 'or';
  readonly int: Kernel;
  readonly real: Kernel;
  readonly order: 'ge' | 'le';
  readonly prefer: 'nan' | 'number';
}

function choice(name: string, { bool, int, real, order, prefer }: Choice): Ufunc {
  const complex = complexChoice(
    (lowering, a, b) => part(complexOrder(order)(lowering, [a, b], boolean, 'numpy')),
    prefer,
  );
  return {
    name,
    inputs: 2,
    loops: [
      ...binary('?', logicalKernel(bool)),
      ...binary(integers, int),
      ...binary(reals, real),
      ...binary(complexes, complex),
      ...binary('mM', timeChoice(order === 'ge' ? 'max' : 'min', prefer === 'nan')).map((each) => ({
        ...each,
        isGeneric: true,
      })),
    ],
  };
}

export const comparisonUfuncs: readonly Ufunc[] = [
  comparison('less', 'lt', complexOrder('lt')),
  comparison('less_equal', 'le', complexOrder('le')),
  comparison('greater', 'gt', complexOrder('gt')),
  comparison('greater_equal', 'ge', complexOrder('ge')),
  comparison('equal', 'eq', complexEqual),
  comparison('not_equal', 'ne', complexNotEqual),
  logical('logical_and', 'and'),
  logical('logical_or', 'or'),
  logical('logical_xor', 'xor'),
  {
    name: 'logical_not',
    inputs: 1,
    loops: unary(`?${integers}${reals}${complexes}`, logicalNot, '?'),
  },
  choice('maximum', { bool: 'or', int: intMaximum, real: realMaximum, order: 'ge', prefer: 'nan' }),
  choice('minimum', { bool: 'and', int: intMinimum, real: realMinimum, order: 'le', prefer: 'nan' }),
  choice('fmax', { bool: 'or', int: intMaximum, real: realFmax, order: 'ge', prefer: 'number' }),
  choice('fmin', { bool: 'and', int: intMinimum, real: realFmin, order: 'le', prefer: 'number' }),
];
