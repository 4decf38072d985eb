import type { LibraryFunction } from '../libraryFunction';
import { countingEntries } from './counting';
import { extremeEntries } from './extremes';
import { nanReductionEntries } from './nanReductions';
import { reductionEntries } from './reductions';
import { orderEntries } from './order/orderEntries';
import { sumEntries } from './sum';

/** NumPy functions that are loops over arrays. */
export const numpyLoopEntries: readonly LibraryFunction[] = [
  ...sumEntries,
  ...reductionEntries,
  ...extremeEntries,
  ...nanReductionEntries,
  ...countingEntries,
  ...orderEntries,
];
