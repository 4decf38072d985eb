import { beforeAll, describe, expect, test } from 'vitest';
import { loadGrammar } from '../../../src/frontends/python/parse/grammar';
import { bindText, functionNamed, meaningOf } from './bindText';

beforeAll(loadGrammar);

describe('imports and aliases', () => {
  test.each([
    ['import numpy as np\nnp', 'np', 'numpy'],
    ['import numpy.linalg\nnumpy', 'numpy', 'numpy'],
    ['import numpy.linalg as la\nla', 'la', 'numpy.linalg'],
    ['from numba import jit, prange as pr\npr', 'pr', 'numba.prange'],
    ['import numba\njit = numba.njit\njit', 'jit', 'numba.njit'],
    ['import numpy as np\nsqrt = np.sqrt\ndef f(x): return sqrt(x)', 'sqrt', 'numpy.sqrt'],
    ['import numba\na = b = numba.float64\nb', 'b', 'numba.float64'],
    ['import numba\na, b = numba.jit, numba.float64\nb', 'b', 'numba.float64'],
    ['from math import *\nsqrt', 'sqrt', 'math.sqrt'],
    ['from numpy import *\nzeros', 'zeros', 'numpy.zeros'],
    ['from math import *\nfrom numpy import *\nsqrt', 'sqrt', 'numpy.sqrt'],
    ['from math import *\nlen', 'len', 'builtin len'],
    ['from helpers import *\nf', 'f', 'helpers.f'],
    ['from .helpers import f\nf', 'f', '.helpers.f'],
    ['from . import helpers\nhelpers', 'helpers', '.helpers'],
    ['range', 'range', 'builtin range'],
    ['x', 'x', 'unbound'],
    ['__name__', '__name__', 'builtin __name__'],
  ])('%j: %s is %s', (text, name, meaning) => {
    expect(meaningOf(bindText(text), name)).toBe(meaning);
  });

  test('relative imports are resolved where the module has a name', () => {
    expect(meaningOf(bindText('from .helpers import f\nf', 'file:///p/a/b.py', 'p.a.b'), 'f')).toBe(
      'p.a.helpers.f',
    );
    expect(meaningOf(bindText('from .. import f\nf', 'file:///p/a/__init__.py', 'p.a'), 'f')).toBe('p.f');
  });

  test('dotted expressions', () => {
    const module = bindText('import numpy as np\nnp.linalg.norm\nlen\nx = 1\nx.y');
    const names = module.tree.body.map((one) =>
      one.kind === 'ExpressionStatement' ? module.qualifiedName(one.value) : undefined,
    );
    expect(names).toEqual([undefined, 'numpy.linalg.norm', 'builtins.len', undefined, undefined]);
  });

  test('an alias of itself has no meaning and does not hang', () => {
    expect(meaningOf(bindText('a = b\nb = a\ndef f(): return a'), 'a')).toBe('global a');
    expect(meaningOf(bindText('def f():\n  a = a\n  return a.b'), 'a')).toBe('local a');
  });
});

describe('shadowing', () => {
  test.each([
    [
      'a later binding of the module',
      'from math import sqrt\nsqrt = 3\ndef f(): return sqrt',
      'sqrt',
      'global sqrt',
    ],
    ['not before it', 'from math import sqrt\ny = sqrt\nsqrt = 3', 'sqrt', 'math.sqrt'],
    ['a parameter', 'from math import sqrt\ndef f(sqrt): return sqrt', 'sqrt', 'local sqrt'],
    ['a local variable', 'import numpy as np\ndef f():\n  np = 3\n  return np', 'np', 'local np'],
    ['a loop variable', 'import numpy as np\nfor np in []: pass\nnp', 'np', 'global np'],
    ['a comprehension has its own', 'import numpy as np\nx = [np for np in y]\nnp', 'np', 'numpy'],
    ['a walrus', 'import numpy as np\nif (np := 3): pass\nnp', 'np', 'global np'],
    ['a function', 'from math import sqrt\ndef sqrt(x): return x\nsqrt(2)', 'sqrt', 'function sqrt'],
    ['a class body is not seen by methods', 'import a\nclass C:\n  a = 1\n  def m(self): return a', 'a', 'a'],
    ['global', 'import a\ndef f():\n  global a\n  return a', 'a', 'a'],
    [
      'global writes do not hide the module binding',
      'import a\ndef f():\n  global a\n  a = 1\ndef g(): return a',
      'a',
      'a',
    ],
    ['nonlocal', 'def f():\n  x = 1\n  def g():\n    nonlocal x\n    x = 2\n    return x', 'x', 'captured x'],
    ['captured', 'def f(x):\n  return lambda: x', 'x', 'captured x'],
    ['an annotation makes a local', 'x = 1\ndef f():\n  x: int\n  return x', 'x', 'local x'],
    ['a local import', 'def f():\n  import math\n  return math.pi', 'math', 'math'],
    ['an inner function', 'def f():\n  def g(): pass\n  return g()', 'g', 'function f.<locals>.g'],
    ['in a comprehension of the function', 'def f(x):\n  return [x for i in x]', 'x', 'local x'],
  ])('%s', (_, text, name, meaning) => {
    expect(meaningOf(bindText(text), name)).toBe(meaning);
  });
});

describe('imports with a way out', () => {
  test.each([
    'try:\n  from numba import njit\nexcept ImportError:\n  def njit(f): return f\n',
    'try:\n  from numba import njit\nexcept ImportError:\n  njit = lambda f: f\n',
    'try:\n  import numba\n  njit = numba.njit\nexcept ImportError:\n  njit = None\n',
    'if USE:\n  from numba import njit\nelse:\n  def njit(f): return f\n',
    'if not USE:\n  def njit(f): return f\nelse:\n  from numba import njit\n',
    'from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n  from numba import njit\n',
  ])('%j', (text) => {
    expect(meaningOf(bindText(`${text}@njit\ndef f(): pass\nnjit`), 'njit')).toBe('numba.njit');
  });
});

test('qualified names of functions', () => {
  const module = bindText('def f():\n  def g(): pass\nclass C:\n  def m(self):\n    def h(): pass\n');
  expect(module.functions.map((fn) => [fn.qualifiedName, fn.inClass, fn.enclosing?.qualifiedName])).toEqual([
    ['f', undefined, undefined],
    ['f.<locals>.g', undefined, 'f'],
    ['C.m', 'C', undefined],
    ['C.m.<locals>.h', undefined, 'C.m'],
  ]);
});

test('call sites are found through aliases and wrapping calls', () => {
  const module = bindText(
    'from numba import njit\ndef f(x): return x\nfast = njit(f)\ng = f\ndef h():\n  return f(1)\nfast(2)\ng(3)\nprint(f)\n',
  );
  const sites = module.callSites.get(functionNamed(module, 'f'))!;
  expect(sites.map(({ call, caller }) => [module.file.slice(call.range), caller?.qualifiedName])).toEqual([
    ['f(1)', 'h'],
    ['fast(2)', undefined],
    ['g(3)', undefined],
  ]);
});
