import { tupleOf, type NumbaType } from '../../types/numbaType';
import { unliteral } from '../../types/unliteral';
import type { Cursor, IterationCall, LibraryFunction } from '../libraryFunction';
import type { Lowering } from '../../lower/lowering';
import { mismatch, typed } from '../outcome';
import { tupleValue } from '../tuple/elements';
import { cursorOf, itemType } from './dispatch';
import { stepThrough } from './indexed';
import { sourcesOf } from './sources';

const construct: LibraryFunction = {
  name: 'builtins.zip',
  type(call) {
    const sources = call.args.filter((arg) => arg !== undefined);
    const items = sources.map((source) => itemType(source, call.context));
    const wrong = items.indexOf(undefined);
    if (wrong >= 0) return mismatch('an argument is not iterable', wrong);
    const source = sources.map(unliteral);
    const result: NumbaType = { kind: 'iterable', name: 'zip', item: tupleOf(items as NumbaType[]), source };
    return typed(result, { args: source });
  },
  lower: (call) => ({ type: call.result, parts: call.args.flatMap((arg) => arg!.parts) }),
};

const iteration: LibraryFunction = {
  name: 'iter iterable',
  type(call) {
    const type = call.args[0];
    return type?.kind === 'iterable' && type.name === 'zip' ? typed(type.item) : mismatch();
  },
  iterate: (call, lowering, body) => stepThrough(zipCursor(call, lowering), lowering, body),
  cursor: zipCursor,
};

function zipCursor(call: IterationCall, lowering: Lowering): Cursor {
  const cursors = sourcesOf(lowering, call.args[0]!).map((source) => cursorOf(lowering, source));
  return {
    next(exhausted) {
      // zip() of nothing yields nothing.
      if (cursors.length === 0) exhausted();
      return tupleValue(cursors.map((cursor) => cursor.next(exhausted)));
    },
  };
}

export const zipEntries: readonly LibraryFunction[] = [construct, iteration];
