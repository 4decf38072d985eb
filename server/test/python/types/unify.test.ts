import { describe, expect, test } from 'vitest';
import {
  arrayOf,
  boolean,
  float64,
  int64,
  literalInt,
  none,
  type NumbaType,
  tupleOf,
  uint64,
  undefinedType,
  unicode,
} from '../../../src/frontends/python/types/numbaType';
import { typeName } from '../../../src/frontends/python/types/typeName';
import { unify, unifyPair } from '../../../src/frontends/python/types/unify';
import { numbers, numberUnifications } from './numbers';

const optional = (value: NumbaType): NumbaType => ({ kind: 'optional', value });
const list = (element: NumbaType, reflected = false, initial?: string): NumbaType => ({
  kind: 'list',
  element,
  reflected,
  ...(initial && { initial }),
});
const text = (value: string): NumbaType => ({ kind: 'literal', literal: 'str', value });
const c = arrayOf(int64, 1);

describe('unification of numbers', () => {
  test.each(numbers.map((first) => [typeName(first), first] as const))('%s', (name, first) => {
    const row = numbers.map((second) =>
      numbers.findIndex((n) => typeName(n) === typeName(unifyPair(first, second)!)),
    );
    expect(row.join(' ')).toBe(numberUnifications[name]);
  });
});

describe('other unifications', () => {
  const cases: readonly [NumbaType, NumbaType, string | undefined][] = [
    [literalInt(1n), literalInt(2n), 'int64'],
    [literalInt(1n), uint64, 'float64'],
    [literalInt(2n), boolean, 'int64'],
    [text('a'), text('b'), 'unicode_type'],
    [none, literalInt(1n), 'OptionalType(int64)'],
    [none, none, 'none'],
    [optional(int64), none, 'OptionalType(int64)'],
    [optional(int64), float64, 'OptionalType(float64)'],
    [tupleOf([int64, int64]), tupleOf([int64, float64]), 'Tuple(int64, float64)'],
    [tupleOf([int64, none]), tupleOf([int64, int64]), 'Tuple(int64, OptionalType(int64))'],
    [tupleOf([none, none]), tupleOf([int64, int64]), 'UniTuple(OptionalType(int64) x 2)'],
    [tupleOf([int64, int64]), tupleOf([int64, int64, int64]), undefined],
    [
      tupleOf([literalInt(1n), literalInt(2n)]),
      tupleOf([literalInt(3n), literalInt(2n)]),
      'Tuple(int64, Literal[int](2))',
    ],
    // Numba unifies these in its typing and fails when it makes the code.
    [list(int64), list(float64), undefined],
    [list(int64), list(int64, true), 'reflected list(int64)<iv=None>'],
    [list(int64), list(undefinedType), 'list(int64)<iv=None>'],
    [list(int64, false, '[1]'), list(int64, false, '[2]'), 'list(int64)<iv=[1]>'],
    [list(int64, false, '[1]'), list(int64), 'list(int64)<iv=None>'],
    [c, arrayOf(int64, 1, 'F'), 'array(int64, 1d, A)'],
    [c, { ...c, readonly: true }, 'readonly array(int64, 1d, C)'],
    [c, { ...c, aligned: false }, 'unaligned array(int64, 1d, C)'],
    [c, arrayOf(float64, 1), undefined],
    [arrayOf(undefinedType, 1), c, 'array(int64, 1d, C)'],
    [c, none, 'OptionalType(array(int64, 1d, C))'],
    [
      { kind: 'typedDict', key: int64, value: int64 },
      { kind: 'typedDict', key: undefinedType, value: undefinedType },
      'DictType[int64,int64]<iv=None>',
    ],
    [{ kind: 'typedList', element: int64 }, { kind: 'typedList', element: float64 }, undefined],
    [undefinedType, int64, 'int64'],
    [int64, unicode, undefined],
  ];
  test.each(cases.map(([a, b, name]) => [typeName(a), typeName(b), name, a, b] as const))(
    '%s with %s: %s',
    (_a, _b, expected, a, b) => {
      const unified = unifyPair(a, b);
      expect(unified && typeName(unified)).toBe(expected);
    },
  );

  test('several types unify in order of bit width', () => {
    expect(typeName(unify([float64, none, int64])!)).toBe('OptionalType(float64)');
    expect(unify([int64, unicode, none])).toBeUndefined();
  });
});
