import type { LibraryFunction } from '../../libraryFunction';
import { comparisonEntries, isNanEntry } from './comparisons';
import { binEntries } from '../search/counting';
import { nonzeroEntries } from '../search/nonzero';
import { searchingEntries } from '../search/searching';
import { selectingEntries } from './selecting';
import { sortingEntries } from './sorting';

/** What sorts, selects and searches by order. */
export const orderEntries: readonly LibraryFunction[] = [
  ...comparisonEntries,
  isNanEntry,
  ...sortingEntries,
  ...selectingEntries,
  ...searchingEntries,
  ...nonzeroEntries,
  ...binEntries,
];
