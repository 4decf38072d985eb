import { add, convert, i64, mul, select, wrapIndex, gt } from '@jitsight/shared/ir/expressions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import type { Lowering, Value } from '../../lower/lowering';
import { int64, unicode } from '../../types/numbaType';
import { unliteral } from '../../types/unliteral';
import { indexedIteration } from '../iteration/indexed';
import { runOf } from '../array/slices';
import type { LibraryFunction } from '../libraryFunction';
import { mismatch, typed } from '../outcome';
import { changeSource } from './source';
import { isText, textLength } from './text';

/** `s[i]`: a string of one character, over the same memory. */
const character: LibraryFunction = {
  name: 'operator.getitem',
  type(call) {
    const [text, index] = call.args;
    if (!isText(text) || !index) return mismatch();
    if (unliteral(index).kind !== 'int') return mismatch('a string index must be an integer or a slice', 1);
    return typed(unicode, { args: [unicode, int64] });
  },
  lower(call, lowering) {
    const text = lowering.hold(call.args[0]!);
    const length = textLength(text);
    const wrapped = wrapIndex(lowering.ir.hold(call.args[1]!.parts[0]!, 'index'), length);
    const error = { name: 'IndexError', message: 'string index out of range' };
    return characterAt(lowering, text, lowering.ir.checkIndex(wrapped, length, error, false));
  },
};

/** `s[a:b]` shares the memory; `s[a:b:c]` is a new string. */
const slice: LibraryFunction = {
  name: 'operator.getitem',
  type(call) {
    const [text, index] = call.args;
    if (!isText(text) || index?.kind !== 'slice') return mismatch();
    return typed(unicode, { args: [unicode, index] });
  },
  lower(call, lowering) {
    const [given, index] = call.args as readonly [Value, Value];
    const text = lowering.hold(given);
    const { start, step, length } = runOf(lowering, index, textLength(text));
    if (index.type.kind === 'slice' && index.type.hasStep) {
      const parts = [start, step, length].map((part): Value => ({ type: int64, parts: [part] }));
      return lowering.callPython(changeSource, 'strided', [text, ...parts]);
    }
    return part(text, select(gt(length, i64(0)), start, i64(0)), length);
  },
};

/** The character at a position that is in range. */
function characterAt(_: Lowering, text: Value, index: Expression): Value {
  return part(text, index, i64(1));
}

function part(text: Value, start: Expression, length: Expression): Value {
  const [meminfo, data] = text.parts as readonly [Expression, Expression];
  return {
    type: unicode,
    parts: [meminfo, add(data, convert(mul(start, i64(4)), 'ptr')), length],
  };
}

export const stringIteration = indexedIteration({
  kind: 'unicode',
  item: () => unicode,
  length: (_, text) => textLength(text),
  at: characterAt,
});

export const stringItemEntries: readonly LibraryFunction[] = [character, slice, stringIteration];
