import type { Expression } from '../../parse/ast';
import type { NumbaType } from '../../types/numbaType';
import { type Inference, sourceOf } from '../inference';
import type { ProblemFact } from '../problem';

/** A store into an array that cannot be written: an argument that is read-only, or a global, which Numba freezes. */
export function readonlyStore(inf: Inference, array: Expression, type: NumbaType): ProblemFact {
  const isGlobal = array.kind === 'Name' && inf.module.resolve(array).kind === 'global';
  return { kind: 'readonly-array', subject: sourceOf(inf, array), type, isGlobal };
}
