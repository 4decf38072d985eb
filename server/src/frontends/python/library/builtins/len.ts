import { i64 } from '@jitsight/shared/ir/expressions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import type { Lowering, Value } from '../../lower/lowering';
import { int64, literalInt, type NumbaType, unicode } from '../../types/numbaType';
import { isDict, tableLength } from '../hashing/storage';
import type { LibraryFunction, TypingOutcome } from '../libraryFunction';
import { listLength } from '../list/storage';
import { mismatch, params, typed } from '../outcome';
import { rangeLength } from './range';

/** `len(x)`; of a tuple it is known when compiling, of a range it has the type of the items. */
export const len: LibraryFunction = {
  name: 'builtins.len',
  params: params('obj'),
  type: (call) => typeLength(call.args[0]!),
  lower: ({ args: [value], result }, lowering) => {
    const counted: Value = { type: int64, parts: [length(lowering, value!)] };
    return value!.type.kind === 'range' ? lowering.cast(counted, result) : counted;
  },
};

function typeLength(type: NumbaType): TypingOutcome {
  switch (type.kind) {
    case 'tuple':
    case 'literalList':
      return constantLength(type.elements.length);
    case 'literalDict':
      return constantLength(type.items.length);
    case 'array':
      return type.ndim === 0 ? mismatch('a 0-d array has no length') : typed(int64);
    case 'literal':
      return type.literal === 'str' ? typed(int64) : mismatch();
    case 'list':
    case 'typedList':
    case 'set':
    case 'typedDict':
    case 'unicode':
    case 'charseq':
    case 'bytes':
      return typed(int64);
    case 'range':
      return typed(type.item);
    case 'iterable':
      return isDict(type.source[0]) ? typed(int64) : mismatch();
    default:
      return mismatch();
  }
}

function constantLength(count: number): TypingOutcome {
  const value = BigInt(count);
  return typed(literalInt(value), { constant: { kind: 'int', value } });
}

/** Number of items of anything that has a length, i64. */
export function length(lowering: Lowering, value: Value): Expression {
  const { type } = value;
  switch (type.kind) {
    case 'tuple':
    case 'literalList':
      return i64(type.elements.length);
    case 'literalDict':
      return i64(type.items.length);
    case 'array':
      return lowering.arrayShape(value)[0]!;
    case 'bytes':
      return value.parts[2]!;
    case 'charseq':
      return lowering.cast(value, unicode).parts[2]!;
    case 'list':
    case 'typedList':
      return listLength(value);
    case 'unicode':
    case 'literal':
      return value.parts[2]!;
    case 'range':
      return rangeLength(lowering, value);
    case 'set':
    case 'typedDict':
    case 'iterable':
      return tableLength(value);
    default:
      return lowering.notLowered(`len() of ${type.kind} is not compiled yet`);
  }
}
