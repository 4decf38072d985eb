import type { LibraryFunction } from '../../libraryFunction';
import { comparisonEntries, isNanEntry } from './comparisons';
import { binEntries } from '../search/counting';
import { nonzeroEntries } from '../search/nonzero';
import { searchingEntries } from '../search/searching';
import { differenceEntries } from '../series/differences';
import { correlationEntries } from '../series/correlate';
import { covarianceEntries } from '../covariance/covariance';
import { closenessEntries } from '../close';
import { trapezoidEntries } from '../series/trapezoid';
import { interp } from '../series/interpolate';
import { setRoutineEntries } from '../sets/sets';
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
  ...setRoutineEntries,
  ...differenceEntries,
  interp,
  ...trapezoidEntries,
  ...closenessEntries,
  ...correlationEntries,
  ...covarianceEntries,
];
