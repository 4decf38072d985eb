import type { NumbaType } from '../../types/numbaType';
import type { Provenance } from '../typedFunction';

/** Knowledge of an array that is not whole: `np.ndarray` says neither elements nor dimensions. */
export interface ArrayHint {
  readonly kind: 'array hint';
  readonly dtype?: NumbaType;
  readonly ndim?: number;
}

export type TypeHint = NumbaType | ArrayHint;

export interface Clue {
  readonly hint: TypeHint;
  readonly origin: Provenance;
}
