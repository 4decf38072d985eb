import { containerEntries } from './containerEntries';
import type { LibraryFunction } from './libraryFunction';
import { numericEntries } from './numericEntries';
import { isInVersion } from './version';

/** All the library knows under `name` in that Numba version, in the order they are tried; empty where it knows nothing. */
export function lookup(name: string, numba: string): readonly LibraryFunction[] {
  const known = inVersion.get(numba) ?? new Map<string, readonly LibraryFunction[]>();
  inVersion.set(numba, known);
  const found = known.get(name) ?? (byName().get(name) ?? []).filter((entry) => isInVersion(entry, numba));
  if (found.length > 0) known.set(name, found);
  return found;
}

/** What was looked up before, by version and name. */
const inVersion = new Map<string, Map<string, readonly LibraryFunction[]>>();

/** The entries of any version, for telling 'never supported' from 'not in this version' and for the support page. */
export function allEntries(): readonly LibraryFunction[] {
  return [...numericEntries, ...containerEntries];
}

let table: Map<string, LibraryFunction[]> | undefined;

// Built on first use, so that entry modules may import the registry themselves.
function byName(): Map<string, LibraryFunction[]> {
  if (table) return table;
  table = new Map();
  for (const entry of allEntries()) {
    const known = table.get(entry.name);
    if (known) known.push(entry);
    else table.set(entry.name, [entry]);
  }
  return table;
}
