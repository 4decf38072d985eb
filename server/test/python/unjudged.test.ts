import { SourceFile } from '@jitsight/shared/source/sourceFile';
import { beforeAll, describe, expect, test } from 'vitest';
import { analyzeAtOnce } from '../../src/analysis/analyze';
import { pythonFrontend } from '../../src/frontends/python/pythonFrontend';

beforeAll(() => pythonFrontend.start());

const imports = `import numpy as np
from numba import njit, types
from numba.experimental import structref
from numba.extending import typeof_impl
from otherlib import helper, CONSTANT
`;

function verdictOf(text: string, name: string): string {
  const file = new SourceFile('file:///t.py', imports + text);
  const settings = { numba: '0.68', numbaSource: 'option', rules: {} } as const;
  const analysis = analyzeAtOnce(pythonFrontend, file, settings, { files: [] });
  const codes = analysis.diagnostics.map((one) => one.code);
  return [analysis.functions.find((one) => one.name === name)!.verdict, ...codes].join(' ');
}

describe('what Jitsight cannot know gets no verdict, and no word against it', () => {
  test.each([
    ['a function of another library', '@njit\ndef f(x): return helper(x)\nf(1.0)\n'],
    ['a constant of another library', '@njit\ndef f(x): return x + CONSTANT\nf(1.0)\n'],
    [
      'an inner function of Numba',
      'import numba\n@njit\ndef f(): return numba.typed.listobject.new_list(types.int64)\nf()\n',
    ],
    ['a parameter that is called, of a function that nothing calls', '@njit\ndef f(g, x): return g(x)\n'],
    ['an attribute of a parameter that nothing tells of', '@njit\ndef f(s): return s.mass * 2\n'],
    ['a field of a parameter that nothing tells of', '@njit\ndef f(s): return s["mass"]\n'],
    [
      'an instance of a class that Numba is taught',
      'class I:\n    lo = 1\n@typeof_impl.register(I)\ndef t(v, c): return types.int64\n@njit\ndef f(i): return i.lo\nf(I())\n',
    ],
    [
      'a proxy of a structref',
      'class P(structref.StructRefProxy):\n    def __new__(cls, a):\n        return structref.StructRefProxy.__new__(cls, a)\n    @property\n    def a(self):\n        return f(self)\n@njit\ndef f(self): return self.a\n',
    ],
  ])('%s', (_, text) => {
    expect(verdictOf(text, 'f')).toBe('unknown');
  });

  test.each([
    [
      'what it returns is not known',
      'def g(x): return helper(x)\n@njit\ndef f(x): return jitted(x).T\njitted = njit(g)\nf(1.0)\n',
    ],
    [
      'what it appends is not known',
      '@njit\ndef f(x):\n    out = []\n    out.append(helper(x))\n    return out\nf(1.0)\n',
    ],
  ])('nothing follows from it: %s', (_, text) => {
    expect(verdictOf(text, 'f')).toBe('unknown');
  });

  test('a docstring is prose: what follows from it is a hint', () => {
    const text =
      '@njit\ndef f(n):\n    """F.\n\n    Parameters\n    ----------\n    n : float\n    """\n    return np.zeros(n)\n';
    const file = new SourceFile('file:///t.py', imports + text);
    const settings = { numba: '0.68', numbaSource: 'option', rules: {} } as const;
    const { diagnostics } = analyzeAtOnce(pythonFrontend, file, settings, { files: [] });
    expect(diagnostics.map((one) => one.severity)).toEqual(['hint']);
  });

  test('a gufunc that changes its inputs needs no output in its layout', () => {
    const text =
      "from numba import guvectorize\n@guvectorize(['(f8[:], f8[:])'], '(n), (k)')\ndef f(a, b):\n    b[0] = a[0]\n";
    expect(verdictOf(text, 'f')).toBe('compiles');
  });

  test('calls of the plain function beside the compiled one are no calls of compiled code', () => {
    const text =
      'def slow(x): return len(x)\nfast = njit(slow)\nslow({"a": 1})\nslow([1])\nfast(np.zeros(3))\n';
    expect(verdictOf(text, 'slow')).toBe('compiles');
    expect(verdictOf('def f(x): return len(x)\nf = njit(f)\nf({"a": 1})\n', 'f')).toMatch(
      /^fails untyped-argument/,
    );
  });

  test('an instance of a plain class is an error all the same', () => {
    expect(verdictOf('class I:\n    lo = 1\n@njit\ndef f(i): return i.lo\nf(I())\n', 'f')).toMatch(
      /^fails untyped-argument/,
    );
  });

  test.each([
    ['an index is an integer', '@njit\ndef f(x, k): return x[k]\n'],
    ['a length is an integer', '@njit\ndef f(n): return np.zeros(n)[: n // 2]\n'],
    [
      'elements can be indices',
      '@njit\ndef f(a, order):\n    s = 0.0\n    for i in range(len(order)):\n        s += a[order[i]]\n    return s\n',
    ],
    ['an array can have two axes', '@njit\ndef f(x):\n    y = x.T\n    return y[0, 1]\n'],
  ])('of the guesses that can be made one that compiles is meant: %s', (_, text) => {
    expect(verdictOf(text, 'f')).toMatch(/^compiles/);
  });

  test.each([
    ['shape', '@njit\ndef f(shape): return np.full(shape, 1)[0, 0, 0]\n'],
    ['arguments', '@njit\ndef f(g, x, args): return g(x, *args)\n'],
  ])('where no guess fits there is no verdict: %s', (_, text) => {
    expect(verdictOf(text, 'f')).toBe('unknown');
  });

  test('what a guess says of the rest of the body stays a hint', () => {
    expect(verdictOf('@njit\ndef f(x): return np.fft.fft(x)\n', 'f')).toMatch(/^fails /);
  });
});
