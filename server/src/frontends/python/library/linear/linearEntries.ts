import type { LibraryFunction } from '../libraryFunction';
import { outerProductEntries } from './outerProducts';
import { productEntries } from './products';

/** Products of arrays and `numpy.linalg`. */
export const linearEntries: readonly LibraryFunction[] = [...productEntries, ...outerProductEntries];
