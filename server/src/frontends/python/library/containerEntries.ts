import type { LibraryFunction } from './libraryFunction';

/** Builtins, tuples, lists, sets, dicts, strings and their iteration. */
export const containerEntries: readonly LibraryFunction[] = [];
