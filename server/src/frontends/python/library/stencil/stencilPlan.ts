import type { KnownConstant } from '../../infer/globals/moduleConstants';

/** How a stencil runs over its first array; what its decorator says and its kernel's indices show. */
export interface StencilPlan {
  /** Smallest and largest offset read, per dimension. */
  readonly neighborhood: readonly (readonly [number, number])[];
  /** What stands where the neighbourhood does not fit; zero unless the decorator says otherwise. */
  readonly cval?: KnownConstant;
  /** Numbers of the arguments that are indexed relative to the point, the first among them. */
  readonly relative: readonly number[];
  /** Offsets outside the neighbourhood may be read: they count from the end where they are negative. */
  readonly wraps: boolean;
}
