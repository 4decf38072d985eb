import type { Diagnostic } from '../../../diagnostics/diagnostic';
import type { BoundModule } from '../bind/boundModule';

/** Leaves out what `# jitsight: ignore` comments switch off, for the statement or function they stand at. */
export function unsuppressed(diagnostics: readonly Diagnostic[], module: BoundModule): readonly Diagnostic[] {
  const { suppressions } = module;
  if (suppressions.length === 0) return diagnostics;
  return diagnostics.filter(
    ({ code, range }) =>
      !suppressions.some(
        (one) =>
          (one.codes.length === 0 || one.codes.includes(code)) &&
          one.range.start <= range.start &&
          range.start <= one.range.end,
      ),
  );
}
