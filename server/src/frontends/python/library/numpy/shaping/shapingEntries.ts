import type { LibraryFunction } from '../../libraryFunction';
import { broadcastingEntries } from './broadcasting';
import { flipEntries } from './flips';
import { insertingEntries } from './inserting';
import { joiningEntries } from './joining';
import { repeatingEntries } from './repeating';
import { splittingEntries } from './splitting';
import { takingEntries } from './taking';
import { triangleEntries } from './triangles';
import { unwrapEntry } from './unwrapping';

/** NumPy functions that join, split, repeat and rearrange arrays. */
export const shapingEntries: readonly LibraryFunction[] = [
  ...joiningEntries,
  ...flipEntries,
  ...repeatingEntries,
  ...triangleEntries,
  ...takingEntries,
  ...insertingEntries,
  ...splittingEntries,
  ...broadcastingEntries,
  unwrapEntry,
];
