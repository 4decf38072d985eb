import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SourceFile } from '@jitsight/shared/source/sourceFile';
import { beforeAll, describe, expect, it } from 'vitest';
import { analyzeAtOnce } from '../../../src/analysis/analyze';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic';
import type { FileAnalysis } from '../../../src/frontends/frontend';
import { applyEdits } from '../../../src/frontends/python/fixes/applyEdits';
import { pythonFrontend } from '../../../src/frontends/python/pythonFrontend';
import { type Expectation, readSuite, type SuiteCase } from './readSuite';

const folder = join(import.meta.dirname, '../../../../test-fixtures/suites');

beforeAll(() => pythonFrontend.start());

for (const name of readdirSync(folder).filter((one) => one.endsWith('.md'))) {
  describe(name.replace(/\.md$/, ''), () => {
    for (const one of readSuite(readFileSync(join(folder, name), 'utf8'))) {
      it(one.title, () => check(one));
    }
  });
}

/** Only what real Numba compiles may be offered; `npm run conformance:record -- --only fixes` asks it. */
it('every fixed program compiles under real Numba', () => {
  const unproved = readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .flatMap((name) => {
      const cases = readSuite(readFileSync(join(folder, name), 'utf8'));
      return cases.filter(
        (one) =>
          one.fixed &&
          !one.fixed.includes('jitsight: ignore') &&
          recordedVerdict(name, one.numba, one.fixed) !== 'compiles',
      );
    });
  expect(unproved.map((one) => one.title)).toEqual([]);
});

function recordedVerdict(suite: string, numba: string, program: string): string | undefined {
  const path = join(folder, suite.replace(/\.md$/, `-${numba}.json`));
  if (!existsSync(path)) return undefined;
  const { programs } = JSON.parse(readFileSync(path, 'utf8')) as {
    programs: { sha256: string; verdict: string }[];
  };
  const hash = createHash('sha256').update(program).digest('hex');
  return programs.find((one) => one.sha256 === hash)?.verdict;
}

function check(one: SuiteCase): void {
  const { file, analysis } = analyzed(one.text, one.numba);
  const expected = one.expectations.filter((x) => x.kind === 'diagnostic');
  expect(analysis.diagnostics.map((found) => describeFound(found, file, expected))).toEqual(
    expected.map((x) => `line ${x.line + 1}: ${x.severity}: [${x.code}]${x.part ? ` "${x.part}"` : ''}`),
  );
  for (const x of one.expectations) {
    if (x.kind === 'infers') expect(typeAt(x, file, analysis), `line ${x.line + 1}`).toBe(x.type);
    if (x.kind === 'fix') checkFix(x, one, file, analysis);
  }
}

function analyzed(text: string, numba: string) {
  const file = new SourceFile('file:///suite.py', text);
  const settings = { numba, numbaSource: 'option' as const, rules: {} };
  return { file, analysis: analyzeAtOnce(pythonFrontend, file, settings, { files: [] }) };
}

/** A diagnostic as its expectation would be written, with the part of the message that was asked for. */
function describeFound(found: Diagnostic, file: SourceFile, expected: readonly Expectation[]): string {
  const { line } = file.positionAt(found.range.start);
  const wanted = expected.find((x) => x.kind === 'diagnostic' && x.line === line && x.code === found.code);
  const part = wanted?.kind === 'diagnostic' ? wanted.part : undefined;
  const shown = part && found.message.includes(part) ? part : part && found.message;
  return `line ${line + 1}: ${found.severity}: [${found.code}]${shown ? ` "${shown}"` : ''}`;
}

function typeAt(
  { line, name }: Expectation & { kind: 'infers' },
  file: SourceFile,
  analysis: FileAnalysis,
): string | undefined {
  const offset = file.offsetAt({ line, column: 0 });
  const unit = analysis.functions.findLast((one) => one.range.start <= offset && offset <= one.range.end);
  const [specialization] = unit?.specializations ?? [];
  return name === 'return' ? specialization?.returnType : specialization?.locals[name];
}

/** Applies the fix, compares the text, and asks that it compiles where the case names no further problem. */
function checkFix(
  { line, id }: Expectation & { kind: 'fix' },
  one: SuiteCase,
  file: SourceFile,
  analysis: FileAnalysis,
): void {
  const lineOf = (offset: number) => file.positionAt(offset).line;
  const offered = [
    ...analysis.diagnostics
      .filter((found) => lineOf(found.range.start) === line)
      .flatMap((found) => found.fixes),
    ...analysis.functions.flatMap((unit) =>
      unit.fixes.filter(({ range }) => lineOf(range.start) === line).map(({ fix }) => fix),
    ),
  ];
  const fix = offered.find((each) => each.id === id);
  expect(offered.map((each) => each.id)).toContain(id);
  const after = applyEdits(file.text, fix!.edits());
  expect(after).toBe(one.fixed);
  const again = analyzed(after, one.numba).analysis;
  expect(again.diagnostics.filter((found) => found.severity === 'error')).toEqual([]);
}
