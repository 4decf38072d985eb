import type { LibraryFunction } from '../../libraryFunction';
import { comparisonEntries, isNanEntry } from './comparisons';
import { selectingEntries } from './selecting';
import { sortingEntries } from './sorting';

/** What sorts, selects and searches by order. */
export const orderEntries: readonly LibraryFunction[] = [
  ...comparisonEntries,
  isNanEntry,
  ...sortingEntries,
  ...selectingEntries,
];
