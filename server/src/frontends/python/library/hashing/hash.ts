import type { Lowering, Value } from '../../lower/lowering';
import { float64, int64, type NumbaType, none, uint64 } from '../../types/numbaType';
import { typeName } from '../../types/typeName';
import { unliteral } from '../../types/unliteral';
import type { LibraryFunction, PythonSource } from '../libraryFunction';
import { mismatch, noValue, params, typed } from '../outcome';
import { isInVersion } from '../version';
import { isText } from '../str/text';
import { elementsOf } from '../tuple/elements';
import text from './hash.py?raw';

const source: PythonSource = { name: 'hashing/hash.py', text };

/** `hash(x)` of numbers, strings and tuples of them. */
const hash: LibraryFunction = {
  name: 'builtins.hash',
  params: params('object'),
  type(call) {
    const type = unliteral(call.args[0]!);
    if (isHashable(type)) return typed(int64, { args: [type] });
    // Newer versions compile it, to an error at run time.
    const compiles = isInVersion({ since: '0.57' }, call.context.numba);
    return compiles ? typed(none, { args: [type] }) : mismatch('the type has no hash', 0);
  },
  lower(call, lowering) {
    const [value] = call.args as readonly [Value];
    if (call.result.kind === 'none') {
      const message = `No __hash__ is defined for object of type '${typeName(value.type)}' and a generic hash() cannot be performed as there is no suitable object represention in Numba compiled code!`;
      lowering.raise({ name: 'TypeError', message });
      return noValue;
    }
    if (hasText(value.type)) {
      return lowering.notLowered('hashes of strings differ from run to run');
    }
    return hashOf(lowering, value);
  },
};

/** The same for the library's own tables, with a hash of its own for strings. */
const code: LibraryFunction = {
  name: 'jitsight.hash_code',
  type: (call) => (isHashable(unliteral(call.args[0]!)) ? typed(int64) : mismatch()),
  lower: (call, lowering) => hashOf(lowering, call.args[0]!),
};

export function isHashable(type: NumbaType): boolean {
  switch (type.kind) {
    case 'int':
    case 'float':
    case 'bool':
    case 'complex':
    case 'unicode':
    case 'datetime':
    case 'timedelta':
    case 'charseq':
      return true;
    case 'enumMember':
      return type.integer === true;
    case 'tuple':
      return type.elements.every((element) => isHashable(unliteral(element)));
    default:
      return false;
  }
}

function hasText(type: NumbaType): boolean {
  return isText(type) || (type.kind === 'tuple' && type.elements.some(hasText));
}

function hashOf(lowering: Lowering, value: Value): Value {
  const { type } = value;
  const call = (name: string, ...args: Value[]) => lowering.callPython(source, name, args);
  if (isText(type)) return call('of_text', value);
  switch (type.kind) {
    case 'bool':
      return lowering.cast(value, int64);
    case 'int':
      return type.signed
        ? call('of_int', lowering.cast(value, int64))
        : call('of_unsigned', lowering.cast(value, uint64));
    case 'float':
      return call('of_float', lowering.cast(value, float64));
    case 'complex': {
      const part: NumbaType = { kind: 'float', bits: type.bits === 64 ? 32 : 64 };
      const [re, im] = value.parts.map((expression) =>
        call('of_float', lowering.cast({ type: part, parts: [expression] }, float64)),
      );
      return call('of_complex', re!, im!);
    }
    case 'tuple': {
      const elements = elementsOf(lowering, lowering.hold(value));
      const state = elements.reduce(
        (before, element) => call('add_to_tuple', before, hashOf(lowering, element)),
        call('start_tuple'),
      );
      const length = lowering.constant({ kind: 'int', value: BigInt(elements.length) }, int64);
      return call('end_tuple', state, length);
    }
    case 'enumMember':
      return hashOf(lowering, { type: type.of, parts: value.parts });
    case 'datetime':
    case 'timedelta':
      return { type: int64, parts: value.parts };
    default:
      return lowering.notLowered(`hashes of ${type.kind} are not compiled yet`);
  }
}

export const hashEntries: readonly LibraryFunction[] = [hash, code];
