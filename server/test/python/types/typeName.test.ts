import { expect, test } from 'vitest';
import {
  arrayOf,
  boolean,
  float64,
  int32,
  int64,
  literalInt,
  none,
  type NumbaType,
  tupleOf,
  undefinedType,
  unicode,
} from '../../../src/frontends/python/types/numbaType';
import { signatureName, typeName } from '../../../src/frontends/python/types/typeName';

const fields = [
  { name: 'a', type: float64, offset: 0 },
  { name: 'b', type: int32, offset: 8 },
];
const spelled: readonly [NumbaType, string][] = [
  [boolean, 'bool'],
  [none, 'none'],
  [literalInt(5n), 'Literal[int](5)'],
  [{ kind: 'literal', literal: 'bool', value: true }, 'Literal[bool](True)'],
  [{ kind: 'literal', literal: 'str', value: 'abc' }, 'Literal[str](abc)'],
  [unicode, 'unicode_type'],
  [{ kind: 'bytes' }, 'readonly bytes(uint8, 1d, C)'],
  [{ kind: 'charseq', unicode: true, length: 5 }, '[unichr x 5]'],
  [{ kind: 'optional', value: float64 }, 'OptionalType(float64)'],
  [tupleOf([int64, int64]), 'UniTuple(int64 x 2)'],
  [tupleOf([int64, float64]), 'Tuple(int64, float64)'],
  [tupleOf([]), 'Tuple()'],
  [tupleOf([int64]), 'UniTuple(int64 x 1)'],
  [{ kind: 'tuple', elements: [int64, int64], named: { name: 'P', fields: ['x', 'y'] } }, 'P(int64 x 2)'],
  [
    { kind: 'tuple', elements: [int64, float64], named: { name: 'P', fields: ['x', 'y'] } },
    'P(int64, float64)',
  ],
  [{ kind: 'list', element: int64, reflected: true }, 'reflected list(int64)<iv=None>'],
  [{ kind: 'list', element: int64, reflected: false, initial: '[1, 2]' }, 'list(int64)<iv=[1, 2]>'],
  [{ kind: 'list', element: undefinedType, reflected: false }, 'list(undefined)<iv=None>'],
  [{ kind: 'typedList', element: int64 }, 'ListType[int64]'],
  [{ kind: 'typedDict', key: int64, value: float64 }, 'DictType[int64,float64]<iv=None>'],
  [{ kind: 'set', element: int64, reflected: true }, 'reflected set(int64)'],
  [{ kind: 'literalList', elements: [int64, unicode] }, 'LiteralList((int64, unicode_type))'],
  [arrayOf(float64, 2), 'array(float64, 2d, C)'],
  [
    { ...arrayOf(float64, 1, 'A'), readonly: true, aligned: false },
    'unaligned readonly array(float64, 1d, A)',
  ],
  [
    { kind: 'record', fields, size: 12, aligned: false },
    'Record(a[type=float64;offset=0],b[type=int32;offset=8];12;False)',
  ],
  [{ kind: 'timedelta', unit: 'ns' }, 'timedelta64[ns]'],
  [{ kind: 'datetime', unit: '' }, 'datetime64[]'],
  [{ kind: 'range', item: int64 }, 'range_state_int64'],
  [{ kind: 'slice', hasStep: true }, 'slice<a:b:c>'],
  [{ kind: 'dtype', of: float64 }, 'dtype(float64)'],
  [{ kind: 'typeClass', of: float64 }, 'class(float64)'],
  [{ kind: 'exceptionInstance', name: 'ValueError' }, 'ValueError(...)'],
];

test.each(spelled.map(([type, name]) => [name, type] as const))('%s', (name, type) => {
  expect(typeName(type)).toBe(name);
});

test('argument tuples are spelled as Python prints them', () => {
  expect(signatureName([])).toBe('()');
  expect(signatureName([int64])).toBe('(int64,)');
  expect(signatureName([arrayOf(float64, 1), int64])).toBe('(array(float64, 1d, C), int64)');
});
