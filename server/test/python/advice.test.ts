import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SourceFile } from '@jitsight/shared/source/sourceFile';
import { beforeAll, describe, expect, it } from 'vitest';
import { hotLoops } from '../../src/frontends/python/advice/hotLoops';
import { iterationConflicts } from '../../src/frontends/python/advice/iterationDependence';
import { loopToFunction } from '../../src/frontends/python/advice/loopToFunction';
import { estimateLoops } from '../../src/frontends/python/advice/work';
import { bind } from '../../src/frontends/python/bind/bind';
import { applyEdits } from '../../src/frontends/python/fixes/applyEdits';
import { importNames } from '../../src/frontends/python/fixes/importName';
import { loadGrammar } from '../../src/frontends/python/parse/grammar';
import { parse } from '../../src/frontends/python/parse/parse';
import type { RuleContext } from '../../src/frontends/python/rules/rule';

const tutorial = join(import.meta.dirname, '../../../test-fixtures/tutorial');

function contextOf(text: string): RuleContext {
  const file = new SourceFile('file:///t.py', text);
  return { file, module: bind(file, parse(text)), numba: '0.68' };
}

const read = (name: string) => contextOf(readFileSync(join(tutorial, name), 'utf8'));

beforeAll(loadGrammar);

describe('estimating work', () => {
  it('finds the sort as the heaviest loop of the undecorated tutorial program', () => {
    const [heaviest] = estimateLoops(read('insertion_sort_plain.py').module);
    expect(heaviest?.owner?.qualifiedName).toBe('insertion_sort');
    expect(heaviest?.depth).toBe(2);
  });

  it('counts constant trips and the small functions that a loop calls', () => {
    const [nest] = estimateLoops(read('signatures_plain.py').module);
    expect(nest?.owner).toBeUndefined();
    expect(nest?.trips.map((one) => one.count)).toEqual([1000, 1000]);
    expect(nest!.work).toBeGreaterThan(1e6);
  });

  it.each([
    ['range(n)', 'def f(n):\n    for i in range(n): pass\nf(300)', [300], true],
    [
      'the largest of several calls',
      'def f(n):\n    for i in range(n): pass\nf(300)\nf(n=500)',
      [500],
      false,
    ],
    ['a default', 'def f(n=40):\n    for i in range(n): pass\nf()', [40], true],
    ['no calls', 'def f(n):\n    for i in range(n): pass', [10_000], false],
    [
      'lengths of what is passed',
      'import numpy as np\ndef f(x, w):\n    for i in range(len(x) - w):\n        for j in range(w): pass\nx = np.random.rand(200)\nf(x, 20)',
      [180, 20],
      true,
    ],
    [
      'an unpacked shape',
      'import numpy as np\ndef f(x):\n    rows, columns = x.shape\n    for i in range(rows):\n        for j in range(columns): pass\nf(np.zeros((30, 40)))',
      [30, 40],
      true,
    ],
    [
      'the array itself',
      'import numpy as np\nrng = np.random.default_rng(1)\nfor x in rng.normal(size=70): pass',
      [70],
      true,
    ],
  ])('counts the trips that the calls of the file make: %s', (_, text, counts, known) => {
    const [nest] = estimateLoops(contextOf(text).module);
    expect(nest?.trips.map((one) => one.count)).toEqual(counts);
    expect(nest?.trips.every((one) => one.known)).toBe(known);
  });

  it('gives shares of what the interpreter runs, leaving compiled functions out', () => {
    const text =
      'from numba import njit\n@njit\ndef f(n):\n    for i in range(n): pass\ndef g(n):\n    for i in range(n): pass\nf(10**9)\ng(10**5)\n';
    expect(hotLoops(estimateLoops(contextOf(text).module)).map((one) => one.score)).toEqual([1]);
  });
});

describe('moving a module-level loop into a function', () => {
  it('passes what it reads, returns what is used later, and decorates what it calls', () => {
    const context = read('signatures_plain.py');
    const loop = context.module.tree.body.find((one) => one.kind === 'For')!;
    const fix = loopToFunction(loop as never, context)!;
    expect(
      applyEdits(context.file.text, fix.edits()),
    ).toBe(`"""Scalar functions called once for every pair of elements."""

from numba import njit


@njit
def add(a, b):
    return a + b


@njit
def multiply(a, b):
    return a * b


total = 0


@njit
def compute_total(total):
    for i in range(1000):
        for j in range(1000):
            total = add(total, multiply(i, j))
    return total


total = compute_total(total)
print(total)
`);
  });
});

describe('independence of iterations', () => {
  const conflicts = (body: string) => {
    const context = contextOf(
      `def f(a, b, n, h, x):\n    for i in range(n):\n${body.replace(/^/gm, '        ')}\n`,
    );
    const loop = context.module.functions[0]!.node.body[0]!;
    return iterationConflicts(loop as never).map((one) => one.subject);
  };

  it.each([
    ['own elements', 'a[i] = b[i] * 2'],
    ['own rows', 'for j in range(n):\n    a[i, j] = b[j, i]'],
    ['a private scalar', 's = 0.0\nfor j in range(n):\n    s += b[i, j]\na[i] = s'],
    ['a reduction', 's += b[i]'],
    ['an update of its own element', 'a[i] += b[i]'],
  ])('lets through %s', (_, body) => {
    expect(conflicts(body)).toEqual([]);
  });

  it.each([
    ['an element named by data', 'h[x[i]] += 1', ['h']],
    ['a neighbour that another iteration writes', 'a[i] = a[i - 1] + 1', ['a']],
    ['a scalar carried along', 's = s * 2 + b[i]\na[i] = s', ['s']],
    ['an early exit', 'if b[i] > 0:\n    break', ['break']],
    ['a conditional maximum', 'if b[i] > m:\n    m = b[i]', ['m']],
    ['a growing list', 'x.append(i)', ['x']],
  ])('stops at %s', (_, body, subjects) => {
    expect(conflicts(body)).toEqual(subjects);
  });
});

describe('importing a name', () => {
  const added = (text: string) => {
    const context = contextOf(text);
    const { references, edits } = importNames(context, 'numba', ['vectorize', 'int64']);
    return [references.join(' '), applyEdits(text, edits)];
  };

  it('uses an imported module', () => {
    expect(added('import numba as nb\n')).toEqual(['nb.vectorize nb.int64', 'import numba as nb\n']);
  });

  it('extends an import, in its own style', () => {
    expect(added('from numba import jit\n')[1]).toBe('from numba import jit, vectorize, int64\n');
    expect(added('from numba import (\n    jit,\n)\n')[1]).toBe(
      'from numba import (\n    jit,\n    vectorize,\n    int64,\n)\n',
    );
  });

  it('adds one after the last, apart from the standard library', () => {
    expect(added('import random\n\nx = 1\n')[1]).toBe(
      'import random\n\nfrom numba import vectorize, int64\n\nx = 1\n',
    );
    expect(added('import numpy as np\r\n')[1]).toBe(
      'import numpy as np\r\nfrom numba import vectorize, int64\r\n',
    );
  });

  it('adds one behind the docstring and the opening comments', () => {
    expect(added('#!/usr/bin/env python3\nx = 1\n')[1]).toBe(
      '#!/usr/bin/env python3\nfrom numba import vectorize, int64\n\n\nx = 1\n',
    );
    expect(added('"""Doc."""\n\nx = 1\n')[1]).toBe(
      '"""Doc."""\n\nfrom numba import vectorize, int64\n\nx = 1\n',
    );
  });
});
