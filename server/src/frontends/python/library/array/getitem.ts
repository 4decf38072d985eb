import type { Lowering, Value } from '../../lower/lowering';
import type { NumbaType } from '../../types/numbaType';
import type { LibraryFunction } from '../libraryFunction';
import { mismatch, typed } from '../outcome';
import { takeAdvanced } from './advancedIndex';
import { isIndexArray, typeIndex } from './indexTypes';
import { membersOf } from './parts';
import { basicView, elementPosition } from './views';

interface IndexData {
  readonly advanced: boolean;
}

/** `array[index]`: an element, a view, or by an array of indices or a mask a copy. */
export const getitemEntry: LibraryFunction = {
  name: 'operator.getitem',
  type: ({ args, context }) => {
    const [array, index] = args;
    if (array?.kind !== 'array' || !index) return mismatch();
    if (index.kind === 'ellipsis') return mismatch('a bare ellipsis has no code in Numba', 1);
    const found = typeIndex(array, index, context.numba);
    if ('reason' in found) return mismatch(found.reason, 1);
    if (hasCrowdedMask(found.members)) return mismatch('a mask beside another array has no code in Numba', 1);
    const data: IndexData = { advanced: found.advanced };
    return typed(found.result, { args: [array, found.index], data });
  },
  lower: ({ args, result, data }, lowering) => {
    const [array, index] = args;
    const members = membersOf(lowering, index!);
    if ((data as IndexData).advanced) return takeAdvanced(lowering, array!, members, result);
    return takeBasic(lowering, array!, members, result);
  },
};

/** Numba stores through a mask beside another array, but fails to read through it. */
function hasCrowdedMask(members: readonly NumbaType[]): boolean {
  const arrays = members.filter(isIndexArray);
  return arrays.length > 1 && arrays.some((type) => type.kind === 'array' && type.dtype.kind === 'bool');
}

function takeBasic(lowering: Lowering, array: Value, members: readonly Value[], result: NumbaType): Value {
  const held = lowering.hold(array);
  if (result.kind !== 'array') return lowering.loadElement(held, elementPosition(lowering, held, members));
  return lowering.arrayView(result, {
    meminfo: lowering.arrayMeminfo(held),
    ...basicView(lowering, held, members),
  });
}
