import type { Lowering, Value } from '../../lower/lowering';
import { arrayOf, int64, type NumbaType, none } from '../../types/numbaType';
import { unliteral } from '../../types/unliteral';
import { astypeCopy } from '../array/copies';
import { arrayType } from '../array/parts';
import type { LibraryFunction } from '../libraryFunction';
import { mismatch, noValue, params, typed } from '../outcome';
import { countedUp } from '../random/countedUp';
import { drawFrom } from './source';

/** `shuffle` takes arrays alone; `permutation` arrays and integers, for which the axis means nothing. */
export const shuffleEntries: readonly LibraryFunction[] = [
  {
    name: 'randomGenerator.shuffle',
    params: params('self x axis?'),
    since: '0.57',
    type: ({ args: [self, array, axis] }) =>
      array?.kind === 'array' && array.ndim > 0 && !array.readonly && isAxis(axis)
        ? typed(none, { args: [self, array, axis && int64] })
        : mismatch('it shuffles arrays that can be written, along an integer axis'),
    lower: ({ args: [self, array, axis] }, lowering) => {
      shuffle(lowering, self!, array!, axis);
      return noValue;
    },
  },
  {
    name: 'randomGenerator.permutation',
    params: params('self x axis?'),
    since: '0.57',
    type: ({ args: [self, given, axis] }) => {
      const type = unliteral(given!);
      const rest = axis && int64;
      if (!isAxis(axis)) return mismatch('the axis must be an integer');
      if (type.kind === 'int') return typed(arrayOf(int64, 1), { args: [self, int64, rest] });
      if (type.kind !== 'array' || type.ndim === 0) return mismatch('it permutes arrays and integers');
      return typed({ ...type, layout: 'C', readonly: false }, { args: [self, type, rest] });
    },
    lower: ({ args: [self, given, axis], result }, lowering) => {
      const type = arrayType(result);
      const isArray = given!.type.kind === 'array';
      const made = isArray ? astypeCopy(lowering, given!, type) : countedUp(lowering, given!.parts[0]!, type);
      const array = lowering.hold(made);
      shuffle(lowering, self!, array, isArray ? axis : undefined);
      return array;
    },
  },
];

function isAxis(axis: NumbaType | undefined): boolean {
  return !axis || unliteral(axis).kind === 'int';
}

function shuffle(lowering: Lowering, self: Value, array: Value, axis: Value | undefined): void {
  const name = arrayType(array.type).ndim === 1 ? 'shuffle' : 'shuffle_rows';
  const along = axis ?? lowering.constant({ kind: 'int', value: 0n }, int64);
  drawFrom(lowering, self, name, [array, along]);
}
