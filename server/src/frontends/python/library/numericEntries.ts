import { arrayEntries } from './array/arrayEntries';
import type { LibraryFunction } from './libraryFunction';
import { linearEntries } from './linear/linearEntries';
import { cmathEntries } from './math/cmathEntries';
import { mathEntries } from './math/mathEntries';
import { creationEntries } from './numpy/creation/creationEntries';
import { elementEntries } from './numpy/elementEntries';
import { polynomialEntries } from './numpy/polynomial/entries';
import { shapingEntries } from './numpy/shaping/shapingEntries';
import { numberClassEntries } from './numpy/scalarClasses';
import { numberAttributes } from './operators/numberAttributes';
import { operatorEntries } from './operators/operatorEntries';
import { fieldEntries } from './record/fields';
import { rngEntries } from './rng/entries';
import { choiceEntries } from './random/choiceEntries';
import { distributionEntries } from './random/distributionEntries';
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
  ...numberClassEntries,
  ...numberAttributes,
  ...arrayEntries,
  ...creationEntries,
  ...elementEntries,
  ...fieldEntries,
  ...distributionEntries,
  ...choiceEntries,
  ...rngEntries,
  ...linearEntries,
  ...shapingEntries,
  ...polynomialEntries,
];
