import type { FileAnalysis, Specialization } from '../../frontend';
import type { BoundModule } from '../bind/boundModule';
import type { ParsedText } from '../parse/reparse';
import type { FunctionTyping } from './functionTyping';
import { keepFunction, type KeptFunction } from './keptFunctions';

/** What one analysis of a file leaves to the next. */
export interface KeptWork {
  /** Functions in which nothing is the matter, by their keys. */
  functions(): ReadonlyMap<string, KeptFunction>;
  /** The newest version without syntax errors. */
  readonly parsed: ParsedText | undefined;
}

/** A function whose types give nothing away. */
export interface SoundFunction {
  readonly typing: FunctionTyping;
  readonly specializations: readonly Specialization[];
  readonly hints: FileAnalysis['typeHints'];
}

/** What the next version of the file may take over of these, by their keys. */
export function keptFunctions(functions: readonly SoundFunction[]): ReadonlyMap<string, KeptFunction> {
  const found = new Map<string, KeptFunction>();
  for (const { typing, specializations, hints } of functions) {
    const key = typing.key();
    if (key === undefined) continue;
    const kept = typing.kept ?? keepFunction(typing.variants(), specializations, hints);
    if (kept) found.set(key, kept);
  }
  return found;
}

const keptBy = new WeakMap<FileAnalysis, KeptWork>();

export function keptWork(previous: FileAnalysis | undefined): KeptWork | undefined {
  return previous && keptBy.get(previous);
}

/** `functions` is asked when there is a next analysis, which most files never see. */
export function keepWork(
  analysis: FileAnalysis,
  { file, tree }: BoundModule,
  functions: KeptWork['functions'],
  before: KeptWork | undefined,
): void {
  const parsed = tree.errors.length === 0 ? { text: file.text, tree } : before?.parsed;
  let made: ReturnType<typeof functions> | undefined;
  const once = () => {
    made ??= functions();
    return made;
  };
  keptBy.set(analysis, { functions: once, parsed });
}
