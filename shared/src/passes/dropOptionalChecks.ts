import type { FunctionIR } from '../ir/nodes';
import { rewriteBody } from './rewrite';

/** Leaves out the checks that the language may leave out (Numba's default): passes then see the index itself. */
export function dropOptionalChecks(fn: FunctionIR): FunctionIR {
  const body = rewriteBody(fn.body, (one) => (one.op === 'checkIndex' && one.optional ? one.index : one));
  return body === fn.body ? fn : { ...fn, body };
}
