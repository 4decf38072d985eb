import { containerEntries } from './containerEntries';
import type { LibraryFunction } from './libraryFunction';
import { numericEntries } from './numericEntries';
import { isInVersion } from './version';

/** All the library knows under `name` in that Numba version, in the order they are tried; empty where it knows nothing. */
export function lookup(name: string, numba: string): readonly LibraryFunction[] {
  const all = byName().get(name);
  return all ? all.filter((entry) => isInVersion(entry, numba)) : [];
}

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
