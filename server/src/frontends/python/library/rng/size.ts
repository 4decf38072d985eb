import type { NumbaType } from '../../types/numbaType';
import { typesEqual } from '../../types/typesEqual';
import { unliteral } from '../../types/unliteral';
import { shapeNdim } from '../numpy/shapeArgument';

/**
 * How many axes a generator's `size` asks for; `none` where nothing or None is given, undefined for what Numba refuses: a
 * tuple's integers must be of one type.
 */
export function sizeNdim(size: NumbaType | undefined): number | 'none' | undefined {
  if (!size || size.kind === 'none') return 'none';
  if (size.kind === 'tuple') {
    const elements = size.elements.map(unliteral);
    if (!elements.every((each) => typesEqual(each, elements[0]!))) return undefined;
  }
  return shapeNdim(size);
}
