import type { SourceFile } from '../source/sourceFile';
import type { ListingLine, WasmArtifact } from './artifact';

/** The optimisation remarks as comment lines that may stand before the module's text. */
export function listRemarks(artifact: Pick<WasmArtifact, 'remarks'>, source: SourceFile): ListingLine[] {
  return artifact.remarks.map(({ pass, range, message }) => {
    if (!range) return { text: `;; ${pass}: ${message}`, isRemark: true };
    const sourceLine = source.positionAt(range.start).line;
    return { text: `;; line ${sourceLine + 1}: ${pass}: ${message}`, sourceLine, isRemark: true };
  });
}
