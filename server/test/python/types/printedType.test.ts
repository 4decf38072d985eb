import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { loadGrammar } from '../../../src/frontends/python/parse/grammar';
import { parseArgumentsText } from '../../../src/frontends/python/types/argumentsText';
import { parsePrintedTuple, parsePrintedType } from '../../../src/frontends/python/types/printedType';
import { signatureName, typeName } from '../../../src/frontends/python/types/typeName';

beforeAll(loadGrammar);

const context = { fieldsOf: (name: string) => (name === 'P' ? ['x', 'y'] : undefined) };

/** As printed by Numba 0.56.4 and 0.68.0. */
test.each([
  'array(float64, 2d, C)',
  'array(float64, 0d, C)',
  'readonly array(float64, 1d, C)',
  'unaligned array(Record(a[type=float64;offset=0],b[type=int32;offset=8];12;False), 1d, C)',
  'array(Record(a[type=float64;offset=0],b[type=int32;offset=8];16;True), 1d, C)',
  'array([unichr x 5], 1d, C)',
  'array([char x 3], 1d, C)',
  'array(datetime64[D], 1d, C)',
  'datetime64[]',
  'timedelta64[s]',
  'reflected list(int64)<iv=None>',
  'list(int64)<iv=[1, 2]>',
  'reflected list(reflected list(int64)<iv=None>)<iv=None>',
  'reflected set(int64)',
  'set(int64)',
  'UniTuple(int64 x 2)',
  'UniTuple(int64 x 1)',
  'UniTuple(UniTuple(int64 x 2) x 2)',
  'Tuple(int64, float64)',
  'Tuple()',
  'P(int64 x 2)',
  'P(int64, float64)',
  'ListType[int64]',
  'ListType[array(float64, 1d, A)]',
  'DictType[unicode_type,int64]<iv=None>',
  "DictType[unicode_type,int64]<iv={'a': 1}>",
  'none',
  'bool',
  'unicode_type',
  'readonly bytes(uint8, 1d, C)',
  'float16',
  'complex64',
  'uint8',
  'slice<a:b>',
  'slice<a:b:c>',
  '...',
  'dtype(float64)',
  'class(int32)',
  'OptionalType(float64)',
  'Literal[int](5)',
  'Literal[int](-5)',
  'Literal[str](a (b) c)',
  'Literal[bool](True)',
  'range_state_int64',
  'range_state_uint64',
  'pyobject',
  'undefined',
  'LiteralList((int64, float64))',
])('%s', (text) => {
  const parsed = parsePrintedType(text, context);
  expect('value' in parsed ? typeName(parsed.value) : parsed.reason).toBe(text);
});

test.each([
  ['(array(float64, 1d, C), int64)', '(array(float64, 1d, C), int64)'],
  ["(Array(float64, 2, 'C', False, aligned=True), int64)", '(array(float64, 2d, C), int64)'],
  ["(Array(float64, 1, 'A', True, aligned=False),)", '(unaligned readonly array(float64, 1d, A),)'],
  ["(UniTuple(Array(float64, 1, 'C', False, aligned=True), 2),)", '(UniTuple(array(float64, 1d, C) x 2),)'],
  ['(List(array(float64, 1d, C), False),)', '(list(array(float64, 1d, C))<iv=None>,)'],
  ['(int64,)', '(int64,)'],
  ['()', '()'],
  ['(omitted(default=1), omitted(default=2.5), omitted(default=None))', '(int64, float64, none)'],
  [
    '(StarArgTuple(int64, float64), StarArgUniTuple(int64 x 2))',
    '(Tuple(int64, float64), UniTuple(int64 x 2))',
  ],
])('%s', (text, expected) => {
  const parsed = parsePrintedTuple(text, context);
  expect('value' in parsed ? signatureName(parsed.value) : parsed.reason).toBe(expected);
});

test.each([
  ['(int64', 'the type ends too early'],
  ['(int65,)', 'Jitsight does not know the type int65'],
  ['(int64) -> x', "cannot read a type at '-> x'"],
  ['(array(float64, 2, C),)', 'an array is printed as array(float64, 2d, C): , 2, C),)'],
  ['(Q(int64 x 2),)', 'the fields of the named tuple Q are not known'],
  ['(Function(<built-in function sqrt>),)', 'Jitsight does not read the type Function(...)'],
  [`(${'OptionalType('.repeat(100)}int64`, 'nested too deeply'],
])('%s is refused', (text, reason) => {
  expect(parsePrintedTuple(text)).toMatchObject({ reason });
});

test.each([
  ['(array(float64, 1d, C), int64)', '(array(float64, 1d, C), int64)'],
  ['float64(float64[:], int64)', '(array(float64, 1d, A), int64)'],
  ['(float64[::1], i8)', '(array(float64, 1d, C), int64)'],
  ['(arr(float64, 1d, C),)', 'the fields of the named tuple arr are not known'],
  ['f8(f9)', "'f9' is not a Numba type; did you mean f2?"],
])('%s as arguments', (text, expected) => {
  const parsed = parseArgumentsText(text, '0.68');
  expect('value' in parsed ? signatureName(parsed.value) : parsed.reason).toBe(expected);
});

const recordings = join(import.meta.dirname, '../../../../test-fixtures/conformance');
const recordedSets = readdirSync(recordings).filter((name) => /-\d+\.\d+$/.test(name));

test.each(recordedSets)('every signature recorded in %s that can be read prints back', (set) => {
  const fieldsOf = (name: string) => (name === 'Point' ? ['x', 'y'] : undefined);
  const files = readdirSync(join(recordings, set)).filter((name) => name.endsWith('.json'));
  const signatures = files.flatMap((name): string[] => {
    const { records } = JSON.parse(readFileSync(join(recordings, set, name), 'utf8'));
    return records.map((record: { signature: string }) => record.signature);
  });
  const printed = signatures.map((text) => {
    const parsed = parsePrintedTuple(text, { fieldsOf });
    if ('value' in parsed) return signatureName(parsed.value);
    // Functions, classes and tuples that only the program knows are read by its own context.
    return /^(Jitsight does not (read|know) the type|there is no |the fields of )/.test(parsed.reason)
      ? text
      : parsed.reason;
  });
  expect(printed).toEqual(signatures);
});
