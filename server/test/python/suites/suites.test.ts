import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SourceFile } from '@jitsight/shared/source/sourceFile';
import { beforeAll, describe, expect, it } from 'vitest';
import { analyzeAtOnce } from '../../../src/analysis/analyze';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic';
import type { Fix } from '../../../src/diagnostics/fix';
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

const allCases = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .flatMap((name) =>
    readSuite(readFileSync(join(folder, name), 'utf8')).map((one) => ({ ...one, suite: name })),
  );

/** Only what real Numba compiles may be offered; `npm run conformance:record -- --only fixes` asks it. */
it('every fixed program compiles under real Numba', () => {
  const unproved = allCases.filter(
    ({ fixed, suite, numba }) =>
      fixed && !isSuppressed(fixed) && !isGood(recordedVerdict(suite, numba, fixed)),
  );
  expect(unproved.map((one) => one.title)).toEqual([]);
});

it('what is offered for Numba 0.56 compiles there as well', () => {
  const unproved = allCases.filter(({ text, fixed, suite, expectations }) => {
    const wanted = expectations.find((x) => x.kind === 'fix');
    if (!fixed || isSuppressed(fixed) || wanted?.kind !== 'fix') return false;
    const { file, analysis } = analyzed(text, '0.56');
    const offered = fixesOn(wanted.line, file, analysis).find((each) => each.id === wanted.id);
    if (!offered || applyEdits(text, offered.edits()) !== fixed) return false;
    return !isGood(recordedVerdict(suite, '0.56', fixed));
  });
  expect(unproved.map((one) => one.title)).toEqual([]);
});

it('every kind of fix has a case', () => {
  const shown = new Set(
    allCases.flatMap((one) => one.expectations.flatMap((x) => (x.kind === 'fix' ? [x.id] : []))),
  );
  const source = join(import.meta.dirname, '../../../src/frontends/python');
  const kinds = ['fixes', 'advice'].flatMap((room) =>
    readdirSync(join(source, room)).flatMap((name) =>
      [...readFileSync(join(source, room, name), 'utf8').matchAll(/(?:quickFix\(\s*|\bid: )'([\w-]+)'/g)].map(
        (match) => match[1]!,
      ),
    ),
  );
  expect(kinds.length).toBeGreaterThan(80);
  expect([...new Set(kinds)].filter((id) => !shown.has(id))).toEqual([]);
});

/** What is only switched off stays a problem for Numba. */
function isSuppressed(program: string): boolean {
  return program.includes('jitsight: ignore');
}

/** A program that decorates nothing any more only has to run. */
function isGood(verdict: string | undefined): boolean {
  return verdict === 'compiles' || verdict === 'runs';
}

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
  const offered = fixesOn(line, file, analysis);
  const fix = offered.find((each) => each.id === id);
  expect(offered.map((each) => each.id)).toContain(id);
  const after = applyEdits(file.text, fix!.edits());
  expect(after).toBe(one.fixed);
  const again = analyzed(after, one.numba).analysis;
  expect(again.diagnostics.filter((found) => found.severity === 'error')).toEqual([]);
}

function fixesOn(line: number, file: SourceFile, analysis: FileAnalysis): readonly Fix[] {
  const lineOf = (offset: number) => file.positionAt(offset).line;
  return [
    ...analysis.diagnostics
      .filter((found) => lineOf(found.range.start) === line)
      .flatMap((found) => found.fixes),
    ...analysis.functions.flatMap((unit) =>
      unit.fixes.filter(({ range }) => lineOf(range.start) === line).map(({ fix }) => fix),
    ),
  ];
}
