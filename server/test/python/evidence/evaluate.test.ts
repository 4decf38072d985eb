import { beforeAll, expect, test } from 'vitest';
import { linkModules } from '../../../src/frontends/python/bind/imports';
import { evaluationIn } from '../../../src/frontends/python/infer/evidence/evaluate/evaluate';
import { loadGrammar } from '../../../src/frontends/python/parse/grammar';
import { typeName } from '../../../src/frontends/python/types/typeName';
import { bindText } from '../bind/bindText';

beforeAll(loadGrammar);

const program = `
import math
import random
import numpy as np

A = np.arange(6.0).reshape(2, 3)
I = np.arange(5)
F32 = np.ones(5, dtype=np.float32)
U8 = np.ones(5, dtype=np.uint8)
lst = []
for i in range(3):
    lst.append(i * 1.5)
pts = []
for x in [1, 2]:
    pts.append((x, x / 2))
mat = [[0] * 3 for _ in range(3)]
grew = []
grew.extend([1, 2])
empty = []
total = 0
for value in [1.5, 2.5]:
    total += value
pair = 1, 2.5
first, *rest = [1, 2]
u, v = np.zeros(3), 2


def make(n, scale=2.0):
    out = np.zeros((n, n), dtype=np.float32)
    return out * scale


made = make(3)
`;

/** `numba.typeof` of each after the program has run: the same in 0.56.4 with NumPy 1.24 and 0.68.0 with NumPy 2.4. */
test.each([
  ['1', 'int64'],
  ['1.5', 'float64'],
  ['2j', 'complex128'],
  ['True', 'bool'],
  ['"a"', 'unicode_type'],
  ['b"a"', 'readonly bytes(uint8, 1d, C)'],
  ['None', 'none'],
  ['-1', 'int64'],
  ['not 1', 'bool'],
  ['1 + 2', 'int64'],
  ['1 / 2', 'float64'],
  ['1 // 2', 'int64'],
  ['2 ** 3', 'int64'],
  ['1 + 2.0', 'float64'],
  ['1.0 * 2j', 'complex128'],
  ['True + 1', 'int64'],
  ['True and False', 'bool'],
  ['1 < 2', 'bool'],
  ['[1, 2]', 'reflected list(int64)<iv=None>'],
  ['[1.5, 2]', 'pyobject'],
  ['[np.ones(2), np.ones((2, 2))]', 'pyobject'],
  ['lambda x: x', 'pyobject'],
  ['np.array([1, None], dtype=object)', 'array(pyobject, 1d, C)'],
  ['np.ma.masked_array([1.0, 2.0], mask=[0, 1])', 'pyobject'],
  ['[[1], [2]]', 'reflected list(reflected list(int64)<iv=None>)<iv=None>'],
  ['[i * 2.0 for i in range(3)]', 'reflected list(float64)<iv=None>'],
  ['[(i, x) for i, x in enumerate([1.5])]', 'reflected list(Tuple(int64, float64))<iv=None>'],
  ['[a + b for a, b in zip([1], [2.5])]', 'reflected list(float64)<iv=None>'],
  ['[0.0] * 5', 'reflected list(float64)<iv=None>'],
  ['[1] + [2]', 'reflected list(int64)<iv=None>'],
  ['list(range(3))', 'reflected list(int64)<iv=None>'],
  ['list(map(float, ["1"]))', 'reflected list(float64)<iv=None>'],
  ['(1, 2.5)', 'Tuple(int64, float64)'],
  ['(1, 2)', 'UniTuple(int64 x 2)'],
  ['(1,) + (2,)', 'UniTuple(int64 x 2)'],
  ['(1, 2.5)[1]', 'float64'],
  ['{1, 2}', 'reflected set(int64)'],
  ['"a b".split()', 'reflected list(unicode_type)<iv=None>'],
  ['"a" + "b"', 'unicode_type'],
  ['f"{1}"', 'unicode_type'],
  ['len([1])', 'int64'],
  ['abs(-1.5)', 'float64'],
  ['max([1, 2])', 'int64'],
  ['sum([1.5])', 'float64'],
  ['round(1.5)', 'int64'],
  ['int("3")', 'int64'],
  ['float(3)', 'float64'],
  ['divmod(7, 2)', 'UniTuple(int64 x 2)'],
  ['math.sqrt(2)', 'float64'],
  ['math.floor(2.5)', 'int64'],
  ['math.pi', 'float64'],
  ['np.pi', 'float64'],
  ['np.zeros(3)', 'array(float64, 1d, C)'],
  ['np.zeros((2, 3))', 'array(float64, 2d, C)'],
  ['np.zeros((2, 3), order="F")', 'array(float64, 2d, F)'],
  ['np.zeros(3, dtype=np.int32)', 'array(int32, 1d, C)'],
  ['np.zeros(3, int)', 'array(int64, 1d, C)'],
  ['np.ones((2,), "f4")', 'array(float32, 1d, C)'],
  ['np.zeros(3, dtype="<i2")', 'array(int16, 1d, C)'],
  ['np.empty([2, 2])', 'array(float64, 2d, C)'],
  ['np.full(3, 1)', 'array(int64, 1d, C)'],
  ['np.full((2, 2), 1.5)', 'array(float64, 2d, C)'],
  ['np.full(2, 1, dtype=np.float32)', 'array(float32, 1d, C)'],
  ['np.arange(3)', 'array(int64, 1d, C)'],
  ['np.arange(3.0)', 'array(float64, 1d, C)'],
  ['np.arange(0, 1, 0.1)', 'array(float64, 1d, C)'],
  ['np.arange(3, dtype=np.uint8)', 'array(uint8, 1d, C)'],
  ['np.linspace(0, 1, 5)', 'array(float64, 1d, C)'],
  ['np.eye(3)', 'array(float64, 2d, C)'],
  ['np.identity(2)', 'array(float64, 2d, C)'],
  ['np.array([1, 2, 3])', 'array(int64, 1d, C)'],
  ['np.array([1, 2.5])', 'array(float64, 1d, C)'],
  ['np.array([[1, 2], [3, 4]])', 'array(int64, 2d, C)'],
  ['np.array([[1, 2.5], [3, 4]])', 'array(float64, 2d, C)'],
  ['np.array([1, 2], dtype=np.float32)', 'array(float32, 1d, C)'],
  ['np.array((1.5, 2))', 'array(float64, 1d, C)'],
  ['np.array(3.5)', 'array(float64, 0d, C)'],
  ['np.array([True, False])', 'array(bool, 1d, C)'],
  ['np.array(["abc", "d"])', 'array([unichr x 3], 1d, C)'],
  ['np.array([i for i in range(3)])', 'array(int64, 1d, C)'],
  ['np.asarray([1.5])', 'array(float64, 1d, C)'],
  ['np.ascontiguousarray(np.zeros((2, 2)).T)', 'array(float64, 2d, C)'],
  ['np.asfortranarray(np.zeros((2, 2)))', 'array(float64, 2d, F)'],
  ['np.zeros_like(np.arange(3))', 'array(int64, 1d, C)'],
  ['np.zeros_like(np.zeros((2, 2), order="F"))', 'array(float64, 2d, F)'],
  ['np.ones_like(np.arange(3), dtype=float)', 'array(float64, 1d, C)'],
  ['np.random.rand(3)', 'array(float64, 1d, C)'],
  ['np.random.rand(3, 4)', 'array(float64, 2d, C)'],
  ['np.random.rand()', 'float64'],
  ['np.random.randn(2, 2)', 'array(float64, 2d, C)'],
  ['np.random.random(5)', 'array(float64, 1d, C)'],
  ['np.random.random((2, 2))', 'array(float64, 2d, C)'],
  ['np.random.randint(0, 10)', 'int64'],
  ['np.random.randint(0, 10, 5)', 'array(int64, 1d, C)'],
  ['np.random.randint(10, size=(2, 2))', 'array(int64, 2d, C)'],
  ['np.random.normal(0, 1, 5)', 'array(float64, 1d, C)'],
  ['np.random.normal(size=(2, 2))', 'array(float64, 2d, C)'],
  ['np.random.uniform(0, 1, size=3)', 'array(float64, 1d, C)'],
  ['np.random.choice([1.5, 2.5], 3)', 'array(float64, 1d, C)'],
  ['np.random.permutation(5)', 'array(int64, 1d, C)'],
  ['np.random.default_rng(0).random(3)', 'array(float64, 1d, C)'],
  ['np.random.default_rng(0).integers(0, 5, size=3)', 'array(int64, 1d, C)'],
  ['np.random.default_rng(0).standard_normal((2, 2))', 'array(float64, 2d, C)'],
  ['random.random()', 'float64'],
  ['random.randint(0, 5)', 'int64'],
  ['random.choice([1, 2])', 'int64'],
  ['[random.random() for _ in range(3)]', 'reflected list(float64)<iv=None>'],
  ['A', 'array(float64, 2d, C)'],
  ['A.T', 'array(float64, 2d, F)'],
  ['A.copy()', 'array(float64, 2d, C)'],
  ['A.reshape(6)', 'array(float64, 1d, C)'],
  ['A.reshape(3, 2)', 'array(float64, 2d, C)'],
  ['A.reshape((3, 2))', 'array(float64, 2d, C)'],
  ['A.reshape(-1)', 'array(float64, 1d, C)'],
  ['A.ravel()', 'array(float64, 1d, C)'],
  ['A.astype(np.float32)', 'array(float32, 2d, C)'],
  ['A.astype("int32")', 'array(int32, 2d, C)'],
  ['A.T.astype(np.float32)', 'array(float32, 2d, F)'],
  ['A.shape', 'UniTuple(int64 x 2)'],
  ['A.shape[0]', 'int64'],
  ['A.size', 'int64'],
  ['A.sum()', 'float64'],
  ['A.sum(axis=0)', 'array(float64, 1d, C)'],
  ['A.mean()', 'float64'],
  ['A.max(axis=1)', 'array(float64, 1d, C)'],
  ['A.argmax()', 'int64'],
  ['A.tolist()', 'reflected list(reflected list(float64)<iv=None>)<iv=None>'],
  ['A.flatten()', 'array(float64, 1d, C)'],
  ['A.transpose()', 'array(float64, 2d, F)'],
  ['A[0]', 'array(float64, 1d, C)'],
  ['A[0, 1]', 'float64'],
  ['A[:, 0]', 'array(float64, 1d, A)'],
  ['A[0, :]', 'array(float64, 1d, C)'],
  ['A[:1]', 'array(float64, 2d, C)'],
  ['A[1:]', 'array(float64, 2d, C)'],
  ['A[:, :2]', 'array(float64, 2d, A)'],
  ['A[:, ::2]', 'array(float64, 2d, A)'],
  ['A[0, 1:]', 'array(float64, 1d, C)'],
  ['A[..., 0]', 'array(float64, 1d, A)'],
  ['A[0, ...]', 'array(float64, 1d, C)'],
  ['A[np.newaxis, 0]', 'array(float64, 2d, C)'],
  ['A[None]', 'array(float64, 3d, C)'],
  ['A[A > 0]', 'array(float64, 1d, C)'],
  ['A[[0, 1]]', 'array(float64, 2d, C)'],
  ['A.T[0]', 'array(float64, 1d, A)'],
  ['A.T[:, 0]', 'array(float64, 1d, C)'],
  ['I[1:]', 'array(int64, 1d, C)'],
  ['I[::2]', 'array(int64, 1d, A)'],
  ['I[::-1]', 'array(int64, 1d, A)'],
  ['I[0]', 'int64'],
  ['I[I > 0]', 'array(int64, 1d, C)'],
  ['I[np.array([0, 1])]', 'array(int64, 1d, C)'],
  ['A > 0', 'array(bool, 2d, C)'],
  ['A + 1', 'array(float64, 2d, C)'],
  ['A + I[:3]', 'array(float64, 2d, C)'],
  ['I + 1', 'array(int64, 1d, C)'],
  ['I + 1.5', 'array(float64, 1d, C)'],
  ['I / 2', 'array(float64, 1d, C)'],
  ['I * I', 'array(int64, 1d, C)'],
  ['I ** 2', 'array(int64, 1d, C)'],
  ['F32 * 2.0', 'array(float32, 1d, C)'],
  ['F32 + 1', 'array(float32, 1d, C)'],
  ['F32 + I', 'array(float64, 1d, C)'],
  ['U8 + 1', 'array(uint8, 1d, C)'],
  ['U8 + U8', 'array(uint8, 1d, C)'],
  ['I // 2', 'array(int64, 1d, C)'],
  ['I % 2', 'array(int64, 1d, C)'],
  ['-A', 'array(float64, 2d, C)'],
  ['A @ A.T', 'array(float64, 2d, C)'],
  ['A @ I[:3]', 'array(float64, 1d, C)'],
  ['I @ I', 'int64'],
  ['A.T + A.T', 'array(float64, 2d, F)'],
  ['A.T + 1', 'array(float64, 2d, F)'],
  ['A.T + A.reshape(3, 2)', 'array(float64, 2d, C)'],
  ['np.sin(A)', 'array(float64, 2d, C)'],
  ['np.sin(I)', 'array(float64, 1d, C)'],
  ['np.sqrt(F32)', 'array(float32, 1d, C)'],
  ['np.exp(A.T)', 'array(float64, 2d, F)'],
  ['np.abs(I)', 'array(int64, 1d, C)'],
  ['np.abs(-1.5)', 'float64'],
  ['np.square(I)', 'array(int64, 1d, C)'],
  ['np.isnan(A)', 'array(bool, 2d, C)'],
  ['np.where(A > 0, A, 0)', 'array(float64, 2d, C)'],
  ['np.maximum(I, 2)', 'array(int64, 1d, C)'],
  ['np.sum(A)', 'float64'],
  ['np.sum(I)', 'int64'],
  ['np.sum(A, axis=0)', 'array(float64, 1d, C)'],
  ['np.sum(I > 0)', 'int64'],
  ['np.mean(I)', 'float64'],
  ['np.std(A, axis=1)', 'array(float64, 1d, C)'],
  ['np.min(I)', 'int64'],
  ['np.argmax(A)', 'int64'],
  ['np.any(A > 0)', 'bool'],
  ['np.cumsum(I)', 'array(int64, 1d, C)'],
  ['np.sort(I)', 'array(int64, 1d, C)'],
  ['np.argsort(A[0])', 'array(int64, 1d, C)'],
  ['np.unique(I)', 'array(int64, 1d, C)'],
  ['np.diff(I)', 'array(int64, 1d, C)'],
  ['np.dot(I, I)', 'int64'],
  ['np.dot(A, A.T)', 'array(float64, 2d, C)'],
  ['np.concatenate([I, I])', 'array(int64, 1d, C)'],
  ['np.concatenate((A, A))', 'array(float64, 2d, C)'],
  ['np.hstack([I, I])', 'array(int64, 1d, C)'],
  ['np.vstack([I, I])', 'array(int64, 2d, C)'],
  ['np.stack([I, I])', 'array(int64, 2d, C)'],
  ['np.column_stack((I, I))', 'array(int64, 2d, C)'],
  ['np.outer(I, I)', 'array(int64, 2d, C)'],
  ['np.tile(I, 2)', 'array(int64, 1d, C)'],
  ['np.repeat(I, 2)', 'array(int64, 1d, C)'],
  ['np.transpose(A)', 'array(float64, 2d, F)'],
  ['np.linspace(0, 1, 3)[1]', 'float64'],
  ['np.float32(1)', 'float32'],
  ['np.float32(1.5) * np.float32(2)', 'float32'],
  ['np.int8(3)', 'int8'],
  ['np.float64(2) * 2', 'float64'],
  ['np.float32(I)', 'array(float32, 1d, C)'],
  ['np.bool_(True)', 'bool'],
  ['np.datetime64("2020-01-01")', 'datetime64[D]'],
  ['np.datetime64("2020-01")', 'datetime64[M]'],
  ['np.datetime64("2020-01-01T00:00")', 'datetime64[m]'],
  ['np.datetime64("NaT")', 'datetime64[]'],
  ['np.datetime64("NaT", "D")', 'datetime64[D]'],
  ['np.datetime64("2020", "s")', 'datetime64[s]'],
  ['np.timedelta64(3, "s")', 'timedelta64[s]'],
  ['np.timedelta64(3)', 'timedelta64[]'],
  ['np.array(["2020-01-01"], dtype="datetime64[D]")', 'array(datetime64[D], 1d, C)'],
  ['np.datetime64("2020-01-02") - np.datetime64("2020-01-01")', 'timedelta64[D]'],
  ['np.zeros(3, dtype=complex)', 'array(complex128, 1d, C)'],
  ['np.zeros(2, dtype=np.complex64).real', 'array(float32, 1d, A)'],
  ['np.frombuffer(b"12345678")', 'readonly array(float64, 1d, C)'],
  ['np.broadcast_to(I, (2, 5))', 'readonly array(int64, 2d, A)'],
  ['np.flip(I)', 'array(int64, 1d, A)'],
  ['np.expand_dims(I, 0)', 'array(int64, 2d, C)'],
  ['np.meshgrid(I, I)[0]', 'array(int64, 2d, C)'],
  ['np.nonzero(I)', 'UniTuple(array(int64, 1d, C) x 1)'],
  ['lst', 'reflected list(float64)<iv=None>'],
  ['lst[0]', 'float64'],
  ['pts', 'reflected list(Tuple(int64, float64))<iv=None>'],
  ['mat', 'reflected list(reflected list(int64)<iv=None>)<iv=None>'],
  ['grew', 'reflected list(int64)<iv=None>'],
  ['total', 'float64'],
  ['pair[1]', 'float64'],
  ['first', 'int64'],
  ['u', 'array(float64, 1d, C)'],
  ['v', 'int64'],
  ['made', 'array(float32, 2d, C)'],
])('%s is %s', (source, expected) => {
  const module = bindText(`${program}\n${source}\n`);
  const statement = module.tree.body.at(-1);
  if (statement?.kind !== 'ExpressionStatement') throw new Error('not an expression');
  const type = evaluationIn(linkModules([module]), module, '0.68').typeOf(statement.value);
  expect(type && typeName(type)).toBe(expected);
});

test('what depends on itself or on the unknown is not known, and soon', () => {
  const chain = Array.from({ length: 200 }, (_, i) => `a${i + 1} = a${i} + a${i}`).join('\n');
  const module = bindText(`${chain}\nloop = loop + 1\ndef f(x): return f(x)\na200, loop, f(1)\n`);
  const statement = module.tree.body.at(-1);
  if (statement?.kind !== 'ExpressionStatement' || statement.value.kind !== 'Tuple')
    throw new Error('not a tuple');
  const evaluation = evaluationIn(linkModules([module]), module, '0.68');
  expect(statement.value.elements.map((element) => evaluation.typeOf(element))).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
