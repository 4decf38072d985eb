import { memoryLayout } from '@jitsight/shared/ir/valueType';
import type { Lowering } from '../../lower/lowering';
import type { NumbaType } from '../../types/numbaType';

/** Bytes one element of an array takes. */
export function itemSizeOf(lowering: Lowering, dtype: NumbaType): number {
  return memoryLayout(lowering.valueTypeOf(dtype)).size;
}
