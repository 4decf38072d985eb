import { complexAdd, complexMul, complexSub } from '../arithmetic/complex';
import { intAdd, intMul, intSub } from '../arithmetic/integer';
import type { Kernel } from '../arithmetic/kernel';
import { realAdd, realMul, realSub } from '../arithmetic/real';
import { complexTypes, homogeneous, integerPairs, realTypes } from './numberRows';
import { byRows, type ScalarResolver } from './scalarOperator';

/** `+`, `-` and `*` of numbers. */
function arithmetic(int: Kernel, real: Kernel, complex: Kernel): ScalarResolver {
  return byRows([
    ...integerPairs(int),
    ...homogeneous(realTypes, real),
    ...homogeneous(complexTypes, complex),
  ]);
}

export const addNumbers = arithmetic(intAdd, realAdd, complexAdd);
export const subNumbers = arithmetic(intSub, realSub, complexSub);
export const mulNumbers = arithmetic(intMul, realMul, complexMul);
