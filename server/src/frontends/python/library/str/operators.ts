import { eq, i64 } from '@jitsight/shared/ir/expressions';
import type { Value } from '../../lower/lowering';
import { boolean, int64, type NumbaType, unicode } from '../../types/numbaType';
import { unliteral } from '../../types/unliteral';
import type { LibraryFunction, PythonSource, TypingOutcome } from '../libraryFunction';
import { mismatch, typed } from '../outcome';
import { inPython } from '../pythonCode';
import { comparisonNames, compareSequences } from '../sequenceComparison';
import compareText from './compare.py?raw';
import { changeSource } from './source';
import searchText from './search.py?raw';
import { isText, textLength } from './text';

const compareSource: PythonSource = { name: 'str/compare.py', text: compareText };
export const searchSource: PythonSource = { name: 'str/search.py', text: searchText };

/** A string, or an element of an array of them: those are made strings first. */
function isTextLike(type: NumbaType | undefined): boolean {
  return isText(type) || (type?.kind === 'charseq' && type.unicode);
}

const twoTexts = (call: { readonly args: readonly (NumbaType | undefined)[] }): boolean =>
  isTextLike(call.args[0]) && isTextLike(call.args[1]);

const both = { args: [unicode, unicode] };

const concatenations = ['operator.add', 'operator.iadd'].map(
  (name): LibraryFunction => ({
    name,
    type: (call) => (twoTexts(call) ? typed(unicode, both) : mismatch()),
    lower: inPython(changeSource, 'concatenate'),
  }),
);

/** `s * n`: optional, since Numba's code may return None by its types. */
const repeat: LibraryFunction = {
  name: 'operator.mul',
  type(call) {
    const [a, b] = call.args;
    const [text, times] = isText(a) ? [a, b] : [b, a];
    if (!isText(text) || !times || unliteral(times).kind !== 'int') return mismatch();
    const repeated = literalProduct(text, times);
    if (repeated) return repeated;
    const result: NumbaType = { kind: 'optional', value: unicode };
    return typed(result, { args: isText(a) ? [unicode, int64] : [int64, unicode] });
  },
  lower: inPython(changeSource, 'repeat', (call) => {
    const [a, b] = call.args as readonly [Value, Value];
    return isText(a.type) ? [a, b] : [b, a];
  }),
};

function literalProduct(text: NumbaType | undefined, times: NumbaType): TypingOutcome | undefined {
  if (text?.kind !== 'literal' || text.literal !== 'str') return undefined;
  if (times.kind !== 'literal' || times.literal !== 'int') return undefined;
  if (times.value * BigInt(text.value.length) > 65536n) return undefined;
  const value = times.value > 0n ? text.value.repeat(Number(times.value)) : '';
  return typed({ kind: 'literal', literal: 'str', value }, { constant: { kind: 'str', value } });
}

const contains: LibraryFunction = {
  name: 'operator.contains',
  type: (call) => (twoTexts(call) ? typed(boolean, both) : mismatch()),
  lower: inPython(searchSource, 'contains'),
};

/** `not s`: of all containers only strings have it. */
const negation: LibraryFunction = {
  name: 'operator.not_',
  type: (call) => (isText(call.args[0]) ? typed(boolean, { args: [unicode] }) : mismatch()),
  lower: (call) => ({ type: boolean, parts: [eq(textLength(call.args[0]!), i64(0))] }),
};

const compare = comparisonNames.map(
  (name): LibraryFunction => ({
    name: `operator.${name}`,
    type(call) {
      if (twoTexts(call)) return typed(boolean, both);
      const isEquality = name === 'eq' || name === 'ne';
      return isEquality ? differentKinds(name, call.args) : mismatch();
    },
    lower(call, lowering) {
      const [a, b] = call.args as readonly [Value, Value];
      return compareSequences(compareSource, name, [a, b], lowering);
    },
  }),
);

// A string is never equal to what is no string: known when compiling.
function differentKinds(name: string, args: readonly (NumbaType | undefined)[]): TypingOutcome {
  const text = args.findIndex(isText);
  const other = args[1 - text];
  if (text < 0 || !other || ['charseq', 'bytes', 'optional', 'array'].includes(other.kind)) return mismatch();
  const value = name === 'ne';
  return typed({ kind: 'literal', literal: 'bool', value }, { constant: { kind: 'bool', value } });
}

export const stringOperators: readonly LibraryFunction[] = [
  ...concatenations,
  repeat,
  negation,
  contains,
  ...compare,
];
