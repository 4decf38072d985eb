import { describe, expect, it } from 'vitest';
import { hasPython } from '../support/oracle';
import { differences, type FunctionCalls } from '../support/samePython';
import source from './programs/language.py?raw';

const vector = 'array(float64, 1d, C)';
const matrix = 'array(float64, 2d, C)';
const integers = 'array(int64, 1d, C)';

const calls: readonly FunctionCalls[] = [
  { function: 'frozen_arrays', signature: '(int64,)', args: ['0', '7'] },
  { function: 'frozen_in_callee', signature: '(int64,)', args: ['5'] },
  {
    function: 'optional_array',
    signature: `(${vector}, int64)`,
    args: ['np.arange(5.0), 5', 'np.arange(5.0), 2'],
  },
  {
    function: 'uses_optional',
    signature: `(${integers}, int64)`,
    args: ['np.arange(5), 3', 'np.arange(5), 9'],
  },
  { function: 'catches_callee', signature: '(int64,)', args: ['0', '4'] },
  { function: 'nested_try', signature: '(int64,)', args: ['0', '1', '2', '3'] },
  { function: 'tuple_of_arrays', signature: `(${vector},)`, args: ['np.arange(1.0, 5.0)'] },
  { function: 'unpack_array', signature: `(${integers},)`, args: ['np.arange(3)'] },
  { function: 'list_of_lists', signature: '(int64,)', args: ['0', '6'] },
  { function: 'list_of_arrays', signature: '(int64,)', args: ['1', '5'] },
  { function: 'list_of_tuples', signature: '(int64,)', args: ['0', '5'] },
  { function: 'mutates_captured', signature: '(int64,)', args: ['4'] },
  { function: 'slices', signature: `(${integers},)`, args: ['np.arange(8)', 'np.arange(4)'] },
  { function: 'matrix_views', signature: `(${matrix},)`, args: ['np.arange(12.0).reshape(3, 4)'] },
  { function: 'in_place', signature: `(${vector}, ${vector})`, args: ['np.arange(3.0), np.ones(3)'] },
  { function: 'masks', signature: `(${vector},)`, args: ['np.arange(5.0)'] },
  {
    function: 'array_expressions',
    signature: `(${vector}, ${vector}, float64)`,
    args: ['np.arange(5.0), np.arange(5.0)[::-1].copy(), 1.5'],
  },
  { function: 'mixed_types', signature: `(${integers}, int64, float64)`, args: ['np.arange(-3, 4), 7, 0.5'] },
  { function: 'complex_numbers', signature: '(complex128, int64)', args: ['1.5 - 2j, 4'] },
  { function: 'value_of_tests', signature: '(int64, int64)', args: ['0, 4', '3, 0', '3, 4', '0, 0'] },
  {
    function: 'conditional_arrays',
    signature: `(${vector}, bool)`,
    args: ['np.arange(4.0), True', 'np.arange(4.0), False'],
  },
  { function: 'loops', signature: '(int64,)', args: ['0', '5'] },
  { function: 'shadowing', signature: '(int64,)', args: ['4'] },
  {
    function: 'early_returns',
    signature: `(${matrix},)`,
    args: ['np.arange(6.0).reshape(2, 3)', 'np.zeros((2, 2))'],
  },
  { function: 'strings', signature: '(unicode_type, int64)', args: ['"Some Idea", 2', '"", 1'] },
  { function: 'unused', signature: '(int64,)', args: ['3'] },
  { function: 'returns_nothing', signature: `(${integers},)`, args: ['np.arange(5)', 'np.arange(2)'] },
];

const suite = hasPython ? describe : describe.skip;

suite("the language's corners", () => {
  it('give what CPython gives', async () => {
    expect(await differences(source, calls, { ulp: 2 })).toEqual([]);
  });
});
