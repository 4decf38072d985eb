import type { LibraryFunction } from '../../libraryFunction';
import { dtypeEntry } from '../dtypeArgument';
import { filledEntries } from './filled';
import { sequenceArrayEntries } from './fromSequence';
import { layoutEntries } from './layouts';
import { rangeArrayEntries } from './ranges';
import { squareEntries } from './squares';

/** Functions that make arrays. */
export const creationEntries: readonly LibraryFunction[] = [
  dtypeEntry,
  ...filledEntries,
  ...rangeArrayEntries,
  ...squareEntries,
  ...sequenceArrayEntries,
  ...layoutEntries,
];
