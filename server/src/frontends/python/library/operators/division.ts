import { float64, type NumbaType, tupleOf } from '../../types/numbaType';
import { complexDivide } from '../arithmetic/complex';
import { intDivmod, intFloorDivide, intModulo } from '../arithmetic/integer';
import { type Kernel, part } from '../arithmetic/kernel';
import { intTrueDivide, realDivide, realDivmod, realFloorDivide, realModulo } from '../arithmetic/real';
import { complexTypes, homogeneous, integerPairs, realTypes } from './numberRows';
import { byRows, row, type ScalarRow } from './scalarOperator';
import { int64, uint64 } from '../../types/numbaType';

export const trueDivideNumbers = byRows([
  ...integerPairs(intTrueDivide, float64),
  ...homogeneous(realTypes, realDivide),
  ...homogeneous(complexTypes, complexDivide),
]);

export const floorDivideNumbers = byRows([
  ...integerPairs(intFloorDivide),
  ...homogeneous(realTypes, realFloorDivide),
]);

export const modNumbers = byRows([...integerPairs(intModulo), ...homogeneous(realTypes, realModulo)]);

const divmodKernel: Kernel = (lowering, [a, b], result, model) => {
  const divide = a!.type.kind === 'int' ? intDivmod : realDivmod;
  return { type: result, parts: divide(lowering, part(a!), part(b!), model) };
};

function divmodRow(type: NumbaType): ScalarRow {
  return row([type, type], tupleOf([type, type]), divmodKernel);
}

export const divmodNumbers = byRows([int64, uint64, ...realTypes].map(divmodRow));
