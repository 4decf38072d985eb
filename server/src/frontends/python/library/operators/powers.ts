import { complexPower } from '../arithmetic/complex';
import { integerPower, largestUnrolledExponent, literalPower, realPower } from '../arithmetic/power';
import { float32, float64, int32, int64, type NumbaType, uint64 } from '../../types/numbaType';
import { complexTypes, homogeneous, integerPairs, realTypes } from './numberRows';
import { byRows, row, type ScalarResolver } from './scalarOperator';

const anyExponent = byRows([
  ...integerPairs(integerPower),
  ...[float32, float64].flatMap((base) =>
    [int32, int64, uint64].map((exponent) => row([base, exponent], base, integerPower)),
  ),
  ...homogeneous(realTypes, realPower),
  ...homogeneous(complexTypes, complexPower),
]);

/** `**`, typed without the literal but computed with it. */
export const powNumbers: ScalarResolver = (types, numba) => {
  const found = anyExponent(types, numba);
  const exponent = literalExponent(types[1]);
  if (!found || exponent === undefined || found.result.kind === 'complex') return found;
  if (found.args[1]?.kind !== 'int') return found;
  const kernel = literalPower(exponent);
  return {
    ...found,
    compute: (lowering, values, model) => kernel(lowering, values, found.result, model),
  };
};

/** `pow(x, y)`: as `**`, but Numba does not unroll it. */
export const powBuiltin = anyExponent;

function literalExponent(type: NumbaType | undefined): bigint | undefined {
  if (type?.kind !== 'literal' || type.literal !== 'int') return undefined;
  const size = type.value < 0n ? -type.value : type.value;
  return size <= largestUnrolledExponent ? type.value : undefined;
}
