import { SourceFile } from '@jitsight/shared/source/sourceFile';
import { beforeAll, describe, expect, it } from 'vitest';
import { analyzeAtOnce } from '../../src/analysis/analyze';
import { pythonFrontend } from '../../src/frontends/python/pythonFrontend';
import { allRuleMetas } from '../../src/frontends/python/rules/metas';

beforeAll(() => pythonFrontend.start());

/** Rules that end with a version show their example under the one before; advice beside it is not what the example is about. */
function codesIn(text: string, numba: string): string[] {
  const file = new SourceFile('file:///example.py', text);
  const { diagnostics } = analyzeAtOnce(
    pythonFrontend,
    file,
    { numba, numbaSource: 'option', rules: {} },
    { files: [] },
  );
  return diagnostics.filter((one) => one.severity !== 'hint').map((one) => one.code);
}

function hintsIn(text: string): string[] {
  const file = new SourceFile('file:///example.py', text);
  const settings = { numba: '0.68', numbaSource: 'option' as const, rules: {} };
  return analyzeAtOnce(pythonFrontend, file, settings, { files: [] }).diagnostics.map((one) => one.code);
}

describe.each(allRuleMetas().map((meta) => [meta.code, meta] as const))('%s', (code, meta) => {
  const numba = meta.until ? (meta.since ?? '0.56') : '0.68';

  it('is what its bad example gives, and nothing else', () => {
    if (meta.severity === 'hint') expect(hintsIn(meta.example.bad)).toEqual([code]);
    else
      expect([...new Set(codesIn(meta.example.bad, numba))].filter((one) => !goesWith(code, one))).toEqual([
        code,
      ]);
  });

  it('is gone from its good example, with everything else', () => {
    if (meta.severity === 'hint') expect(hintsIn(meta.example.good)).not.toContain(code);
    else expect(codesIn(meta.example.good, numba)).toEqual([]);
  });
});

/** A fallback to object mode is told beside the failure that causes it. */
function goesWith(code: string, other: string): boolean {
  return code === 'object-mode-fallback' && other !== code;
}
