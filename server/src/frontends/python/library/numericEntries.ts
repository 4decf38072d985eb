import type { LibraryFunction } from './libraryFunction';

/** Operators on numbers and arrays, `math`, `numpy`. */
export const numericEntries: readonly LibraryFunction[] = [];
