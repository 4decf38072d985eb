import type { SourceFile } from '@jitsight/shared/source/sourceFile';
import type { AnalysisSettings, FileAnalysis, Frontend, WorkspaceView } from '../frontends/frontend';

/** How long analysis may hold the event loop before other requests get their turn, in milliseconds. */
const sliceMs = 5;

/**
 * Analyses a file in slices. Resolves to undefined as soon as `isStale` says that a newer version has arrived; a
 * stopped analysis leaves no trace. `previous` is the analysis of an older version, of which what still holds is taken over.
 */
export async function analyze(
  frontend: Frontend,
  file: SourceFile,
  settings: AnalysisSettings,
  workspace: WorkspaceView,
  isStale: () => boolean = () => false,
  previous?: FileAnalysis,
): Promise<FileAnalysis | undefined> {
  const steps = frontend.analyze(file, settings, workspace, previous);
  let sliceStart = performance.now();
  for (;;) {
    if (isStale()) return undefined;
    const step = steps.next();
    if (step.done) return isStale() ? undefined : step.value;
    if (performance.now() - sliceStart > sliceMs) {
      await new Promise((resolve) => setImmediate(resolve));
      sliceStart = performance.now();
    }
  }
}

/** The same without yielding, for command lines and tests. */
export function analyzeAtOnce(
  frontend: Frontend,
  file: SourceFile,
  settings: AnalysisSettings,
  workspace: WorkspaceView,
  previous?: FileAnalysis,
): FileAnalysis {
  const steps = frontend.analyze(file, settings, workspace, previous);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
