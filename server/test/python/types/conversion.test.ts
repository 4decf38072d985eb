import { describe, expect, test } from 'vitest';
import { conversion } from '../../../src/frontends/python/types/conversion';
import {
  arrayOf,
  boolean,
  float64,
  int64,
  literalInt,
  none,
  type NumbaType,
  tupleOf,
  uint8,
  undefinedType,
  unicode,
} from '../../../src/frontends/python/types/numbaType';
import { typeName } from '../../../src/frontends/python/types/typeName';
import { numberConversions, numbers } from './numbers';

const letters = { exact: '=', promote: 'p', safe: 's', unsafe: 'u' } as const;
const optional = (value: NumbaType): NumbaType => ({ kind: 'optional', value });
const literalTrue: NumbaType = { kind: 'literal', literal: 'bool', value: true };
const text = (value: string): NumbaType => ({ kind: 'literal', literal: 'str', value });
const c = arrayOf(int64, 1);

describe('conversions between numbers', () => {
  test.each(numbers.map((from) => [typeName(from), from] as const))('from %s', (name, from) => {
    const row = numbers.map((to) => {
      const found = conversion(from, to);
      return found ? letters[found] : '-';
    });
    expect(row.join('')).toBe(numberConversions[name]);
  });
});

describe('other conversions', () => {
  const cases: readonly [NumbaType, NumbaType, string | undefined][] = [
    [literalInt(1n), literalInt(2n), undefined],
    [literalInt(1n), float64, 'safe'],
    [literalInt(1n), int64, 'promote'],
    [literalInt(1n), uint8, 'unsafe'],
    [literalTrue, int64, 'safe'],
    [literalTrue, boolean, 'promote'],
    [text('a'), unicode, 'safe'],
    [optional(int64), float64, 'safe'],
    [float64, optional(int64), 'unsafe'],
    [int64, optional(int64), 'promote'],
    [none, optional(int64), 'promote'],
    [optional(int64), int64, 'safe'],
    [optional(int64), none, undefined],
    [tupleOf([]), tupleOf([]), 'exact'],
    [tupleOf([int64, int64]), tupleOf([int64, float64]), 'safe'],
    [tupleOf([int64, float64]), tupleOf([int64, int64]), 'unsafe'],
    [tupleOf([literalInt(1n), literalInt(2n)]), tupleOf([int64, int64]), 'promote'],
    [c, arrayOf(int64, 1, 'A'), 'safe'],
    [c, arrayOf(int64, 1, 'F'), undefined],
    [arrayOf(int64, 1, 'A'), c, undefined],
    [c, { ...c, readonly: true }, 'safe'],
    [{ ...c, readonly: true }, c, undefined],
    [c, { ...c, aligned: false }, 'safe'],
    [c, arrayOf(float64, 1), undefined],
    [c, arrayOf(int64, 2), undefined],
    [undefinedType, int64, 'promote'],
    [int64, unicode, undefined],
  ];
  test.each(cases.map(([from, to, found]) => [typeName(from), typeName(to), found, from, to] as const))(
    '%s to %s: %s',
    (_from, _to, expected, from, to) => {
      expect(conversion(from, to)).toBe(expected);
    },
  );
});
