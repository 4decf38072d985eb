import { printLines } from '@jitsight/shared/ir/printer';
import type { FileAnalysis } from '../../../src/frontends/frontend';
import type { Fix } from '../../../src/diagnostics/fix';

/** All that an analysis says, with the edits of its fixes; `withCode` adds the IR of what compiles. */
export function plainAnalysis(analysis: FileAnalysis, withCode = false): unknown {
  const plainFix = (fix: Fix) => ({ ...fix, edits: fix.edits() });
  return {
    ...analysis,
    functions: analysis.functions.map((unit) => ({
      ...unit,
      advice: unit.advice.map((one) => ({ ...one, fixes: one.fixes.map(plainFix) })),
      fixes: unit.fixes.map(({ range, fix }) => ({ range, fix: plainFix(fix) })),
      specializations: unit.specializations.map((one) => ({
        ...one,
        lower: withCode ? codeOf(one.lower()) : undefined,
      })),
    })),
    diagnostics: analysis.diagnostics.map((one) => ({ ...one, fixes: one.fixes.map(plainFix) })),
  };
}

function codeOf(lowered: ReturnType<FileAnalysis['functions'][number]['specializations'][number]['lower']>) {
  return 'ir' in lowered ? printLines(lowered.ir) : lowered.reason;
}
