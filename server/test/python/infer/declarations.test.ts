import { SourceFile } from '@jitsight/shared/source/sourceFile';
import { beforeAll, describe, expect, test } from 'vitest';
import { bind } from '../../../src/frontends/python/bind/bind';
import { declarationProblems } from '../../../src/frontends/python/infer/specialize/declaration/declarationProblems';
import { parse } from '../../../src/frontends/python/parse/parse';
import { loadGrammar } from '../../../src/frontends/python/parse/grammar';

beforeAll(loadGrammar);

function problems(decorator: string, body = 'def f(x, y):\n    return x + y\n'): string[] {
  const text = `from numba import *\n\n@${decorator}\n${body}`;
  const module = bind(new SourceFile('test.py', text), parse(text));
  return module.functions.flatMap((fn) =>
    declarationProblems(fn, '0.68').map(
      (problem) =>
        `${problem.kind}: ${'reason' in problem ? problem.reason : module.file.slice(problem.range)}`,
    ),
  );
}

describe('options', () => {
  test('known ones pass', () => {
    expect(problems('njit(parallel=True, fastmath=True, error_model="numpy", cache=True)')).toEqual([]);
    expect(problems('vectorize(["int64(int64, int64)"], target="parallel", cache=True)')).toEqual([]);
  });
  test('unknown ones and wrong values do not', () => {
    expect(problems('njit(paralel=True)')).toEqual([
      "bad-option: there is no such option; 'parallel' is meant?",
    ]);
    expect(problems('njit(error_model="foo")')).toEqual(["bad-option: must be 'python' or 'numpy'"]);
    expect(problems('vectorize(["int64(int64, int64)"], target="gpu")')).toEqual([
      "bad-option: must be 'cpu' or 'parallel' or 'cuda'",
    ]);
    expect(problems('jit(nopython=True, forceobj=True)')).toEqual([
      "bad-option: only one of 'nopython' or 'forceobj' can be True",
    ]);
  });
});

describe('signatures', () => {
  test('must be readable and fit the parameters', () => {
    expect(problems('njit("int64(int64, int64)")')).toEqual([]);
    expect(problems('njit("int64(int64)")')).toEqual([
      'bad-signature: 1 argument types given, but the function takes 2',
    ]);
    expect(problems('njit("int46(int64, int64)")')).toHaveLength(1);
  });
});

describe('gufunc layouts', () => {
  const kernel = 'def g(x, y, out):\n    for i in range(x.shape[0]):\n        out[i] = x[i] + y\n';
  const layout = (types: string, text: string, body = kernel) =>
    problems(`guvectorize(["void(${types})"], "${text}")`, body);
  const types = 'int64[:], int64, int64[:]';

  test('fit', () => {
    expect(layout(types, '(n),()->(n)')).toEqual([]);
    expect(layout('int64[:], int64, int64[:]', '(n),()->()')).toEqual([]);
  });
  test('do not fit', () => {
    expect(layout(types, '(n)->(n)')).toEqual(['gufunc-layout: (n)->(n) has 2 arguments, g takes 3']);
    expect(layout(types, '(n),()->(m)')).toEqual(['gufunc-layout: undefined output symbols: m']);
    expect(layout(types, '(n),()->(n')).toEqual(["gufunc-layout: bad token in signature '(n'"]);
    expect(layout('int64, int64, int64[:]', '(n),()->(n)')).toEqual([
      "gufunc-layout: argument 'x' is an array of 1 dimension in (n),()->(n), its type is int64",
    ]);
  });
  test('kernels return nothing', () => {
    expect(layout(types, '(n),()->(n)', 'def g(x, y, out):\n    return 3\n')).toEqual([
      'gufunc-return: return 3',
    ]);
  });
});
