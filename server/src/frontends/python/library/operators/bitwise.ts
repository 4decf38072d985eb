import { boolean, int64, type NumbaType, uint64 } from '../../types/numbaType';
import { intAnd, intInvert, intOr, intXor, shiftLeft, shiftRight } from '../arithmetic/integer';
import type { Kernel } from '../arithmetic/kernel';
import { notKernel } from '../arithmetic/real';
import { integerPairs, signedTypes, unsignedTypes, widestInteger } from './numberRows';
import { byRows, row, type ScalarResolver } from './scalarOperator';

const safely = { allowUnsafe: false };

/** Only the left operand's signedness matters; a signed or unsigned count is taken as it is. */
function shift(kernel: Kernel): ScalarResolver {
  const counts = [uint64, int64];
  const rows = (types: readonly NumbaType[], result: NumbaType) =>
    types.flatMap((type) => counts.map((count) => row([type, count], result, kernel)));
  return byRows([...rows(signedTypes, int64), ...rows(unsignedTypes, uint64)], safely);
}

function logic(kernel: Kernel): ScalarResolver {
  return byRows([row([boolean, boolean], boolean, kernel), ...integerPairs(kernel)], safely);
}

export const shiftLeftNumbers = shift(shiftLeft);
export const shiftRightNumbers = shift(shiftRight);
export const andNumbers = logic(intAnd);
export const orNumbers = logic(intOr);
export const xorNumbers = logic(intXor);

export const invertNumbers = byRows(
  [
    row([boolean], boolean, notKernel),
    ...[...unsignedTypes, ...signedTypes].map((type) => row([type], widestInteger(type), intInvert)),
  ],
  safely,
);
