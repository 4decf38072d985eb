import { ge, i64, lt } from '@jitsight/shared/ir/expressions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import type { Lowering, Value } from '../../lower/lowering';
import { boolean, type NumbaType, none, tupleOf, undefinedType } from '../../types/numbaType';
import { typesEqual } from '../../types/typesEqual';
import { typeName } from '../../types/typeName';
import { unliteral } from '../../types/unliteral';
import { isHashable } from '../hashing/hash';
import { type DictType, isDict, newTable } from '../hashing/storage';
import { type Iterator, iterate, iteratorOf } from '../iteration/dispatch';
import type { LibraryFunction, TypingOutcome } from '../libraryFunction';
import { castsImplicitly } from '../list/rules';
import { namedType } from '../list/construct';
import { mismatch, noValue, params, typed } from '../outcome';
import { inPython } from '../pythonCode';
import { elementsOf } from '../tuple/elements';
import { isInVersion } from '../version';
import { dictSource } from './source';

/** Where the dict is not typed yet, what is stored first types it. */
function storeOutcome(
  dict: NumbaType | undefined,
  key: NumbaType | undefined,
  value: NumbaType | undefined,
  result: (dict: DictType) => NumbaType,
): TypingOutcome {
  if (!isDict(dict) || !key || !value) return mismatch();
  if (dict.key.kind === 'undefined') {
    const type: DictType = { kind: 'typedDict', key: unliteral(key), value: unliteral(value) };
    if (!isHashable(type.key)) return mismatch('the key cannot be hashed', 1);
    if (isForbidden(type.value))
      return mismatch(`no dict holds values of the type ${typeName(type.value)}`, 2);
    return typed(result(type), { args: [type, type.key, type.value], refines: { argument: 0, type } });
  }
  if (!castsImplicitly(key, dict.key)) return mismatch('the key does not convert to the type of the keys', 1);
  if (!castsImplicitly(value, dict.value)) {
    return mismatch('the value does not convert to the type of the values', 2);
  }
  return typed(result(dict), { args: [unliteral(dict), dict.key, dict.value] });
}

/** Numba's dict takes neither containers that are reflected nor None. */
function isForbidden(value: NumbaType): boolean {
  return ['list', 'set', 'none', 'optional'].includes(value.kind);
}

const setItem: LibraryFunction = {
  name: 'operator.setitem',
  type: (call) => storeOutcome(call.args[0], call.args[1], call.args[2], () => none),
  lower(call, lowering) {
    lowering.callPython(dictSource, 'store', call.args as Value[]);
    return noValue;
  },
};

/** Looks a key up: an operation whose first two arguments are the dict and a key of it. */
function keyed(
  type: NumbaType | undefined,
  key: NumbaType | undefined,
  result: (dict: DictType) => NumbaType,
): TypingOutcome {
  if (!isDict(type) || !key) return mismatch();
  if (!castsImplicitly(key, type.key)) return mismatch('the key does not convert to the type of the keys', 1);
  return typed(result(type), { args: [unliteral(type), type.key] });
}

function find(lowering: Lowering, dict: Value, key: Value): Value {
  return lowering.hold(lowering.callPython(dictSource, 'find', [dict, key]));
}

const isFound = (entry: Value): Expression => ge(entry.parts[0]!, i64(0));

function raiseUnlessFound(lowering: Lowering, entry: Value, key: Value): void {
  const namesKey = isInVersion({ since: '0.57' }, lowering.numba) && key.parts.length === 1;
  const error = { name: 'KeyError', message: namesKey ? '{0}' : '' };
  lowering.ir.if(lt(entry.parts[0]!, i64(0)), () => lowering.raise(error, namesKey ? key.parts : []));
}

const getItem: LibraryFunction = {
  name: 'operator.getitem',
  type: (call) => keyed(call.args[0], call.args[1], (dict) => dict.value),
  lower(call, lowering) {
    const [dict, key] = call.args.map((arg) => lowering.hold(arg!)) as [Value, Value];
    const entry = find(lowering, dict, key);
    raiseUnlessFound(lowering, entry, key);
    return lowering.callPython(dictSource, 'value_at', [dict, entry]);
  },
};

const deleteItem: LibraryFunction = {
  name: 'operator.delitem',
  type(call) {
    const [dict, key] = call.args;
    if (isDict(dict) && dict.initial !== undefined) {
      // As for lists: Numba's del does not see past the literal dict that the variable remembers.
      return mismatch('del does not work on a dict that was written with literal items');
    }
    return keyed(dict, key, () => none);
  },
  lower(call, lowering) {
    const [dict, key] = call.args.map((arg) => lowering.hold(arg!)) as [Value, Value];
    const entry = lowering.hold(lowering.callPython(dictSource, 'delete', [dict, key]));
    raiseUnlessFound(lowering, entry, key);
    return noValue;
  },
};

const contains: LibraryFunction = {
  name: 'operator.contains',
  type: (call) => keyed(call.args[0], call.args[1], () => boolean),
  lower: inPython(dictSource, 'contains'),
};

const optional = (value: NumbaType): NumbaType =>
  value.kind === 'optional' ? value : { kind: 'optional', value };

/** `d.get(key)`, `d.get(key, default)`, `d.pop(key)`, `d.pop(key, default)`: optional in Numba, whatever the default. */
const lookups = (['get', 'pop'] as const).map(
  (name): LibraryFunction => ({
    name: `typedDict.${name}`,
    params: params('self key default?'),
    type(call) {
      const [dict, key, fallback] = call.args;
      const outcome = keyed(dict, key, (known) => optional(known.value));
      if (outcome.kind !== 'typed' || !isDict(dict) || !fallback || fallback.kind === 'none') return outcome;
      if (!castsImplicitly(fallback, dict.value)) return mismatch('the default does not convert', 2);
      return { ...outcome, args: [...outcome.args!, dict.value] };
    },
    lower(call, lowering) {
      const { ir } = lowering;
      const [dict, key] = call.args.slice(0, 2).map((arg) => lowering.hold(arg!)) as [Value, Value];
      const entry = lowering.hold(
        lowering.callPython(dictSource, name === 'pop' ? 'delete' : 'find', [dict, key]),
      );
      const fallback = call.args[2];
      const missing: Value = { type: none, parts: [] };
      if (name === 'pop' && !fallback) raiseUnlessFound(lowering, entry, key);
      const initial = lowering.hold(lowering.cast(fallback ?? missing, call.result));
      const result: Value = {
        type: call.result,
        parts: initial.parts.map((part) => ir.local(part.type, 'value')),
      };
      assign(lowering, result, initial);
      ir.if(isFound(entry), () => {
        const value = lowering.callPython(dictSource, 'value_at', [dict, entry]);
        assign(lowering, result, lowering.hold(lowering.cast(value, call.result)));
      });
      return result;
    },
  }),
);

function assign(lowering: Lowering, target: Value, value: Value): void {
  target.parts.forEach((local, i) => {
    if (local.op === 'local') lowering.ir.set(local, value.parts[i]!);
  });
}

const setDefault: LibraryFunction = {
  name: 'typedDict.setdefault',
  params: params('self key default?'),
  type: (call) => storeOutcome(call.args[0], call.args[1], call.args[2], (dict) => dict.value),
  lower: inPython(dictSource, 'set_default'),
};

const method = (name: string, python: string, result: (dict: DictType) => NumbaType): LibraryFunction => ({
  name: `typedDict.${name}`,
  params: params('self'),
  type: (call) => {
    const dict = call.args[0] && unliteral(call.args[0]);
    return isDict(dict) ? typed(result(dict), { args: [dict] }) : mismatch();
  },
  lower: inPython(dictSource, python),
});

const methods = [
  method('popitem', 'pop_last', (dict) => tupleOf([dict.key, dict.value])),
  method('clear', 'clear', () => none),
  method('copy', 'copy', (dict) => dict),
];

const update: LibraryFunction = {
  name: 'typedDict.update',
  params: params('self other'),
  type(call) {
    const [dict, other] = call.args;
    if (!isDict(dict) || !isDict(other)) return mismatch('needs another dict', 1);
    const outcome = storeOutcome(dict, other.key, other.value, () => none);
    return outcome.kind === 'typed' ? { ...outcome, args: [outcome.args![0], unliteral(other)] } : outcome;
  },
  lower: inPython(dictSource, 'update'),
};

const comparisons = (['eq', 'ne'] as const).map(
  (name): LibraryFunction => ({
    name: `operator.${name}`,
    type(call) {
      const [a, b] = call.args;
      if (!isDict(a) || !isDict(b) || !typesEqual(a.key, b.key) || !typesEqual(a.value, b.value)) {
        return mismatch();
      }
      return typed(boolean, { args: [unliteral(a), unliteral(b)] });
    },
    lower: inPython(dictSource, name === 'eq' ? 'is_equal' : 'is_different'),
  }),
);

/** `{k: v}`: the first key and value type it; the rest must convert to them. */
const display: LibraryFunction = {
  name: 'builtins.dict display',
  type(call) {
    const types = call.args as readonly NumbaType[];
    const keys = types.filter((_, i) => i % 2 === 0);
    const values = types.filter((_, i) => i % 2 === 1);
    if (keys.length === 0) return typed(emptyDict);
    if (isHeterogeneous(keys, values)) {
      const items = keys.map((key, i) => ({
        key: key.kind === 'literal' ? String(key.value) : '',
        value: values[i]!,
      }));
      return typed({ kind: 'literalDict', items });
    }
    const key = unliteral(keys[0]!);
    const value = unliteral(values[0]!);
    const fits =
      keys.every((each) => castsImplicitly(each, key)) &&
      values.every((each) => castsImplicitly(each, value));
    if (!fits || !isHashable(key) || isForbidden(value)) {
      return mismatch('the items have no common types that a dict can hold');
    }
    const args = types.map((_, i) => (i % 2 === 0 ? key : value));
    return typed({ kind: 'typedDict', key, value }, { args });
  },
  lower(call, lowering) {
    if (call.result.kind === 'literalDict') {
      return { type: call.result, parts: call.args.flatMap((arg, i) => (i % 2 === 1 ? arg!.parts : [])) };
    }
    const dict = newTable(lowering, unliteral(call.result) as DictType);
    for (let i = 0; i < call.args.length; i += 2) {
      lowering.callPython(dictSource, 'store', [dict, call.args[i]!, call.args[i + 1]!]);
    }
    return dict;
  },
};

const emptyDict: DictType = { kind: 'typedDict', key: undefinedType, value: undefinedType };

// Literal string keys with values of several types make a dict that is known item by item.
function isHeterogeneous(keys: readonly NumbaType[], values: readonly NumbaType[]): boolean {
  if (!keys.every((key) => key.kind === 'literal' && key.literal === 'str')) return false;
  const first = unliteral(values[0]!);
  return !values.every((value) => typesEqual(unliteral(value), first));
}

/** `dict()`, `dict(pairs)`, `numba.typed.Dict()`. */
const construct = (['builtins.dict', 'numba.typed.Dict'] as const).map(
  (name): LibraryFunction => ({
    name,
    params: params('iterable?'),
    type(call) {
      const [iterable] = call.args;
      if (!iterable) return typed(emptyDict);
      if (!isInVersion({ since: '0.57' }, call.context.numba)) return mismatch('this version takes none', 0);
      const iterator = iteratorOf(iterable, call.context);
      const pair = iterator?.item;
      if (pair?.kind !== 'tuple' || pair.elements.length !== 2) return mismatch('needs pairs', 0);
      const [key, value] = pair.elements.map(unliteral) as [NumbaType, NumbaType];
      if (!isHashable(key)) return mismatch('the keys cannot be hashed', 0);
      return typed({ kind: 'typedDict', key, value }, { args: [unliteral(iterable)], data: iterator });
    },
    lower(call, lowering) {
      const [iterable] = call.args;
      const dict = newTable(lowering, call.result as DictType);
      const put = (pair: Value) => {
        lowering.callPython(dictSource, 'store', [dict, ...elementsOf(lowering, pair)]);
      };
      if (iterable) iterate(lowering, iterable, put, call.data as Iterator);
      return dict;
    },
  }),
);

/** `numba.typed.Dict.empty(key_type, value_type)`. */
const empty: LibraryFunction = {
  name: 'numba.typed.Dict.empty',
  params: params('key_type value_type n_keys?'),
  type(call) {
    const [key, value] = call.args.map((arg) => arg && namedType(arg));
    return key && value ? typed({ kind: 'typedDict', key, value }) : mismatch('needs two types');
  },
  lower: (call, lowering) => newTable(lowering, call.result as DictType),
};

export const dictEntries: readonly LibraryFunction[] = [
  setItem,
  getItem,
  deleteItem,
  contains,
  ...lookups,
  setDefault,
  ...methods,
  update,
  ...comparisons,
  display,
  ...construct,
  empty,
];
