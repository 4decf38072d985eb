import type { LibraryFunction } from '../libraryFunction';
import { decompositionEntries } from './decompositions';
import { eigenvalueEntries } from './eigenvalues';
import { normEntries } from './norms';
import { outerProductEntries } from './outerProducts';
import { powerEntry } from './powers';
import { productEntries } from './products';
import { systemEntries } from './systems';

/** Products of arrays and `numpy.linalg`. */
export const linearEntries: readonly LibraryFunction[] = [
  ...productEntries,
  ...outerProductEntries,
  ...systemEntries,
  ...decompositionEntries,
  ...eigenvalueEntries,
  ...normEntries,
  powerEntry,
];
