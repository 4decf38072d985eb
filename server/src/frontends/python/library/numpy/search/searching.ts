import type { Lowering, Value } from '../../../lower/lowering';
import { arrayOf, boolean, int64, type NumbaType } from '../../../types/numbaType';
import { unliteral } from '../../../types/unliteral';
import { arrayType } from '../../array/parts';
import type {
  LibraryFunction,
  LoweringCall,
  PythonSource,
  TypingCall,
  TypingOutcome,
} from '../../libraryFunction';
import { resultOf } from '../../operate';
import { mismatch, params, typed } from '../../outcome';
import { uniformElement } from '../../tuple/elements';
import { isInVersion } from '../../version';
import { arrayTypeOf, asArray } from '../arrayLike';
import { asLine, inShape } from '../flatView';
import text from './search.py?raw';

export const searchSource: PythonSource = { name: 'numpy/search/search.py', text };

/** From here on NaNs and complex numbers are searched for as they are sorted. */
const sortedNans = { since: '0.58' };

const left = { kind: 'str', value: 'left' } as const;

const searchsorted: LibraryFunction = {
  name: 'numpy.searchsorted',
  params: params('a v side', { side: left }),
  type(call) {
    const [, , side] = call.args;
    const isSide = side?.kind === 'literal' && (side.value === 'left' || side.value === 'right');
    if (!isSide) return mismatch("side must be a constant: 'left' or 'right'", 2);
    return typeSearch(call, { data: side.value });
  },
  lower(call, lowering) {
    const isNew = isInVersion(sortedNans, lowering.numba);
    return lowerSearch(call, lowering, `${isNew ? '' : 'old_'}${call.data}_position`, 's', (keys) => [
      call.args[0]!,
      keys,
    ]);
  },
};

/** `np.digitize(x, bins, right=False)`: bins that rise or fall. */
const digitize: LibraryFunction = {
  name: 'numpy.digitize',
  params: params('x bins right', { right: { kind: 'bool', value: false } }),
  type(call) {
    const [x, bins, right] = call.args;
    if (!['bool', 'int'].includes(unliteral(right!).kind)) return mismatch('right must be a boolean', 2);
    const outcome = typeSearch({ ...call, args: [bins, x] }, {});
    if (outcome.kind !== 'typed') return outcome;
    if (containerElement(unliteral(x!))?.kind === 'complex') return mismatch('x may not be complex', 0);
    return { ...outcome, args: [unliteral(x!), unliteral(bins!), boolean] };
  },
  lower(call, lowering) {
    const [x, bins, right] = call.args as readonly [Value, Value, Value];
    const name = isInVersion(sortedNans, lowering.numba) ? 'digitize' : 'old_digitize';
    const isOne = call.result.kind === 'int';
    const swapped: LoweringCall = { ...call, args: [bins, x] };
    return lowerSearch(swapped, lowering, isOne ? `${name}_one` : name, '', (keys) => [keys, bins, right]);
  },
};

function typeSearch({ args, context }: TypingCall, more: { readonly data?: unknown }): TypingOutcome {
  const [a, v] = args.slice(0, 2).map((arg) => unliteral(arg!)) as [NumbaType, NumbaType];
  const element = a.kind === 'array' && a.ndim !== 1 ? undefined : containerElement(a);
  if (!element) return mismatch('needs a sorted array of one dimension');
  const key = containerElement(v) ?? v;
  const name = isInVersion(sortedNans, context.numba) ? 'jitsight.before' : 'operator.lt';
  if (!isOrdered(element) || !isOrdered(key) || !resultOf(name, [element, key], context)) {
    return mismatch('what is searched for does not compare with the elements');
  }
  // Only complex128 is told apart when Numba compares.
  const parts = [element, key].flatMap((type) => (type.kind === 'complex' ? [type.bits] : []));
  if (parts.length > 0 && !parts.includes(128)) return mismatch('complex64 numbers have no order');
  if (key === v) return typed(int64, { args: [a, v], ...more });
  const keys = arrayTypeOf(v, context);
  return keys ? typed(arrayOf(int64, keys.ndim), { args: [a, v], ...more }) : mismatch('needs numbers');
}

const isOrdered = (type: NumbaType): boolean =>
  ['bool', 'int', 'float', 'complex', 'datetime', 'timedelta'].includes(type.kind);

function containerElement(type: NumbaType): NumbaType | undefined {
  if (type.kind === 'array') return type.dtype;
  if (type.kind === 'list' || type.kind === 'typedList') return type.element;
  return type.kind === 'tuple' ? uniformElement(type) : undefined;
}

function lowerSearch(
  call: LoweringCall,
  lowering: Lowering,
  name: string,
  plural: string,
  argsOf: (keys: Value) => readonly Value[],
): Value {
  const v = call.args[1]!;
  if (['datetime', 'timedelta'].includes((containerElement(v.type) ?? v.type).kind)) {
    return lowering.notLowered('searching sorted dates is not compiled yet');
  }
  if (call.result.kind !== 'array') return lowering.callPython(searchSource, name, argsOf(v));
  const keys = lowering.hold(asArray(lowering, v));
  const found = lowering.callPython(searchSource, `${name}${plural}`, argsOf(asLine(lowering, keys)));
  if (arrayType(call.result).ndim === 1) return found;
  return inShape(lowering, lowering.hold(found), lowering.arrayShape(keys));
}

export const searchingEntries: readonly LibraryFunction[] = [searchsorted, digitize];
