import type { NumbaType } from '../../../src/frontends/python/types/numbaType';
import { parsePrintedTuple } from '../../../src/frontends/python/types/printedType';
import { parseType } from '../library/containers/support/parseType';

/** The argument types of a signature in Numba's spelling: `(array(float64, 1d, C), int64)`, `(int64,)`, `()`. */
export function readSignature(text: string): readonly NumbaType[] {
  const type = parseType(text);
  if (type?.kind === 'tuple') return type.elements;
  const printed = parsePrintedTuple(text);
  if ('value' in printed) return printed.value;
  throw new Error(`not a signature: ${text}`);
}
