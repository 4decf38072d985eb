import type { Lowering, Value } from '../../lower/lowering';
import { arrayOf, boolean, type NumbaType, uint8, unicode } from '../../types/numbaType';
import type { LibraryFunction, LoweringCall, TypingCall, TypingOutcome } from '../libraryFunction';
import { operate } from '../operate';
import { mismatch, typed } from '../outcome';
import { charseqText } from './charseq';
import { stringMethods } from './methods';
import { changeSource } from './source';

// Of the methods of a string, Numba gives those to the elements of an array of strings.
const shared = new Set(
  'isupper upper center endswith find isascii join ljust lstrip rfind rjust rstrip split startswith strip zfill'
    .split(' ')
    .map((name) => `unicode.${name}`),
);

/** Methods of the elements of arrays of strings, which are made strings first; comparisons of arrays' bytes. */
export const charseqEntries: readonly LibraryFunction[] = [
  ...stringMethods.filter(({ name }) => shared.has(name)).map(ofElement),
  ...['eq', 'ne', 'lt', 'le', 'gt', 'ge'].map(compared),
];

function ofElement(method: LibraryFunction): LibraryFunction {
  return {
    ...method,
    name: method.name.replace('unicode', 'charseq'),
    type(call: TypingCall): TypingOutcome {
      const [element] = call.args;
      if (element?.kind !== 'charseq' || !element.unicode) return { kind: 'unknown' };
      const args = call.args.map(asText);
      const outcome = method.type({ ...call, args });
      return outcome.kind === 'typed' ? { ...outcome, args: outcome.args ?? args } : outcome;
    },
  };
}

function asText(type: NumbaType | undefined): NumbaType | undefined {
  return type?.kind === 'charseq' && type.unicode ? unicode : type;
}

function compared(operator: string): LibraryFunction {
  const name = `operator.${operator}`;
  return {
    name,
    type: ({ args: [a, b] }) =>
      holdsBytes(a) && holdsBytes(b) ? typed(boolean, { args: [a, b] }) : mismatch(),
    lower: ({ args }: LoweringCall, lowering) => {
      const texts = args.map((arg) => textOfBytes(lowering, lowering.hold(arg!)));
      return operate(lowering, name, texts);
    },
  };
}

function holdsBytes(type: NumbaType | undefined): type is NumbaType {
  return type?.kind === 'charseq' ? !type.unicode : type?.kind === 'bytes' && type.buffer === undefined;
}

/** Bytes are compared as the characters of the same codes are. */
function textOfBytes(lowering: Lowering, value: Value): Value {
  if (value.type.kind === 'charseq') return charseqText(lowering, value);
  const units: Value = { type: arrayOf(uint8, 1), parts: value.parts };
  return lowering.callPython(changeSource, 'of_units', [units]);
}
