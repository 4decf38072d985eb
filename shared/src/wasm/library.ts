import type { DataSegment, FunctionIR } from '../ir/nodes';
import { parseFunctions } from '../ir/parser';
import { allocatorData, allocatorSource } from './runtime/allocator';
import { mathSources } from './math/sources';

/** A function of ours that modules use without defining it. */
export interface LibraryEntry {
  readonly fn: FunctionIR;
  readonly data: readonly DataSegment[];
}

const sources: readonly { readonly text: string; readonly data: readonly DataSegment[] }[] = [
  { text: allocatorSource, data: allocatorData },
  ...mathSources.map((text) => ({ text, data: [] })),
];

const entries = new Map<string, LibraryEntry>();
const names = new Map<string, number>();

/** The library function of that name, if there is one; its text is read when it is first asked for. */
export function libraryFunction(name: string): LibraryEntry | undefined {
  if (names.size === 0) {
    for (const [i, { text }] of sources.entries()) {
      for (const [, defined] of text.matchAll(/^func ([\w.$]+)\(/gm)) names.set(defined!, i);
    }
  }
  const from = names.get(name);
  if (from !== undefined && !entries.has(name)) {
    const { text, data } = sources[from]!;
    for (const fn of parseFunctions(text)) entries.set(fn.name, { fn, data });
  }
  return entries.get(name);
}
