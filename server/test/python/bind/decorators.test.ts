import { beforeAll, describe, expect, test } from 'vitest';
import type { BoundModule } from '../../../src/frontends/python/bind/boundModule';
import { loadGrammar } from '../../../src/frontends/python/parse/grammar';
import { bindText, functionNamed } from './bindText';

beforeAll(loadGrammar);

/** `kind form nopython [signatures] layout {options}` of f. */
function decoratorOf(module: BoundModule, name = 'f'): string | undefined {
  const { decorator } = functionNamed(module, name);
  if (!decorator) return undefined;
  const signatures = decorator.signatures.map((one) => module.file.slice(one.range)).join(' | ');
  const options = [...decorator.options.values()].map((one) => `${one.name}=${one.constant}`).join(' ');
  return [
    decorator.kind,
    decorator.form,
    decorator.nopython,
    ...(signatures && [`[${signatures}]`]),
    ...(decorator.layout !== undefined ? [decorator.layout] : []),
    ...(options && [`{${options}}`]),
  ].join(' ');
}

const imports = `
import functools
import numba as nb
import numpy as np
from numba import (jit, njit, vectorize, guvectorize, generated_jit, stencil, cfunc, jit_module, types,
                   int32, float64)
from numba.extending import overload, register_jitable
`;

describe('above the function', () => {
  test.each([
    ['@njit', 'njit bare true'],
    ['@njit()', 'njit call true'],
    ['@jit', 'jit bare by-version'],
    ['@nb.jit(nopython=True)', 'jit call true {nopython=true}'],
    ['@jit(nopython=False)', 'jit call false {nopython=false}'],
    ['@jit(forceobj=True)', 'jit call false {forceobj=true}'],
    ["@jit('f8(f8)')", "jit call by-version ['f8(f8)']"],
    ['@njit(int32(int32))', 'njit call true [int32(int32)]'],
    ['@njit((int32, int32))', 'njit call true [(int32, int32)]'],
    ["@njit(['f8(f8)', int32(int32)])", "njit call true ['f8(f8)' | int32(int32)]"],
    ["@jit(signature_or_function='f8(f8)', cache=True)", "jit call by-version ['f8(f8)'] {cache=true}"],
    ['@njit(None, parallel=True)', 'njit call true {parallel=true}'],
    ["@njit(error_model='numpy', inline=x)", 'njit call true {error_model=numpy inline=undefined}'],
    [
      "@vectorize([float64(float64)], target='parallel')",
      'vectorize call true [float64(float64)] {target=parallel}',
    ],
    ['@vectorize', 'vectorize bare true'],
    [
      '@nb.vectorize((float64(float64), int32(int32)))',
      'vectorize call true [float64(float64) | int32(int32)]',
    ],
    [
      "@guvectorize(['void(f8[:], f8[:])'], '(n)->(n)', nopython=True)",
      "guvectorize call true ['void(f8[:], f8[:])'] (n)->(n) {nopython=true}",
    ],
    ["@guvectorize('(n),()->(n)')", 'guvectorize call true (n),()->(n)'],
    ['@generated_jit(nopython=True)', 'generated_jit call true {nopython=true}'],
    ['@generated_jit', 'generated_jit bare by-version'],
    ['@stencil', 'stencil bare true'],
    ["@stencil('constant', cval=1.5)", 'stencil call true {cval=1.5}'],
    ["@cfunc('f8(f8)')", "cfunc call true ['f8(f8)']"],
    ['@overload(np.clip)', 'overload call true'],
    ['@register_jitable', 'njit bare true'],
    ['@nb.core.decorators.njit', 'njit bare true'],
    ['@functools.lru_cache', undefined],
    ['@nb.cuda.jit', undefined],
  ])('%s', (decorator, expected) => {
    expect(decoratorOf(bindText(`${imports}${decorator}\ndef f(x): return x\n`))).toBe(expected);
  });

  test('others are kept as they are', () => {
    const module = bindText(`${imports}@nb.cuda.jit\n@njit\n@functools.wraps(g)\ndef f(x): return x\n`);
    const { otherDecorators } = functionNamed(module, 'f');
    expect(otherDecorators.map((one) => module.file.slice(one.range))).toEqual([
      'nb.cuda.jit',
      'functools.wraps(g)',
    ]);
  });

  test('the target of an overload', () => {
    const module = bindText(`${imports}@overload(np.clip, strict=False)\ndef f(x): return x\n`);
    const { decorator } = functionNamed(module, 'f');
    expect(module.qualifiedName(decorator!.overloadOf!)).toBe('numpy.clip');
  });
});

describe('through a name', () => {
  test.each([
    ['fastjit = njit(fastmath=True)\n@fastjit\ndef f(x): return x', 'njit bare true {fastmath=true}'],
    [
      'fastjit = functools.partial(njit, fastmath=True)\n@fastjit(cache=True)\ndef f(x): return x',
      'njit call true {fastmath=true cache=true}',
    ],
    [
      'fastjit = functools.partial(jit, nopython=True)\n@fastjit\ndef f(x): return x',
      'jit bare true {nopython=true}',
    ],
    [
      'sigs = [float64(float64)]\n@vectorize(sigs)\ndef f(x): return x',
      'vectorize call true [float64(float64)]',
    ],
    ['PARALLEL = True\n@njit(parallel=PARALLEL)\ndef f(x): return x', 'njit call true {parallel=true}'],
    ['dec = njit if FAST else (lambda f: f)\n@dec\ndef f(x): return x', 'njit bare true'],
    ['jit = njit(cache=True)\n@jit\ndef f(x): return x', 'njit bare true {cache=true}'],
  ])('%j', (text, expected) => {
    expect(decoratorOf(bindText(`${imports}${text}\n`))).toBe(expected);
  });
});

describe('by a call', () => {
  test.each([
    ['def f(x): return x\nf = njit(f)', 'njit wrap true'],
    ['def f(x): return x\nfast = njit(parallel=True)(f)', 'njit wrap true {parallel=true}'],
    [
      "def f(x): return x\nfast = jit('f8(f8)', nopython=True)(f)",
      "jit wrap true ['f8(f8)'] {nopython=true}",
    ],
    ['def f(x): return x\nfast = jit(f, nopython=True)', 'jit wrap true {nopython=true}'],
    ['def f(x): return x\nfast = vectorize([float64(float64)])(f)', 'vectorize wrap true [float64(float64)]'],
    ['def f(x): return x\nprint(f(2))', undefined],
    [
      'def f(x): return x\njit_module(nopython=True, cache=True)',
      'jit_module module true {nopython=true cache=true}',
    ],
    ['jit_module(nopython=True)\ndef f(x): return x', undefined],
  ])('%j', (text, expected) => {
    expect(decoratorOf(bindText(`${imports}${text}\n`))).toBe(expected);
  });
});

test('suppressions', () => {
  const module = bindText(
    [
      '# jitsight: ignore-file[hot-loop]',
      'x = f(1)  # jitsight: ignore',
      'def f(  # jitsight: ignore[a, b]',
      '    y):',
      '    # jitsight: ignore[c]',
      '    return (y +',
      '            1)',
      '# jitsight: ignored',
    ].join('\n'),
  );
  expect(
    module.suppressions.map(({ line, codes, range }) => [line, codes, module.file.slice(range).slice(0, 9)]),
  ).toEqual([
    [0, ['hot-loop'], '# jitsigh'],
    [1, [], 'x = f(1)'],
    [2, ['a', 'b'], 'def f(  #'],
    [5, ['c'], 'return (y'],
  ]);
});
