import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { loadGrammar } from '../../../src/frontends/python/parse/grammar';
import { parse } from '../../../src/frontends/python/parse/parse';
import { type ParsedText, reparse } from '../../../src/frontends/python/parse/reparse';
import { randomEdit, randomNumbers } from '../reuse/randomEdit';

const folder = join(import.meta.dirname, '../../../../test-fixtures/conformance/language-0.68');

beforeAll(loadGrammar);

function parsed(text: string): ParsedText {
  return { text, tree: parse(text) };
}

const text = `a = 1


def f(x):
    return x


b = 2
`;

it('takes over the statements that an edit leaves alone', () => {
  const before = parsed(text);
  const after = reparse(text.replace('b = 2', 'b = 3\nc = 4'), before);
  expect(after?.body[0]).toBe(before.tree.body[0]);
  expect(after).toEqual(parse(text.replace('b = 2', 'b = 3\nc = 4')));
});

it('moves the statements below an edit', () => {
  const after = `# a comment\n${text}`;
  expect(reparse(after, parsed(text))).toEqual(parse(after));
});

it.each([
  ['an open bracket', 'a = 1', 'a = (1'],
  ['an open string', 'a = 1', 'a = """1'],
  ['a backslash at the end', 'a = 1\n', 'a = 1 \\\n'],
  ['a decorator without a function', 'a = 1', '@a'],
])('leaves the whole to be parsed after %s', (_, from, to) => {
  expect(reparse(text.replace(from, to), parsed(text))).toBeUndefined();
});

const sources = readdirSync(folder)
  .filter((name) => name.endsWith('.py'))
  .map((name) => readFileSync(join(folder, name), 'utf8'));
/** What changes the reading of lines around it. */
const pieces = [
  '"""',
  '\\\n',
  '(',
  ']',
  '\n',
  '    ',
  '#',
  'else:\n',
  '@njit\n',
  'if x:\n',
  '; y = 2',
  '-b\n',
  'try:\n',
];

it.each([1, 2, 3, 4])('gives the tree of a parse from scratch after random edits (seed %i)', (seed) => {
  const random = randomNumbers(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
  let before = parsed(pick(sources));
  let taken = 0;
  for (let edit = 0; edit < 40; edit++) {
    const at = Math.floor(random() * before.text.length);
    const place = random() < 0.5 ? before.text.lastIndexOf('\n', at) + 1 : at;
    const changed =
      random() < 0.5
        ? randomEdit(before.text, random)
        : before.text.slice(0, place) + pick(pieces) + before.text.slice(place);
    const fresh = parse(changed);
    const tree = reparse(changed, before);
    if (tree) {
      taken++;
      expect(tree, changed).toEqual(fresh);
    }
    if (fresh.errors.length === 0) before = { text: changed, tree: tree ?? fresh };
  }
  expect(taken).toBeGreaterThan(10);
});
