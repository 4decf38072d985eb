import type { BoundFunction } from '../../bind/boundModule';
import type { NumbaType } from '../../types/numbaType';
import { signatureOf } from '../../types/signatureText';
import { signatureName, typeName } from '../../types/typeName';

export interface ExplicitSignature {
  readonly args: readonly NumbaType[];
  readonly returns?: NumbaType;
  /** As Numba prints it: `(int32, int32) -> int32`. */
  readonly text: string;
}

/** The signatures of a function's decorator that can be read, in order. */
export function explicitSignatures(fn: BoundFunction, numba: string): readonly ExplicitSignature[] {
  return (fn.decorator?.signatures ?? []).flatMap((expression) => {
    const parsed = signatureOf(expression, fn.module, numba);
    if (!('value' in parsed)) return [];
    const { args, returns } = parsed.value;
    const names = signatureName(args);
    return [
      { args, ...(returns && { returns }), text: returns ? `${names} -> ${typeName(returns)}` : names },
    ];
  });
}
