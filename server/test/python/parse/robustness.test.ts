import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SourceFile } from '@jitsight/shared/source/sourceFile';
import { beforeAll, describe, expect, test } from 'vitest';
import { bind } from '../../../src/frontends/python/bind/bind';
import { loadGrammar } from '../../../src/frontends/python/parse/grammar';
import { parse } from '../../../src/frontends/python/parse/parse';

beforeAll(loadGrammar);

const folder = join(import.meta.dirname, '../../../../test-fixtures/tutorial');
const programs = readdirSync(folder).filter((name) => name.endsWith('.py'));
const textOf = (name: string) => readFileSync(join(folder, name), 'utf8');

/** Parses and binds; every range must lie in the text and every child in its parent. */
function check(text: string): void {
  const tree = parse(text);
  checkRanges(tree.body, { start: 0, end: text.length }, text);
  for (const { range, message } of tree.errors) {
    if (range.start < 0 || range.end > text.length || message === '') fail(text, `error ${message}`);
  }
  const module = bind(new SourceFile('file:///a.py', text), tree);
  for (const fn of module.functions) module.callSites.get(fn);
}

function checkRanges(value: unknown, outer: { start: number; end: number }, text: string): void {
  if (Array.isArray(value)) for (const item of value) checkRanges(item, outer, text);
  else if (typeof value === 'object' && value !== null && !(value instanceof Uint8Array)) {
    const { range, kind } = value as { range?: { start: number; end: number }; kind?: string };
    if (range && !(outer.start <= range.start && range.start <= range.end && range.end <= outer.end)) {
      fail(text, `${kind} ${range.start}-${range.end} outside ${outer.start}-${outer.end}`);
    }
    for (const [name, inner] of Object.entries(value)) {
      if (!name.toLowerCase().endsWith('range') && name !== 'pattern')
        checkRanges(inner, range ?? outer, text);
    }
  }
}

function fail(text: string, what: string): never {
  throw new Error(`${what} in ${JSON.stringify(text)}`);
}

/** Mulberry32: small, seeded, the same everywhere. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

test.each(programs)('every prefix of %s', (name) => {
  const text = textOf(name);
  for (let end = 0; end <= text.length; end++) check(text.slice(0, end));
});

const seed = 20260801;
const shards = [
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  ':',
  ',',
  '.',
  '=',
  ':=',
  '->',
  '@',
  '*',
  '**',
  '"',
  "'",
  '"""',
  "f'{",
  '\\',
  '#',
  '\n',
  '\r\n',
  '\r',
  '\t',
  '\f',
  '    ',
  '\0',
  '\ufeff',
  '\u2028',
  '\ud800',
  'é',
  '😀',
  'def ',
  'class ',
  'lambda ',
  'if ',
  'else:',
  'elif x:',
  'except',
  'try:',
  'for ',
  ' in ',
  'with ',
  'async ',
  'await ',
  'yield ',
  'match x:',
  'case 1:',
  'print "x"',
  'exec "x"',
  '<>',
  '`x`',
  '0777',
  '1e400',
  '0x',
  '1_',
  'not ',
  'is ',
  'global x',
  'nonlocal x',
  'import ',
  'from . import *',
  'return',
  '[::1]',
  '[:, ::1]',
  '!',
  '?',
  '$',
  ';',
];

test(`mutations with seed ${seed}`, () => {
  const next = random(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)]!;
  const sources = programs.map(textOf);
  for (let round = 0; round < 3000; round++) {
    let text = pick(sources);
    const changes = 1 + Math.floor(next() * 4);
    for (let change = 0; change < changes; change++) {
      const at = Math.floor(next() * (text.length + 1));
      const length = next() < 0.5 ? 0 : Math.floor(next() * 30);
      const other = pick(sources);
      const from = Math.floor(next() * other.length);
      const insert = next() < 0.7 ? pick(shards) : other.slice(from, from + Math.floor(next() * 40));
      text = text.slice(0, at) + insert + text.slice(at + length);
    }
    check(text);
  }
});

describe('extremes', () => {
  test.each([
    ['brackets', `x = ${'('.repeat(20000)}${')'.repeat(20000)}`],
    ['open brackets', '['.repeat(20000)],
    ['a sum', `x = ${'a + '.repeat(20000)}a`],
    ['a chain of attributes', `x${'.y'.repeat(20000)}`],
    ['nots', `x = ${'not '.repeat(20000)}a`],
    ['lambdas', `x = ${'lambda: '.repeat(5000)}1`],
    ['elifs', `if a:\n  pass\n${'elif a:\n  pass\n'.repeat(5000)}`],
    ['indentation', Array.from({ length: 700 }, (_, depth) => `${' '.repeat(depth)}if x:\n`).join('')],
    ['functions', Array.from({ length: 700 }, (_, depth) => `${' '.repeat(depth)}def f(x):\n`).join('')],
    ['assignments', `${'a = '.repeat(5000)}1`],
    ['strings', `x = ${'"a" '.repeat(20000)}`],
    ['one long line', `x = [${'1, '.repeat(200000)}]`],
    ['open strings', `${'x = """\n'.repeat(2001)}`],
    ['broken lines', `${'x = (\n'.repeat(3000)}`],
    ['broken functions', 'def f(:\n  return (\n\n'.repeat(2000)],
  ])('%s', (_, text) => {
    const start = performance.now();
    check(text);
    expect(performance.now() - start).toBeLessThan(20_000);
  });

  test('nested too deeply is said, and the neighbours stand', () => {
    const tree = parse(`x = ${'('.repeat(2000)}1${')'.repeat(2000)}\ndef f(): pass\n`);
    expect(tree.errors).toMatchObject([{ message: 'nested too deeply to be analysed' }]);
    expect(tree.body[1]).toMatchObject({ kind: 'FunctionDef' });
  });
});
