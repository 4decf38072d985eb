import { boolean, int64 } from '../../types/numbaType';
import { complexIdentity, complexNegate } from '../arithmetic/complex';
import { logicalNot } from '../arithmetic/compare';
import { intNegate, intPositive } from '../arithmetic/integer';
import type { Kernel } from '../arithmetic/kernel';
import { identity, realNegate } from '../arithmetic/real';
import {
  complexTypes,
  homogeneous,
  integerTypes,
  predicates,
  realTypes,
  signedTypes,
  unsignedTypes,
  widestInteger,
} from './numberRows';
import { byRows, row, type ScalarResolver } from './scalarOperator';

/** Integers compute at their own width and widen after. */
function unary(int: Kernel, real: Kernel, complex: Kernel): ScalarResolver {
  return byRows([
    ...[...unsignedTypes, ...signedTypes].map((type) => row([type], widestInteger(type), int)),
    ...homogeneous(realTypes, real, 1),
    ...homogeneous(complexTypes, complex, 1),
    row([boolean], int64, (lowering, args, result, model) =>
      int(lowering, [lowering.cast(args[0]!, int64)], result, model),
    ),
  ]);
}

export const negateNumber = unary(intNegate, realNegate, complexNegate);
export const positiveNumber = unary(intPositive, identity, complexIdentity);

export const notNumber = byRows(
  predicates([boolean, ...integerTypes, ...realTypes, ...complexTypes], logicalNot, 1),
);
