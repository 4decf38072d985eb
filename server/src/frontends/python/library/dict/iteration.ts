import { add, ge, i64, ne } from '@jitsight/shared/ir/expressions';
import type { Lowering, Value } from '../../lower/lowering';
import { type NumbaType, tupleOf } from '../../types/numbaType';
import { unliteral } from '../../types/unliteral';
import { type DictType, isDict, listField, tableLength } from '../hashing/storage';
import { stepThrough } from '../iteration/indexed';
import { sourcesOf } from '../iteration/sources';
import type { Cursor, IterationCall, LibraryFunction } from '../libraryFunction';
import { listLength, loadItem } from '../list/storage';
import { mismatch, params, typed } from '../outcome';
import { tupleValue } from '../tuple/elements';

type View = 'keys' | 'values' | 'items';

const itemOf = (dict: DictType, view: View): NumbaType =>
  view === 'items' ? tupleOf([dict.key, dict.value]) : view === 'keys' ? dict.key : dict.value;

/** `d.keys()`, `d.values()`, `d.items()`. */
const views = (['keys', 'values', 'items'] as const).flatMap((view): LibraryFunction[] => [
  {
    name: `typedDict.${view}`,
    params: params('self'),
    type(call) {
      const dict = call.args[0] && unliteral(call.args[0]);
      if (!isDict(dict)) return mismatch();
      return typed(
        { kind: 'iterable', name: view, item: itemOf(dict, view), source: [dict] },
        { args: [dict] },
      );
    },
    lower: (call) => ({ type: call.result, parts: call.args[0]!.parts }),
  },
  {
    name: 'iter iterable',
    type(call) {
      const type = call.args[0];
      const isView = type?.kind === 'iterable' && type.name === view && isDict(type.source[0]);
      return isView ? typed(type.item) : mismatch();
    },
    ...walking(view, (call, lowering) => sourcesOf(lowering, lowering.hold(call.args[0]!))[0]!),
  },
]);

/** `for key in d`. */
const keysOfDict: LibraryFunction = {
  name: 'iter typedDict',
  type: (call) => (isDict(call.args[0]) ? typed(call.args[0].key) : mismatch()),
  ...walking('keys', (call, lowering) => lowering.hold(call.args[0]!)),
};

function walking(
  view: View,
  dictOf: (call: IterationCall, lowering: Lowering) => Value,
): Pick<LibraryFunction, 'iterate' | 'cursor'> {
  const cursor = (call: IterationCall, lowering: Lowering) =>
    entryCursor(lowering, dictOf(call, lowering), view);
  return {
    iterate: (call, lowering, body) => stepThrough(cursor(call, lowering), lowering, body),
    cursor,
  };
}

/** Entries in the order of insertion; those that were deleted are passed over. */
function entryCursor(lowering: Lowering, dict: Value, view: View): Cursor {
  const { ir } = lowering;
  const position = ir.local('i64', 'position');
  ir.set(position, i64(0));
  const expected = ir.hold(tableLength(dict), 'expected');
  return {
    next(exhausted) {
      // Numba means to raise a RuntimeError here, but the error is lost and the loop ends.
      ir.if(ne(tableLength(dict), expected), exhausted);
      const hashes = lowering.hold(listField(dict, 'hashes'));
      const size = ir.hold(listLength(hashes), 'size');
      ir.loop((label) => {
        ir.if(ge(position, size), () => ir.break(label));
        const code = loadItem(lowering, hashes, position).parts[0]!;
        ir.if(ge(code, i64(0)), () => ir.break(label));
        ir.set(position, add(position, i64(1)));
      });
      ir.if(ge(position, size), exhausted);
      const part = (field: 'keys' | 'values') =>
        lowering.hold(loadItem(lowering, listField(dict, field), position));
      const item = view === 'items' ? tupleValue([part('keys'), part('values')]) : part(view);
      ir.set(position, add(position, i64(1)));
      return item;
    },
  };
}

export const dictIteration: readonly LibraryFunction[] = [...views, keysOfDict];
