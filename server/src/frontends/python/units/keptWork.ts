import type { FileAnalysis } from '../../frontend';
import type { BoundModule } from '../bind/boundModule';
import type { ParsedText } from '../parse/reparse';
import type { KeptFunction } from './keptFunctions';

/** What one analysis of a file leaves to the next. */
export interface KeptWork {
  /** Functions in which nothing is the matter, by their keys. */
  readonly functions: ReadonlyMap<string, KeptFunction>;
  /** The newest version without syntax errors. */
  readonly parsed: ParsedText | undefined;
}

const keptBy = new WeakMap<FileAnalysis, KeptWork>();

export function keptWork(previous: FileAnalysis | undefined): KeptWork {
  return (previous && keptBy.get(previous)) ?? { functions: new Map(), parsed: undefined };
}

export function keepWork(
  analysis: FileAnalysis,
  { file, tree }: BoundModule,
  functions: KeptWork['functions'],
  before: KeptWork,
): void {
  const parsed = tree.errors.length === 0 ? { text: file.text, tree } : before.parsed;
  keptBy.set(analysis, { functions, parsed });
}
