import type { NumbaType } from './numbaType';
import type { Parsed } from './parsed';
import { type PrintedTypeContext, parsePrintedTuple } from './printedType';
import { parseSignatureText } from './signatureText';

/**
 * Argument types as a person or a recording gives them: printed, `(array(float64, 1d, C), int64)`, or a signature,
 * `float64(float64[:], int64)`. What is wrong is said about the form that the text looks like.
 */
export function parseArgumentsText(
  text: string,
  numba: string,
  context: PrintedTypeContext = {},
): Parsed<readonly NumbaType[]> {
  const printed = parsePrintedTuple(text.trim(), context);
  if ('value' in printed) return printed;
  const written = parseSignatureText(text, numba);
  if ('value' in written) return { value: written.value.args };
  return text.trim().startsWith('(') ? printed : written;
}
