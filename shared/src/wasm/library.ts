import type { DataSegment, FunctionIR } from '../ir/nodes';
import { parseFunctions } from '../ir/parser';
import { mathSources, mathTables } from './math/sources';
import { allocatorData, allocatorSource, allocatorState } from './runtime/allocator';

const sources: readonly string[] = [allocatorSource, ...mathSources];
const makers: Readonly<Record<string, () => DataSegment>> = {
  ...mathTables,
  [allocatorState]: () => allocatorData,
};

/** Which source defines each function. */
const definedIn = new Map<string, string>();
const functions = new Map<string, FunctionIR>();
const segments = new Map<string, DataSegment>();

/** The function of ours of that name, which modules use without defining it; its text is read on first use. */
export function libraryFunction(name: string): FunctionIR | undefined {
  if (definedIn.size === 0) {
    for (const text of sources) {
      for (const [, defined] of text.matchAll(/^func ([\w.$]+)\(/gm)) definedIn.set(defined!, text);
    }
  }
  const text = definedIn.get(name);
  if (text !== undefined && !functions.has(name)) {
    for (const fn of parseFunctions(text)) functions.set(fn.name, fn);
  }
  return functions.get(name);
}

/** Data that library functions read or write; made on first use. */
export function librarySegment(name: string): DataSegment | undefined {
  const known = segments.get(name);
  if (known) return known;
  const made = makers[name]?.();
  if (made) segments.set(name, made);
  return made;
}
