import type { LibraryFunction } from '../../libraryFunction';
import { flipEntries } from './flips';
import { joiningEntries } from './joining';
import { repeatingEntries } from './repeating';
import { triangleEntries } from './triangles';

/** NumPy functions that join, split, repeat and rearrange arrays. */
export const shapingEntries: readonly LibraryFunction[] = [
  ...joiningEntries,
  ...flipEntries,
  ...repeatingEntries,
  ...triangleEntries,
];
