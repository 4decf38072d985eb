import type { NumbaType } from '../../types/numbaType';
import { promoteNumbers } from '../../types/numberPromotion';
import { typesEqual } from '../../types/typesEqual';
import { isNumber } from '../../types/unliteral';

/** NumPy's `promote_types`: a bool becomes the other type. */
export function promoteTypes(a: NumbaType, b: NumbaType): NumbaType | undefined {
  if (typesEqual(a, b)) return a;
  if (a.kind === 'bool' && isNumber(b)) return b;
  if (b.kind === 'bool' && isNumber(a)) return a;
  return isNumber(a) && isNumber(b) ? promoteNumbers(a, b) : undefined;
}
