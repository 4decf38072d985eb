import type { NumbaType } from '../../types/numbaType';
import { scalarTypeOfText } from '../../types/scalarNames';
import { mismatch, typed } from '../outcome';
import type { LibraryFunction } from '../libraryFunction';

/** The dtype that an argument stands for: `np.int32`, `a.dtype`, a literal string; undefined for anything else. */
export function dtypeArgument(type: NumbaType): NumbaType | undefined {
  if (type.kind === 'dtype' || type.kind === 'typeClass') return type.of;
  if (type.kind === 'literal' && type.literal === 'str') return scalarTypeOfText(type.value);
  return undefined;
}

export const isOmitted = (type: NumbaType | undefined): type is undefined | { readonly kind: 'none' } =>
  type === undefined || type.kind === 'none';

/** Python's own `float`, which few functions take for a dtype. */
export const isPythonFloat = (type: NumbaType | undefined): boolean =>
  type?.kind === 'function' && type.qualifiedName === 'builtins.float';

/** `np.dtype('int16')`, `np.dtype(np.int16)`. */
export const dtypeEntry: LibraryFunction = {
  name: 'numpy.dtype',
  type: ({ args }) => {
    const of = args.length === 1 && args[0] ? dtypeArgument(args[0]) : undefined;
    return of ? typed({ kind: 'dtype', of }) : mismatch();
  },
  lower: ({ result }) => ({ type: result, parts: [] }),
};
