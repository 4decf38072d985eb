import type { LibraryFunction } from '../libraryFunction';
import { clipEntries } from './clip';
import { limitEntries } from './numberLimits';
import { numberKindEntries } from './numberKinds';
import { partEntries } from './parts';
import { roundingEntries } from './rounding';
import { whereEntries } from './where';

/** NumPy functions that go element by element without being ufuncs. */
export const elementEntries: readonly LibraryFunction[] = [
  ...whereEntries,
  ...clipEntries,
  ...roundingEntries,
  ...limitEntries,
  ...numberKindEntries,
  ...partEntries,
];
