import { describe, expect, it } from 'vitest';
import { hasPython } from '../support/oracle';
import { differences, type FunctionCalls } from '../support/samePython';
import source from './programs/algorithms.py?raw';

const vector = 'array(float64, 1d, C)';
const matrix = 'array(float64, 2d, C)';

const calls: readonly FunctionCalls[] = [
  {
    function: 'sorted_copy',
    signature: `(${vector},)`,
    args: ['np.array([3.0, -1, 2, 2, 9, 0])', 'np.zeros(0)'],
  },
  {
    function: 'merge_sort',
    signature: '(array(int64, 1d, A),)',
    args: ['np.array([5, 1, 4, 9, 2, 7])[::-1]'],
  },
  {
    function: 'binary_search',
    signature: '(array(int64, 1d, C), int64)',
    args: ['np.arange(0, 50, 3), 21', 'np.arange(9), 40'],
  },
  {
    function: 'levenshtein',
    signature: '(unicode_type, unicode_type)',
    args: ['"kitten", "sitting"', '"", "ab"', '"naïve", "native"'],
  },
  {
    function: 'life',
    signature: '(array(int8, 2d, C), int64)',
    args: ['np.eye(6, k=1, dtype=np.int8) + np.eye(6, dtype=np.int8), 3'],
  },
  {
    function: 'kmeans',
    signature: `(${matrix}, ${matrix}, int64)`,
    args: ['np.arange(20.0).reshape(10, 2) % 7, np.array([[0.0, 0], [5, 5]]), 3'],
  },
  { function: 'fft', signature: '(array(complex128, 1d, C),)', args: ['np.arange(8) * (1 + 0.5j)'] },
  { function: 'queens', signature: '(int64,)', args: ['1', '6'] },
  {
    function: 'flood',
    signature: '(array(int64, 2d, C), int64, int64)',
    args: ['np.arange(30).reshape(5, 6) % 4 // 2, 1, 2'],
  },
  { function: 'rk4', signature: '(float64, int64, float64)', args: ['1.0, 10, 0.1', '1.0, 0, 0.1'] },
  {
    function: 'convolve',
    signature: `(${matrix}, ${matrix})`,
    args: ['np.arange(20.0).reshape(4, 5), np.ones((2, 3))'],
  },
  { function: 'row_sums', signature: `(${matrix},)`, args: ['np.arange(20.0).reshape(4, 5)'] },
  {
    function: 'first_negative',
    signature: `(${vector},)`,
    args: ['np.array([1.0, -2.0])', 'np.array([1.0])'],
  },
  {
    function: 'dot_products',
    signature: `(${vector}, ${vector})`,
    args: ['np.arange(5.0), np.array([0.0, 2, 3])'],
  },
  {
    function: 'gauss',
    signature: `(${matrix}, ${vector})`,
    args: ['np.array([[2.0, 1, 0], [4, 1, 2], [1, 0, 3]]), np.arange(3.0)', 'np.zeros((2, 2)), np.ones(2)'],
  },
  { function: 'caesar', signature: '(unicode_type, int64)', args: ['"hello, wörld", 3', '"", 1'] },
  { function: 'count_words', signature: '(unicode_type,)', args: ['" some words  here "', '""'] },
  { function: 'newton', signature: '(float64,)', args: ['2.0', '0.25', '-3.0'] },
];

// Fixed-width integers are the point of these; NumPy's scalars warn or widen.
const wrapping: readonly FunctionCalls[] = [
  { function: 'lcg', signature: '(int64, int64)', args: ['42, 5'] },
  { function: 'crc', signature: '(array(uint8, 1d, C),)', args: ['np.arange(20, dtype=np.uint8)'] },
];

const suite = hasPython ? describe : describe.skip;

suite('programs as people write them', () => {
  it('give what CPython gives', async () => {
    expect(await differences(source, calls, { ulp: 4 })).toEqual([]);
  });

  it('wrap integers as Numba does', async () => {
    expect(await differences(source, wrapping, { oracle: 'numba' })).toEqual([]);
  });
});
