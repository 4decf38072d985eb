import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { linkModules } from '../../../src/frontends/python/bind/imports';
import { argumentTypes } from '../../../src/frontends/python/infer/evidence/argumentTypes';
import { loadGrammar } from '../../../src/frontends/python/parse/grammar';
import { bindText, functionNamed } from '../bind/bindText';
import { evidenceOf } from './evidenceOf';

beforeAll(loadGrammar);

const imports = `
import numpy as np, numba as nb, numpy.typing as npt
from typing import *
from numba import njit, jit, vectorize, float64, int32
`;

describe('explicit signatures', () => {
  test.each([
    [
      '@njit(int32(int32, float64[:, ::1]))\ndef f(a, b): pass',
      ['a: int32 (signature), b: array(float64, 2d, C) (signature)'],
    ],
    [
      "@njit(['i8(i8)', 'f8(f8)'])\ndef f(a): pass\nf(1j)",
      ['a: int64 (signature)', 'a: float64 (signature)'],
    ],
    ["@vectorize(['f8(f8)'])\ndef f(a): pass\nf(np.zeros(3))", ['a: float64 (signature)']],
    ["@njit('i8(i8)')\ndef f(a, b): pass\nf(1.5, 2)", ['a: float64 (call), b: int64 (call)']],
    ["@njit('i8(oops)')\ndef f(a): pass\nf(1.5)", ['a: float64 (call)']],
    ['@njit(nb.typeof(np.zeros(3))(float64))\ndef f(a): pass', ['a: float64 (signature)']],
  ])('%j', (text, expected) => {
    expect(evidenceOf(imports + text)).toEqual(expected);
  });
});

describe('what cannot be passed', () => {
  test.each([
    ['class C: pass\ndef f(x): pass\nf(C())', ['x: pyobject (call)']],
    ['def f(x, **options): pass\nf(1, k=2)', ['x: int64 (call)']],
    ['class C(list): pass\ndef f(x): pass\nf(C())', ['x: float64 (assumed)']],
    [
      'from dataclasses import dataclass\n@dataclass\nclass C: x: int\ndef f(x): pass\nf(C(1))',
      ['x: pyobject (call)'],
    ],
    [
      'def f(x): pass\na = np.ones(3)\nf(a)\na.flags.writeable = False\nf(a)',
      ['x: array(float64, 1d, C) (call)', 'x: readonly array(float64, 1d, C) (call)'],
    ],
    [
      'def f(x): pass\na = np.ones(3)\na.setflags(write=False)\nf(a)',
      ['x: readonly array(float64, 1d, C) (call)'],
    ],
  ])('%j', (text, expected) => {
    expect(evidenceOf(imports + text)).toEqual(expected);
  });
});

describe('annotations', () => {
  test.each([
    ['int', 'int64 (annotation)'],
    ['float', 'float64 (annotation)'],
    ['complex', 'complex128 (annotation)'],
    ['bool', 'bool (annotation)'],
    ['str', 'unicode_type (annotation)'],
    ['"float"', 'float64 (annotation)'],
    ['np.float32', 'float32 (annotation)'],
    ['npt.NDArray[np.float32]', 'array(float32, 1d, C) (assumed)'],
    ['np.ndarray', 'array(float64, 1d, C) (assumed)'],
    ['np.ndarray[tuple[int, int], np.dtype[np.int32]]', 'array(int32, 2d, C) (annotation)'],
    ['list[float]', 'reflected list(float64)<iv=None> (annotation)'],
    ['List[int]', 'reflected list(int64)<iv=None> (annotation)'],
    ['tuple[int, float]', 'Tuple(int64, float64) (annotation)'],
    ['Optional[float]', 'float64 (annotation)'],
    ['float | None', 'float64 (annotation)'],
    ['float64[:, ::1]', 'array(float64, 2d, C) (annotation)'],
    ['nb.int32', 'int32 (annotation)'],
    ["'float64[:]'", 'array(float64, 1d, A) (annotation)'],
    ["'np.ndarray'", 'array(float64, 1d, C) (assumed)'],
    ['nb.types.ListType(nb.int64)', 'ListType[int64] (annotation)'],
    ['Any', 'float64 (assumed)'],
    ['int | float', 'float64 (assumed)'],
    ['Annotated[int, 3]', 'int64 (annotation)'],
  ])('%s', (annotation, expected) => {
    expect(evidenceOf(`${imports}def f(x: ${annotation}): return x\n`)).toEqual([`x: ${expected}`]);
  });

  test('an alias', () => {
    expect(evidenceOf(`${imports}Vec = npt.NDArray[np.float64]\ndef f(x: Vec): return x[0, 1]\n`)).toEqual([
      'x: array(float64, 2d, C) (use)',
    ]);
  });

  test('half an annotation is filled in by a call that fits', () => {
    expect(
      evidenceOf(`${imports}def f(x: np.ndarray): return x\nf(np.zeros((2, 2), dtype=np.int8))\n`),
    ).toEqual(['x: array(int8, 2d, C) (call)']);
    expect(
      evidenceOf(`${imports}def f(x: npt.NDArray[np.float64]): return x[0]\nf(np.zeros(2, dtype=np.int8))\n`),
    ).toEqual(['x: array(float64, 1d, C) (use)']);
  });
});

describe('calls', () => {
  test('one tuple for each combination of types, with all its calls', () => {
    const module = bindText(
      'def f(x, y): pass\nf(1, 2)\nf(1.5, 2)\nf(3, 4)\nf(y=5, x=6)\n',
      'file:///w/main.py',
    );
    const tuples = argumentTypes(functionNamed(module, 'f'), linkModules([module]));
    const places = tuples.map((tuple) =>
      [tuple[0]!.origin, ...(tuple[0]!.otherOrigins ?? [])].map(({ range }) => module.file.slice(range!)),
    );
    expect(places).toEqual([['1', '3', '6'], ['1.5']]);
  });

  test.each([
    [
      'defaults are left out',
      'def f(x, n=3, flag=None): pass\nf(1.5)',
      ['x: float64 (call), n: int64 (default, omitted), flag: none (default, omitted)'],
    ],
    ['and given', 'def f(x, n=3): pass\nf(1.5, n=2.5)', ['x: float64 (call), n: float64 (call)']],
    [
      '*args',
      'def f(x, *rest): pass\nf(1, 2.5, "a")',
      ['x: int64 (call), rest: Tuple(float64, unicode_type) (call)'],
    ],
    ['unpacked calls tell nothing', 'def f(x): pass\nf(*a)', ['x: float64 (assumed)']],
    [
      'what is not known falls back',
      'def f(x, n): return range(n)\nf(1, unknown())',
      ['x: int64 (call), n: int64 (use)'],
    ],
    [
      'through a caller',
      'def f(x): pass\ndef g(y): f(y)\ng(1)\ng(2.5)',
      ['x: int64 (call)', 'x: float64 (call)'],
    ],
    [
      'not from a guess about the caller',
      'def f(x): return x[0]\ndef g(y): f(y)',
      ['x: array(float64, 1d, C) (assumed)'],
    ],
    ['recursion is no evidence', 'def f(x): return f("a")\nf(1)', ['x: int64 (call)']],
    [
      'local variables of a caller',
      'def f(x): pass\ndef main():\n  data = [1.5]\n  f(data)',
      ['x: reflected list(float64)<iv=None> (call)'],
    ],
    ['inside a comprehension', 'def f(x): pass\nys = [f(v) for v in [1, 2]]', ['x: int64 (call)']],
    [
      'results of other functions',
      'def make(n):\n  return [0.0] * n\ndef f(x): pass\nf(make(3))',
      ['x: reflected list(float64)<iv=None> (call)'],
    ],
    [
      'a wrapped function',
      'from numba import njit\ndef f(x): pass\nfast = njit(f)\nfast(1)',
      ['x: int64 (call)'],
    ],
    [
      'a jitted argument',
      'from numba import njit\n@njit\ndef g(x): pass\ndef f(x): pass\nf(g)',
      ['x: type(CPUDispatcher(g)) (call)'],
    ],
  ])('%s', (_, text, expected) => {
    expect(evidenceOf(text)).toEqual(expected);
  });

  test('a method gets an object that Numba cannot type', () => {
    expect(evidenceOf('class C:\n  def f(self, x): pass', 'C.f')).toEqual([
      'self: pyobject (call), x: float64 (assumed)',
    ]);
    expect(evidenceOf('class C:\n  @staticmethod\n  def f(x=1): pass', 'C.f')).toEqual([
      'x: int64 (default)',
    ]);
  });

  test('of another file', () => {
    const others = { 'use.py': 'from main import f\nimport main\nf("a")\nmain.f(1)\n' };
    expect(evidenceOf('def f(x): pass\n', 'f', others)).toEqual([
      'x: unicode_type (call)',
      'x: int64 (call)',
    ]);
  });

  test('of a ufunc are for elements', () => {
    expect(evidenceOf(`${imports}@vectorize\ndef f(x, y): return x\nf(np.arange(3), 2.5)\n`)).toEqual([
      'x: int64 (call), y: float64 (call)',
    ]);
  });

  test('of what is overloaded reach the overload', () => {
    const text = `${imports}from numba.extending import overload
def plain(x): pass
@overload(plain)
def f(x): pass
@njit
def g(values):
  for v in values: plain(v)
g(np.zeros(3))
g(np.arange(3))
`;
    expect(evidenceOf(text)).toEqual(['x: float64 (call)', 'x: int64 (call)']);
  });
});

describe('defaults, docstrings and use', () => {
  test.each([
    ['def f(x=1, y=2.5, z=None): pass', ['x: int64 (default), y: float64 (default), z: float64 (assumed)']],
    ['def f(a):\n  for i in range(len(a)): s = a[i] * 2.0', ['a: array(float64, 1d, C) (assumed)']],
    [
      'def f(a, i, j): return a[i, j]',
      ['a: array(float64, 2d, C) (assumed), i: int64 (use), j: int64 (use)'],
    ],
    ['def f(a, i): return a[i][0]', ['a: array(float64, 2d, C) (assumed), i: int64 (use)']],
    ['def f(a): return a.shape[1]', ['a: array(float64, 2d, C) (assumed)']],
    ['def f(a):\n  n, m = a.shape', ['a: array(float64, 2d, C) (assumed)']],
    ['def f(n): return range(n)', ['n: int64 (use)']],
    ['def f(n): return range(n - 1)', ['n: int64 (use)']],
    ['def f(n): return n % 2', ['n: int64 (use)']],
    ['def f(x): return x * x', ['x: float64 (assumed)']],
    ['def f(a, b): return b[a[0]]', ['a: array(int64, 1d, C) (use), b: array(float64, 1d, C) (assumed)']],
    ['import numpy as np\ndef f(n): return np.zeros((n, 3))', ['n: int64 (use)']],
    ['import numpy as np\ndef f(a): return np.linalg.inv(a)', ['a: array(float64, 2d, C) (assumed)']],
    ['def f(s): return s == "a"', ['s: unicode_type (use)']],
    ['def g(n): return range(n)\ndef f(x): return g(x)', ['x: int64 (use)']],
    ['def f(rows):\n  for row in rows[0]: pass', ['rows: array(float64, 2d, C) (assumed)']],
  ])('%j', (text, expected) => {
    expect(evidenceOf(text)).toEqual(expected);
  });

  test.each([
    ['x : ndarray of float32, shape (n, m)', 'array(float32, 2d, C) (docstring)'],
    ['x : array_like', 'array(float64, 1d, C) (assumed)'],
    ['x : (n,) array of ints', 'array(int64, 1d, C) (docstring)'],
    ['x : int, optional', 'int64 (docstring)'],
    ['x : float, default 3', 'float64 (docstring)'],
    ['x : list of float', 'reflected list(float64)<iv=None> (docstring)'],
    ['x : 2-D array of complex', 'array(complex128, 2d, C) (docstring)'],
    ['y, x : bool', 'bool (docstring)'],
    ['x : scalar(int)', 'int64 (docstring)'],
    ['x : tuple(int, float)', 'Tuple(int64, float64) (docstring)'],
    ['x : tuple(ndarray(float, ndim=2))', 'float64 (assumed)'],
    ['x : int or str', 'float64 (assumed)'],
  ])("NumPy's %s", (line, expected) => {
    const text = `def f(x):\n    """What.\n\n    Parameters\n    ----------\n    ${line}\n        Text.\n\n    Returns\n    -------\n    x : str\n    """\n`;
    expect(evidenceOf(text)).toEqual([`x: ${expected}`]);
  });

  test.each([
    ['Args:\n        x (int): the number', 'int64 (docstring)'],
    [
      'Args:\n        x (np.ndarray): 2-D\n    Returns:\n        x (str): no',
      'array(float64, 1d, C) (assumed)',
    ],
    [':param x: what\n    :type x: float', 'float64 (docstring)'],
    [':param int x: what', 'int64 (docstring)'],
  ])('%j', (doc, expected) => {
    expect(evidenceOf(`def f(x):\n    """What.\n\n    ${doc}\n    """\n`)).toEqual([`x: ${expected}`]);
  });
});

describe('the tutorial programs', () => {
  const tutorial = (name: string) =>
    readFileSync(join(import.meta.dirname, '../../../../test-fixtures/tutorial', name), 'utf8');

  test.each([
    ['insertion_sort.py', 'insertion_sort', ['arr: reflected list(int64)<iv=None> (call)']],
    ['insertion_sort_plain.py', 'insertion_sort', ['arr: reflected list(int64)<iv=None> (call)']],
    ['add_arrays.py', 'add_squared', ['a: int64 (signature), b: int64 (signature), c: int64 (signature)']],
    [
      'add_arrays_plain.py',
      'add_squared',
      ['a: array(int64, 2d, C) (call), b: array(int64, 2d, C) (call), c: array(int64, 2d, C) (call)'],
    ],
    [
      'is_missing.py',
      'is_missing',
      ['x: float64 (call)', 'x: int64 (call)', 'x: datetime64[D] (call)', 'x: timedelta64[s] (call)'],
    ],
    ['is_missing.py', 'missing_overload', ['x: float64 (call)', 'x: int64 (call)']],
    [
      'is_missing.py',
      'count_missing',
      ['values: array(float64, 1d, C) (call)', 'values: array(int64, 1d, C) (call)'],
    ],
    ['is_missing_plain.py', 'count_missing', ['values: array(float64, 1d, C) (call)']],
    ['is_missing_plain.py', 'is_missing', ['x: float64 (call)']],
  ])('%s: %s', (file, name, expected) => {
    expect(evidenceOf(tutorial(file), name)).toEqual(expected);
  });
});
