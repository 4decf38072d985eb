import { describe, expect, test } from 'vitest';
import { ArgsError } from '../../../src/execution/encoding/argsError';
import { decodeArguments } from '../../../src/execution/encoding/argsFile';
import { encodeValue } from '../../../src/execution/encoding/encode';
import { formatHexFloat, parseFloatText } from '../../../src/execution/encoding/hexFloat';
import { signatureOf } from '../../../src/execution/encoding/typeOf';

const array = (dtype: string, shape: number[], data: ArrayBufferView, rest: object = {}) => ({
  t: 'array',
  dtype,
  shape,
  order: 'C',
  data: Buffer.from(data.buffer).toString('base64'),
  ...rest,
});

const pcg64 = {
  bit_generator: 'PCG64',
  state: { state: '208745520555909116978795849195383758904', inc: '261136684632268670825940853076396136793' },
  has_uint32: '1',
  uinteger: '4000000000',
};

const philox = {
  bit_generator: 'Philox',
  state: { counter: ['1', '0', '0', '0'], key: ['18446744073709551615', '7'] },
  buffer: ['1', '2', '3', '4'],
  buffer_pos: '4',
  has_uint32: '0',
  uinteger: '0',
};

const twister = {
  bit_generator: 'MT19937',
  state: { pos: '624', key: Array.from({ length: 624 }, (_, i) => String(i)) },
};

function signature(json: unknown): string {
  return signatureOf(decodeArguments(JSON.stringify(json)));
}

function failure(text: string): ArgsError {
  try {
    decodeArguments(text);
  } catch (error) {
    if (error instanceof ArgsError) return error;
    throw error;
  }
  throw new Error('no error');
}

describe('hexadecimal floats', () => {
  test.each([
    ['0x1.8p+0', 1.5],
    ['-0x1.921fb54442d18p+1', -Math.PI],
    ['0x0.0000000000001p-1022', Number.MIN_VALUE],
    ['0x1.fffffffffffffp+1023', Number.MAX_VALUE],
    ['0x1p-1074', Number.MIN_VALUE],
    ['-0x0.0p+0', -0],
    ['inf', Number.POSITIVE_INFINITY],
    ['-inf', Number.NEGATIVE_INFINITY],
    ['1e3', 1000],
    ['nan', Number.NaN],
  ])('%s is %s', (text, value) => expect(parseFloatText(text)).toBe(value));

  test('Python spelling survives the round trip', () => {
    for (const text of ['0x1.8000000000000p+0', '-0x0.0p+0', '0x0.0000000000001p-1022', 'nan', '-inf']) {
      expect(formatHexFloat(parseFloatText(text)!)).toBe(text);
    }
  });

  test('other text is none', () => expect(parseFloatText('one')).toBeUndefined());
});

describe('signatures are spelled as numba.typeof does', () => {
  test.each([
    ['()', []],
    ['(int64,)', [3]],
    ['(float64, bool, none, unicode_type)', [{ t: 'float64', v: 'nan' }, true, null, 'x']],
    ['(reflected list(int64)<iv=None>,)', [[1, 2, 3]]],
    ['(UniTuple(int64 x 2), Tuple(int64, float64))', [tuple(1, 2), tuple(1, { t: 'float64', v: '0x1p+0' })]],
    ['(P(int64 x 2),)', [{ ...tuple(1, 2), name: 'P', fields: ['x', 'y'] }]],
    ['(array(float64, 2d, C), int64)', [array('float64', [1, 2], new Float64Array(2)), 4]],
    [
      '(readonly array(int32, 1d, F),)',
      [array('int32', [2], new Int32Array(2), { order: 'F', readonly: true })],
    ],
    [
      '(array(datetime64[D], 1d, A),)',
      [array('datetime64[D]', [1], new BigInt64Array(1), { order: 'A', strides: [16] })],
    ],
    [
      '(datetime64[D], timedelta64[])',
      [
        { t: 'datetime64[D]', v: 'NaT' },
        { t: 'timedelta64', v: '3' },
      ],
    ],
    ['(uint64, pyobject)', [{ t: 'int64', v: String(2n ** 63n) }, []]],
    [
      '(reflected set(int64), ListType[float32])',
      [
        { t: 'set', v: [1] },
        { t: 'typed.List', v: [{ t: 'float32', v: '0x1p+0' }] },
      ],
    ],
    ['(NumPyRandomGeneratorType, int64)', [{ t: 'Generator', v: pcg64 }, 3]],
    ['(DictType[unicode_type,int64]<iv=None>,)', [{ t: 'typed.Dict', v: [['a', 1]] }]],
  ])('%s', (expected, json) => expect(signature(json)).toBe(expected));

  test('1 is an int and 1.0 a float in plain JSON', () => {
    expect(signatureOf(decodeArguments('[1, 1.0, 1e3]'))).toBe('(int64, float64, float64)');
  });
});

describe('a bad ARGS.json is told where and what to do', () => {
  test.each([
    ['{"a": 1}', '$', 'not an array'],
    ['[1, {"t":"float46","v":"0x1p+0"}]', '$[1]', 'unknown type "float46"'],
    ['[NaN]', 'line 1, column 2', 'NaN is not JSON'],
    ['["NaN", Infinity]', 'line 1, column 9', 'Infinity is not JSON'],
    ['[1,\n 2,,]', 'line 2, column 4', 'not JSON'],
    ['[{"t":"int8","v":"300"}]', '$[0].v', '300 does not fit int8'],
    ['[{"t":"int64","v":"1.5"}]', '$[0].v', 'not an integer'],
    ['[{"t":"tuple","v":[1,{"t":"bool","v":1}]}]', '$[0].v[1].v', 'not a bool'],
    ['[{"t":"Generator","v":{"bit_generator":"LCG"}}]', '$[0].v', 'unknown bit generator LCG'],
    [
      '[{"t":"Generator","v":{"bit_generator":"SFC64","has_uint32":"0","uinteger":"0"}}]',
      '$[0].v.state.state',
      'not the state',
    ],
    ['[{"v":1}]', '$[0]', 'without "t"'],
    [
      '[{"t":"array","dtype":"float64","shape":[3],"order":"C","data":"AAAA"}]',
      '$[0].data',
      '3 bytes for 3 float64',
    ],
    [
      '[{"t":"array","dtype":"float64","shape":[1000000000000],"order":"C","data":""}]',
      '$[0].shape',
      '7,450 GiB',
    ],
    ['[{"t":"array","dtype":"float64","shape":[-1],"order":"C","data":""}]', '$[0].shape', 'no shape'],
    ['[{"t":"array","dtype":"float64","shape":[1],"order":"K","data":""}]', '$[0].order', 'no layout'],
    ['[{"t":"array","dtype":"int8","shape":[1],"order":"C","data":"***"}]', '$[0].data', 'not base64'],
    [
      '[{"t":"array","dtype":"int8","shape":[1],"order":"A","data":"AA=="}]',
      '$[0].strides',
      'not one stride per axis',
    ],
  ])('%s', (text, path, problem) => {
    const error = failure(text);
    expect(error.path).toBe(path);
    expect(error.problem).toContain(problem);
    expect(error.advice).not.toBe('');
  });
});

test('encoding gives back what was decoded', () => {
  const values = [
    { t: 'int64', v: '-5' },
    { t: 'complex128', v: ['0x1.0000000000000p+0', 'nan'] },
    { t: 'tuple', v: [{ t: 'int64', v: '1' }], name: 'P', fields: ['x'] },
    { t: 'datetime64[D]', v: '18262' },
    array('int64', [2], new BigInt64Array([1n, -1n])),
    ...[pcg64, philox, twister].map((v) => ({ t: 'Generator', v })),
    { t: 'function', v: 'f' },
  ];
  expect(decodeArguments(JSON.stringify(values)).map((value) => encodeValue(value))).toEqual(values);
});

function tuple(...v: unknown[]) {
  return { t: 'tuple', v };
}
