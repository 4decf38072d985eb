import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SourceFile } from '@jitsight/shared/source/sourceFile';
import { beforeAll, describe, expect, it } from 'vitest';
import { analyzeAtOnce } from '../../../src/analysis/analyze';
import type { FileAnalysis } from '../../../src/frontends/frontend';
import { pythonFrontend } from '../../../src/frontends/python/pythonFrontend';
import { plainAnalysis } from './plainAnalysis';
import { randomEdit, randomNumbers } from './randomEdit';

const fixtures = join(import.meta.dirname, '../../../../test-fixtures');

beforeAll(() => pythonFrontend.start());

function analysisOf(text: string, previous?: FileAnalysis, numba = '0.68'): FileAnalysis {
  const file = new SourceFile('file:///edited.py', text, 0);
  const settings = { numba, numbaSource: 'default', rules: {} } as const;
  return analyzeAtOnce(pythonFrontend, file, settings, { files: [file] }, previous);
}

/** Functions whose types were taken over from the analysis before: not found out again, they are the same objects. */
function keptIn(after: FileAnalysis, before: FileAnalysis): readonly string[] {
  const known = new Set(before.functions.flatMap((one) => one.specializations.map(({ locals }) => locals)));
  return after.functions
    .filter((one) => one.specializations.some(({ locals }) => known.has(locals)))
    .map((one) => one.name);
}

const program = `import numpy as np
from numba import njit

SCALE = 2


@njit
def scaled(x):
    return x * SCALE


@njit
def total(values):
    result = 0.0
    for k in range(len(values)):
        result += scaled(values[k])
    return result


@njit
def alone(n):
    return n + 1


total(np.ones(10))
alone(3)
`;

describe('what stays known from one version of a file to the next', () => {
  const edits: readonly [what: string, from: string, to: string, kept: readonly string[]][] = [
    [
      'a comment',
      '\n\n\n@njit\ndef total',
      '\n\n\n# about it\n@njit\ndef total',
      ['scaled', 'total', 'alone'],
    ],
    ['a function itself', 'n + 1', 'n + 2', ['scaled', 'total']],
    ['a callee', 'x * SCALE', 'x - SCALE', ['alone']],
    ['a constant that a callee reads', 'SCALE = 2', 'SCALE = 2.5', ['alone']],
    ['what a call passes', 'alone(3)', 'alone(3.5)', ['scaled', 'total']],
    ['what a name means', 'from numba import njit', 'from numba import jit as njit', []],
    ['another binding of a name', 'alone(3)\n', 'alone(3)\nSCALE = 3\n', ['alone']],
    [
      'an import of something else',
      'import numpy as np',
      'import math\nimport numpy as np',
      ['scaled', 'total', 'alone'],
    ],
  ];
  it.each(edits)('after an edit of %s', (_, from, to, kept) => {
    const before = analysisOf(program);
    const text = program.replace(from, to);
    const after = analysisOf(text, before);
    expect(keptIn(after, before)).toEqual(kept);
    expect(plainAnalysis(after, true)).toEqual(plainAnalysis(analysisOf(text), true));
  });
});

const sources = ['workspace', 'tutorial', 'conformance/inference-0.68', 'conformance/language-0.68']
  .flatMap((folder) => readdirSync(join(fixtures, folder)).map((name) => join(fixtures, folder, name)))
  .filter((path) => path.endsWith('.py'))
  .map((path) => readFileSync(path, 'utf8'))
  .filter((text) => text.length < 6000);

it.each([1, 2, 3, 4])('is what analysis from scratch finds, after random edits (seed %i)', (seed) => {
  const random = randomNumbers(seed);
  const pick = () => sources[Math.floor(random() * sources.length)]!;
  const numba = seed % 3 === 0 ? '0.56' : '0.68';
  let text = `${program}\n\n${pick()}`;
  let previous = analysisOf(text, undefined, numba);
  let kept = 0;
  for (let edit = 0; edit < 12; edit++) {
    // Now and then the file is mended: most random programs are broken ones.
    text = randomEdit(edit % 4 === 3 ? `${program}\n\n${pick()}` : text, random);
    const after = analysisOf(text, previous, numba);
    kept += keptIn(after, previous).length;
    expect(plainAnalysis(after), text).toEqual(plainAnalysis(analysisOf(text, undefined, numba)));
    previous = after;
  }
  expect(kept).toBeGreaterThan(0);
});

it('keeps nothing under the rules of another Numba', () => {
  const before = analysisOf(program);
  const after = analysisOf(program, before, '0.56');
  expect(keptIn(after, before)).toEqual([]);
  expect(plainAnalysis(after)).toEqual(plainAnalysis(analysisOf(program, undefined, '0.56')));
});

describe('beside other files', () => {
  const text = `from numba import njit
import helpers


@njit
def uses(a):
    return helpers.scaled(a)


@njit
def alone(a):
    return a + 1


uses(2)
alone(3)
`;
  const helpers = `from numba import njit


@njit
def scaled(x):
    return x * 2
`;
  const backwards = `${helpers}

from edited import alone


@njit
def calls(x):
    return alone(x)
`;

  function analysed(text: string, helper: SourceFile, previous?: FileAnalysis): FileAnalysis {
    const file = new SourceFile('file:///edited.py', text, 0);
    const settings = { numba: '0.68', numbaSource: 'default', rules: {} } as const;
    return analyzeAtOnce(pythonFrontend, file, settings, { files: [file, helper] }, previous);
  }
  const helperFile = (text: string) => new SourceFile('file:///helpers.py', text, 0);

  it('keeps what uses a file that stays the same', () => {
    const helper = helperFile(helpers);
    const before = analysed(text, helper);
    const edited = text.replace('a + 1', 'a + 2');
    const after = analysed(edited, helper, before);
    expect(keptIn(after, before)).toEqual(['uses']);
    expect(plainAnalysis(after, true)).toEqual(plainAnalysis(analysed(edited, helper), true));
  });

  it('types again when another file changes', () => {
    const before = analysed(text, helperFile(helpers));
    const changed = helperFile(helpers.replace('x * 2', 'x * 2.5'));
    const after = analysed(text, changed, before);
    expect(plainAnalysis(after, true)).toEqual(plainAnalysis(analysed(text, changed), true));
    expect(after.functions[0]!.specializations[0]!.returnType).toBe('float64');
  });

  it('types again what uses a file that imports this one', () => {
    const helper = helperFile(backwards);
    const calling = text.replace('helpers.scaled', 'helpers.calls');
    const before = analysed(calling, helper);
    const edited = calling.replace('a + 1', 'a + 1.5');
    const after = analysed(edited, helper, before);
    expect(keptIn(after, before)).toEqual([]);
    expect(plainAnalysis(after, true)).toEqual(plainAnalysis(analysed(edited, helper), true));
  });
});
