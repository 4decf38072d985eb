import { beforeAll, describe, expect, test } from 'vitest';
import { linkModules } from '../../../src/frontends/python/bind/imports';
import { loadGrammar } from '../../../src/frontends/python/parse/grammar';
import { bindText, functionNamed, inWords } from './bindText';

beforeAll(loadGrammar);

/** Where `f` of the importing file is defined, for files given as path and text. */
function definitionOfF(files: Readonly<Record<string, string>>, importer: string): string | undefined {
  const modules = Object.entries(files).map(([path, text]) => bindText(text, `file:///${path}`));
  const from = modules.find((module) => module.file.uri === `file:///${importer}`)!;
  const meaning = from.exported('f');
  const found =
    meaning.kind === 'qualified' ? linkModules(modules).lookUp(from, meaning.qualifiedName) : undefined;
  return found && `${found.module.file.uri.slice(8)}: ${inWords(found.meaning)}`;
}

describe('another file', () => {
  const f = 'def f(x): return x\n';
  test.each([
    ['beside it', { 'a/helpers.py': f, 'a/main.py': 'from helpers import f' }, 'a/helpers.py: function f'],
    [
      'by a relative import',
      { 'a/helpers.py': f, 'a/main.py': 'from .helpers import f' },
      'a/helpers.py: function f',
    ],
    ['above', { 'helpers.py': f, 'a/main.py': 'from ..helpers import f' }, 'helpers.py: function f'],
    [
      'in a package',
      { 'p/q/helpers.py': f, 'a/main.py': 'from p.q.helpers import f' },
      'p/q/helpers.py: function f',
    ],
    [
      'through a package',
      { 'p/__init__.py': 'from .impl import f', 'p/impl.py': f, 'a/main.py': 'from p import f' },
      'p/impl.py: function f',
    ],
    [
      'by a star import',
      { 'helpers.py': f, 'a/main.py': 'from ..helpers import *' },
      'helpers.py: function f',
    ],
    [
      'as a variable',
      { 'helpers.py': 'f = 3', 'a/main.py': 'from helpers import f' },
      'helpers.py: global f',
    ],
    [
      'an import of it',
      { 'helpers.py': 'from math import sqrt as f', 'a/main.py': 'from helpers import f' },
      'helpers.py: math.sqrt',
    ],
    [
      'the nearer of two',
      { 'helpers.py': 'f = 3', 'a/helpers.py': f, 'a/main.py': 'from helpers import f' },
      'a/helpers.py: function f',
    ],
    ['in a circle', { 'b.py': 'from a.main import f', 'a/main.py': 'from b import f' }, 'b.py: a.main.f'],
    ['unknown', { 'a/main.py': 'from numpy import f' }, undefined],
  ])('%s', (_, files, expected) => {
    expect(definitionOfF(files as unknown as Record<string, string>, 'a/main.py')).toBe(expected);
  });
});

test('call sites of all files', () => {
  const helpers = bindText('def f(x): return x\nf(1)\n', 'file:///w/helpers.py');
  const main = bindText(
    'import helpers\nfrom helpers import f as g\nhelpers.f(2)\ng(3)\nhelpers.h(4)\n',
    'file:///w/main.py',
  );
  const star = bindText('from helpers import *\ndef h(): f(5)\n', 'file:///w/star.py');
  const linked = linkModules([main, star, helpers]);
  const sites = linked.callSites(functionNamed(helpers, 'f'));
  expect(
    sites.map(({ call, module, caller }) => [module.file.slice(call.range), caller?.qualifiedName]),
  ).toEqual([
    ['f(1)', undefined],
    ['helpers.f(2)', undefined],
    ['g(3)', undefined],
    ['f(5)', 'h'],
  ]);
});

test('a module runs what it imports, and what that imports, packages on the way included', () => {
  const texts = {
    'p/__init__.py': '',
    'p/a.py': 'def later():\n    from .b import g',
    'p/b.py': 'g = 1',
    'p/alone.py': 'import main',
    'main.py': 'import p.a',
  };
  const modules = Object.entries(texts).map(([path, text]) => bindText(text, `file:///${path}`));
  const main = modules.at(-1)!;
  const found = [...linkModules(modules).importedWith(main)].map((one) => one.file.uri.slice(8));
  expect(found.sort()).toEqual(['main.py', 'p/__init__.py', 'p/a.py', 'p/b.py']);
});
