import type { Dict, Expression, List, SetDisplay, Tuple } from '../../parse/ast';
import { convertsSafely } from '../../types/conversion';
import { type NumbaType, tupleOf, undefinedType } from '../../types/numbaType';
import { isFunctionValue, unifyDisplayedFunctions } from '../../types/functionTypes';
import { typesEqual } from '../../types/typesEqual';
import { unify } from '../../types/unify';
import { isPrecise, unliteral } from '../../types/unliteral';
import { isHashable } from '../../library/hashing/hash';
import { expressionArgument } from '../calls/argument';
import { callLibrary } from '../calls/libraryCall';
import { type Inference, report } from '../inference';
import { inferExpression } from './expression';
import { inferSpreadDict, pythonLiteral, spreadTypes } from './starredDisplays';

function elementTypes(inf: Inference, elements: readonly Expression[]): NumbaType[] | undefined {
  const types = elements.map((element) => inferExpression(inf, element));
  return types.every((type) => type !== undefined) ? types : undefined;
}

export function inferTuple(inf: Inference, node: Tuple): NumbaType | undefined {
  if (node.elements.some((element) => element.kind === 'Starred')) return starredTuple(inf, node);
  const types = elementTypes(inf, node.elements);
  if (!types?.every(isPrecise)) return undefined;
  const shared = unifyDisplayedFunctions(types);
  return tupleOf(shared ? types.map(() => shared) : types);
}

/** `(*t, x)` joins tuples. */
function starredTuple(inf: Inference, node: Tuple): NumbaType | undefined {
  const joined: NumbaType[] = [];
  for (const element of node.elements) {
    const part = element.kind === 'Starred' ? element.value : element;
    const type = inferExpression(inf, part);
    if (!type) return undefined;
    if (element.kind !== 'Starred') joined.push(type);
    else if (type.kind === 'tuple') joined.push(...type.elements);
    else {
      return report(inf, 'typing', element, {
        kind: 'unsupported-syntax',
        construct: 'Unpacking something else than a tuple into a tuple',
      });
    }
  }
  // The parts are joined as tuples, each without its literals.
  return tupleOf(joined.map(unliteral));
}

export function inferList(inf: Inference, node: List): NumbaType | undefined {
  if (hasStar(node)) return starredList(inf, node);
  const types = elementTypes(inf, node.elements);
  if (!types) return undefined;
  noteDisplay(inf, node, 'builtins.list display', types);
  if (types.length === 0) return { kind: 'list', element: undefinedType, reflected: false };
  const functions = types.every(isFunctionValue) && !types.every((type) => typesEqual(type, types[0]!));
  const element = functions ? unifyDisplayedFunctions(types) : unify(types);
  if (!element && types.every((type) => type.kind === types[0]!.kind && isReflectable(type))) {
    return report(inf, 'typing', node, { kind: 'cannot-unify', subject: 'the list', types });
  }
  if (!element) return { kind: 'literalList', elements: types };
  const literals = types.every((type) => type.kind === 'literal');
  return {
    kind: 'list',
    element: unliteral(element),
    reflected: false,
    ...(literals && { initial: `[${types.map(pythonLiteral).join(', ')}]` }),
  };
}

const isReflectable = (type: NumbaType): boolean => type.kind === 'list' || type.kind === 'set';

function hasStar(node: List | SetDisplay): boolean {
  return node.elements.some((element) => element.kind === 'Starred');
}

/** Numba makes the list of what stands before the first star, and extends it. */
function starredList(inf: Inference, node: List): NumbaType | undefined {
  const types = spreadTypes(inf, node);
  const element = types && unify(types);
  if (!types) return undefined;
  if (!element) return report(inf, 'typing', node, { kind: 'cannot-unify', subject: 'the list', types });
  const leading = types.slice(
    0,
    node.elements.findIndex((each) => each.kind === 'Starred'),
  );
  const literals = leading.length > 0 && leading.every((type) => type.kind === 'literal');
  return {
    kind: 'list',
    element: unliteral(element),
    reflected: false,
    ...(literals && { initial: `[${leading.map(pythonLiteral).join(', ')}]` }),
  };
}

export function inferSet(inf: Inference, node: SetDisplay): NumbaType | undefined {
  const types = hasStar(node) ? spreadTypes(inf, node) : elementTypes(inf, node.elements);
  if (!types) return undefined;
  const element = unify(types);
  if (!element) {
    return report(inf, 'typing', node, { kind: 'cannot-unify', subject: 'the set', types });
  }
  if (!isHashable(unliteral(element))) {
    return report(inf, 'typing', node, {
      kind: 'unsupported-argument',
      callee: 'set',
      types,
      reason: 'a set holds what can be hashed',
    });
  }
  if (!hasStar(node)) noteDisplay(inf, node, 'builtins.set display', types);
  return { kind: 'set', element: unliteral(element), reflected: false };
}

export function inferDict(inf: Inference, node: Dict): NumbaType | undefined {
  if (node.items.length === 0) return { kind: 'typedDict', key: undefinedType, value: undefinedType };
  if (node.items.some(({ key }) => key === undefined)) {
    return inferSpreadDict(inf, node);
  }
  const items = node.items.map(({ key, value }) => ({
    key: key && inferExpression(inf, key),
    value: inferExpression(inf, value),
  }));
  if (!items.every((item) => item.key && item.value)) return undefined;
  const keys = items.map((item) => item.key!);
  const values = items.map((item) => item.value!);
  noteDisplay(
    inf,
    node,
    'builtins.dict display',
    items.flatMap((item) => [item.key!, item.value!]),
  );
  return isHeterogeneous(keys, values) ? literalDict(keys, values) : typedDict(inf, node, keys, values);
}

// String keys with values that the first one's type does not take make a dict of its own kind.
function isHeterogeneous(keys: readonly NumbaType[], values: readonly NumbaType[]): boolean {
  if (!keys.every((key) => key.kind === 'literal' && key.literal === 'str')) return false;
  const [first] = values;
  if (values.length === 1 && ['literalDict', 'list', 'literalList'].includes(first!.kind)) return true;
  return !values.every((value) => convertsSafely(unliteral(value), unliteral(first!)));
}

function literalDict(keys: readonly NumbaType[], values: readonly NumbaType[]): NumbaType {
  return {
    kind: 'literalDict',
    items: keys.map((key, i) => ({
      key: key.kind === 'literal' ? String(key.value) : '',
      value: values[i]!,
    })),
  };
}

function typedDict(
  inf: Inference,
  node: Dict,
  keys: readonly NumbaType[],
  values: readonly NumbaType[],
): NumbaType | undefined {
  const key = unliteral(keys[0]!);
  const value = unliteral(values[0]!);
  const clash =
    values.find((each) => !convertsSafely(each, value)) ?? keys.find((each) => !convertsSafely(each, key));
  if (clash) {
    const of = values.includes(clash) ? value : key;
    return report(inf, 'typing', node, { kind: 'cannot-unify', subject: 'the dict', types: [of, clash] });
  }
  const initial = initialItems(node, keys, values);
  return { kind: 'typedDict', key, value, ...(initial !== undefined && { initial }) };
}

// Values must all be literals; of the keys those count that come before the first one that is no constant.
function initialItems(
  node: Dict,
  keys: readonly NumbaType[],
  values: readonly NumbaType[],
): string | undefined {
  if (!values.every((value) => value.kind === 'literal')) return undefined;
  const items = new Map<string, string>();
  for (const [i, { key }] of node.items.entries()) {
    const text = keys[i]!.kind === 'literal' ? pythonLiteral(keys[i]!) : key && floatLiteral(key);
    if (text === undefined) break;
    items.set(text, pythonLiteral(values[i]!));
  }
  return `{${[...items].map(([key, value]) => `${key}: ${value}`).join(', ')}}`;
}

function floatLiteral(node: Expression): string | undefined {
  if (node.kind !== 'Constant' || node.value.type !== 'float') return undefined;
  const text = String(node.value.value);
  return /[.e]/.test(text) ? text : `${text}.0`;
}

// The library's entry makes the code; the type follows Numba's own rules for displays.
function noteDisplay(
  inf: Inference,
  node: List | SetDisplay | Dict,
  name: string,
  types: readonly NumbaType[],
): void {
  const parts: Expression[] =
    node.kind === 'Dict'
      ? node.items.flatMap(({ key, value }) => (key ? [key, value] : [value]))
      : [...node.elements];
  const outcome = callLibrary(
    inf,
    name,
    parts.map((part, i) => expressionArgument(part, types[i]!)),
  );
  if (outcome.kind === 'typed') inf.round.resolutions.set(node, outcome.resolution);
}
