import { arrayEntries } from './array/arrayEntries';
import type { LibraryFunction } from './libraryFunction';
import { cmathEntries } from './math/cmathEntries';
import { mathEntries } from './math/mathEntries';
import { creationEntries } from './numpy/creation/creationEntries';
import { numberClassEntry } from './numpy/scalarClasses';
import { numberAttributes } from './operators/numberAttributes';
import { operatorEntries } from './operators/operatorEntries';
import { arrayOperatorEntries } from './ufuncs/arrayOperators';
import { divmodEntry } from './ufuncs/divmodUfunc';
import { ufuncEntries } from './ufuncs/ufuncEntry';
import { ufuncs } from './ufuncs/ufuncTable';

/** Operators on numbers and arrays, `math`, `numpy`. */
export const numericEntries: readonly LibraryFunction[] = [
  ...operatorEntries,
  ...arrayOperatorEntries,
  ...ufuncs.flatMap(ufuncEntries),
  divmodEntry,
  ...mathEntries,
  ...cmathEntries,
  numberClassEntry,
  ...numberAttributes,
  ...arrayEntries,
  ...creationEntries,
];
