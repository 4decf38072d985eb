import { i64, ne } from '@jitsight/shared/ir/expressions';
import { boolean, type NumbaType } from '../../types/numbaType';
import { unliteral } from '../../types/unliteral';
import type { LibraryFunction } from '../libraryFunction';
import { mismatch, typed } from '../outcome';
import { length } from './len';

/** Truth of containers: whether they are not empty. */
export const containerTruth: readonly LibraryFunction[] = ['operator.truth', 'builtins.bool'].map((name) => ({
  name,
  type(call) {
    const type = call.args[0] && unliteral(call.args[0]);
    return type && call.args.length === 1 && isContainer(type) ? typed(boolean) : mismatch();
  },
  lower: (call, lowering) => ({
    type: boolean,
    parts: [ne(length(lowering, call.args[0]!), i64(0))],
  }),
}));

function isContainer(type: NumbaType): boolean {
  return ['list', 'typedList', 'tuple', 'unicode', 'set', 'typedDict', 'literalList'].includes(type.kind);
}
