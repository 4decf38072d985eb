import { bool } from '@jitsight/shared/ir/expressions';
import { boolean, type NumbaType } from '../../types/numbaType';
import type { LibraryFunction } from '../libraryFunction';
import { mismatch, typed } from '../outcome';
import { arrayType } from './parts';

const name = 'ArrayFlags';

function arrayOfFlags(type: NumbaType | undefined): NumbaType | undefined {
  return type?.kind === 'iterable' && type.name === name ? type.source[0] : undefined;
}

/** `a.flags.c_contiguous` and the like, which follow from the array's type. */
export const flagEntries: readonly LibraryFunction[] = [
  {
    name: 'getattr array.flags',
    type: ({ args: [array] }) =>
      array?.kind === 'array'
        ? typed({ kind: 'iterable', name, item: boolean, source: [array] })
        : mismatch(),
    lower: ({ args, result }) => ({ type: result, parts: args[0]!.parts }),
  },
  flag('contiguous', 'C'),
  flag('c_contiguous', 'C'),
  flag('f_contiguous', 'F'),
];

function flag(attribute: string, layout: 'C' | 'F'): LibraryFunction {
  return {
    name: `getattr iterable.${attribute}`,
    type: ({ args: [flags] }) => (arrayOfFlags(flags) ? typed(boolean) : mismatch()),
    lower: ({ args }) => {
      const array = arrayType(arrayOfFlags(args[0]!.type)!);
      const isContiguous = array.layout === layout || (array.layout !== 'A' && array.ndim <= 1);
      return { type: boolean, parts: [bool(isContiguous)] };
    },
  };
}
