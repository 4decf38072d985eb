import type { LibraryFunction } from '../../libraryFunction';
import { dtypeEntry } from '../dtypeArgument';
import { filledEntries } from './filled';
import { sequenceArrayEntries } from './fromSequence';
import { conversionEntries } from './conversions';
import { layoutEntries } from './layouts';
import { rangeArrayEntries } from './ranges';
import { spaceEntries } from './spaces';
import { squareEntries } from './squares';

/** Functions that make arrays. */
export const creationEntries: readonly LibraryFunction[] = [
  dtypeEntry,
  ...filledEntries,
  ...rangeArrayEntries,
  ...squareEntries,
  ...spaceEntries,
  ...sequenceArrayEntries,
  ...layoutEntries,
  ...conversionEntries,
];
