import type { CompareOperator } from '@jitsight/shared/ir/nodes';
import { boolean } from '../../types/numbaType';
import { compareKernel, complexEqual, complexNotEqual } from '../arithmetic/compare';
import { complexTypes, integerTypes, predicates, realTypes } from './numberRows';
import { byRows, type ScalarResolver } from './scalarOperator';

/** `<` and the like of two numbers that have an order. */
export function orderNumbers(op: CompareOperator): ScalarResolver {
  return byRows(predicates([boolean, ...integerTypes, ...realTypes], compareKernel(op)));
}

/** `==` and `!=`, of complex numbers too. */
export function equalNumbers(op: 'eq' | 'ne'): ScalarResolver {
  return byRows([
    ...predicates([boolean, ...integerTypes, ...realTypes], compareKernel(op)),
    ...predicates(complexTypes, op === 'eq' ? complexEqual : complexNotEqual),
  ]);
}
