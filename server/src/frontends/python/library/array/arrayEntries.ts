import type { LibraryFunction } from '../libraryFunction';
import { arrayAttributes } from './attributes';
import { containsEntry } from './contains';
import { dimensionEntries } from './dimensions';
import { elementMethods } from './elementMethods';
import { flagEntries } from './flags';
import { flatEntries } from './flat';
import { getitemEntry } from './getitem';
import { iteratorEntries } from './iterators';
import { reshapeEntries } from './reshape';
import { setitemEntry } from './setitem';
import { sliceEntry, sliceMembers } from './slices';
import { strideTricks } from './strideTricks';
import { transposeEntries } from './transpose';

/** Attributes, indices, views and methods of arrays. */
export const arrayEntries: readonly LibraryFunction[] = [
  ...arrayAttributes,
  getitemEntry,
  setitemEntry,
  containsEntry,
  ...flagEntries,
  sliceEntry,
  ...sliceMembers,
  ...reshapeEntries,
  ...transposeEntries,
  ...elementMethods,
  ...dimensionEntries,
  ...flatEntries,
  ...iteratorEntries,
  ...strideTricks,
];
