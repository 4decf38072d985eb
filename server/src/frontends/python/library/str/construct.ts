import type { Lowering, Value } from '../../lower/lowering';
import { int64, type NumbaType, uint64, unicode } from '../../types/numbaType';
import { typeName } from '../../types/typeName';
import { unliteral } from '../../types/unliteral';
import type { LibraryFunction, PythonSource, TypingOutcome } from '../libraryFunction';
import { mismatch, params, typed } from '../outcome';
import { inPython } from '../pythonCode';
import { isInVersion } from '../version';
import { changeSource } from './source';
import numberText from './number.py?raw';
import { isText, textConstant } from './text';

const numberSource: PythonSource = { name: 'str/number.py', text: numberText };

/** `str(x)` of strings, integers and booleans; of all else the newer versions give a placeholder text. */
const conversions = ['builtins.str', 'builtins.repr'].map(
  (name): LibraryFunction => ({
    name,
    since: name === 'builtins.repr' ? '0.57' : undefined,
    params: params('object?'),
    type: (call) => typeText(call.args[0], call.context.numba),
    lower: (call, lowering) => textFor(lowering, call.args[0], call.result),
  }),
);

function typeText(type: NumbaType | undefined, numba: string): TypingOutcome {
  if (!type) {
    return isInVersion({ since: '0.57' }, numba) ? typed(unicode) : mismatch('needs an argument');
  }
  const plain = unliteral(type);
  switch (plain.kind) {
    case 'unicode':
    case 'charseq':
      return typed(unicode, { args: [unicode] });
    case 'int':
      return typed(unicode, { args: [plain.signed ? int64 : uint64] });
    case 'bool':
    case 'datetime':
    case 'timedelta':
      return typed(unicode, { args: [plain] });
  }
  if (!isInVersion({ since: '0.57' }, numba)) return mismatch(`this version has no text for ${plain.kind}`);
  const value = `<object type:${typeName(plain)}>`;
  return typed({ kind: 'literal', literal: 'str', value }, { constant: { kind: 'str', value } });
}

/** A value's text, as `str()` and f-strings make it. */
export function textFor(lowering: Lowering, value: Value | undefined, result: NumbaType): Value {
  if (!value) return textConstant(lowering, '');
  const { type } = value;
  if (isText(type)) return value;
  if (type.kind === 'bool') return lowering.callPython(numberSource, 'of_bool', [value]);
  if (type.kind === 'int') {
    return lowering.callPython(numberSource, type.signed ? 'of_signed' : 'of_unsigned', [value]);
  }
  if (result.kind === 'literal' && result.literal === 'str') return textConstant(lowering, result.value);
  return lowering.notLowered(`the text of ${typeName(type)} is not compiled yet`);
}

/** An f-string: the texts of its pieces, one after the other. Format specifications have no typing. */
const format: LibraryFunction = {
  name: 'builtins.format',
  type(call) {
    const outcomes = call.args.map((arg) => typeText(arg, call.context.numba));
    const wrong = outcomes.findIndex((outcome) => outcome.kind !== 'typed');
    if (wrong >= 0) return outcomes[wrong]!;
    const args = outcomes.map((outcome, i) => {
      const converted = outcome.kind === 'typed' ? outcome.args?.[0] : undefined;
      return converted ?? unliteral(call.args[i]!);
    });
    return typed(unicode, { args });
  },
  lower(call, lowering) {
    const texts = call.args.map((arg) => pieceText(lowering, arg!));
    if (texts.length === 0) return textConstant(lowering, '');
    return texts.reduce((a, b) => lowering.callPython(changeSource, 'concatenate', [a, b]));
  },
};

function pieceText(lowering: Lowering, piece: Value): Value {
  const outcome = typeText(piece.type, lowering.numba);
  return textFor(lowering, piece, outcome.kind === 'typed' ? outcome.result : unicode);
}

const chr: LibraryFunction = {
  name: 'builtins.chr',
  params: params('i'),
  type: (call) =>
    unliteral(call.args[0]!).kind === 'int'
      ? typed(unicode, { args: [int64] })
      : mismatch('needs an integer'),
  lower: inPython(numberSource, 'character'),
};

const ord: LibraryFunction = {
  name: 'builtins.ord',
  params: params('c'),
  type: (call) => (isText(call.args[0]) ? typed(int64, { args: [unicode] }) : mismatch('needs a string')),
  lower: inPython(numberSource, 'code_point'),
};

export const stringConstructors: readonly LibraryFunction[] = [...conversions, format, chr, ord];
