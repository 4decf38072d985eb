import { boolean, type NumbaType } from '../../types/numbaType';
import { scalar } from '../arithmetic/kernel';
import type { LibraryFunction } from '../libraryFunction';

/** Truth of numbers, None and arrays: of `if x`, `bool(x)`. */
export const truthEntries: readonly LibraryFunction[] = ['operator.truth', 'builtins.bool'].map((name) => ({
  name,
  params: name === 'builtins.bool' ? undefined : [{ name: 'x' }],
  type: ({ args }) => {
    const type = args[0];
    if (args.length !== 1 || !type) return { kind: 'mismatch' };
    if (type.kind === 'none') {
      const result: NumbaType = { kind: 'literal', literal: 'bool', value: false };
      return { kind: 'typed', result, constant: { kind: 'bool', value: false } };
    }
    return hasTruth(type) ? { kind: 'typed', result: boolean } : { kind: 'mismatch' };
  },
  lower: ({ args }, lowering) => scalar(boolean, lowering.truth(args[0]!)),
}));

function hasTruth(type: NumbaType): boolean {
  switch (type.kind) {
    case 'bool':
    case 'int':
    case 'float':
    case 'complex':
      return true;
    case 'literal':
      return type.literal !== 'str';
    case 'array':
      return type.dtype.kind !== 'datetime' && type.dtype.kind !== 'timedelta' && hasTruth(type.dtype);
    default:
      return false;
  }
}
