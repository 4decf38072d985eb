import type { WasmArtifact } from '@jitsight/shared/wasm/artifact';

/** On how many threads the compiled code's parallel loops ran, and why others ran on one where Numba may use all. */
export function threadNotes(
  { parallel, remarks = [] }: Pick<WasmArtifact, 'parallel' | 'remarks'>,
  threads: number | undefined,
): string[] {
  const refused = remarks.filter(
    ({ pass, message }) => pass === 'outlineParallel' && /^not run/.test(message),
  );
  const notes: string[] = [];
  if (parallel && threads === 1) {
    notes.push('Parallel loops of the compiled code ran on one thread: there are no others here.');
  } else if (parallel && threads !== undefined) {
    notes.push(`Parallel loops of the compiled code could use ${threads} threads.`);
  }
  const reasons = [...new Set(refused.map(({ message }) => message.replace(/^[^:]*: /, '')))];
  for (const reason of reasons) {
    notes.push(`A parallel loop of the compiled code ran on one thread, where Numba may use all: ${reason}.`);
  }
  return notes;
}
