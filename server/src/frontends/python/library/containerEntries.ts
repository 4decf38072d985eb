import { len } from './builtins/len';
import { bytesEntries } from './bytes/entries';
import { enumEntries } from './enums/entries';
import { rangeEntries } from './builtins/range';
import { listConstructors } from './list/construct';
import { listItemEntries } from './list/item';
import { listMethods } from './list/methods';
import { listOperators } from './list/operators';
import { listSliceEntries } from './list/slice';
import { arrayIteration } from './iteration/arrayIteration';
import { elementEntries } from './iteration/elements';
import { enumerateEntries } from './iteration/enumerate';
import { generatorIteration, nextOfGenerator } from './iteration/generatorIteration';
import { iteratorEntries } from './iteration/iterators';
import { listIterations } from './iteration/listIteration';
import { rangeIteration } from './iteration/rangeIteration';
import { tupleIteration } from './iteration/tupleIteration';
import { zipEntries } from './iteration/zip';
import { higherOrderEntries } from './builtins/higherOrder';
import { minmaxEntries } from './builtins/minmax';
import { print } from './builtins/print';
import { sorted } from './builtins/sorted';
import { sum } from './builtins/sum';
import { typeOf } from './builtins/type';
import { containerTruth } from './builtins/truth';
import type { LibraryFunction } from './libraryFunction';
import { tupleItem } from './tuple/item';
import { tupleOperators } from './tuple/operators';
import { dictEntries } from './dict/entries';
import { dictIteration } from './dict/iteration';
import { heapqEntries } from './heapq/entries';
import { hashEntries } from './hashing/hash';
import { hostTableEntries } from './hashing/hostTables';
import { tableIntrinsics } from './hashing/storage';
import { setEntries } from './set/entries';
import { numpyLoopEntries } from './numpy/numpyLoopEntries';
import { stringConstructors } from './str/construct';
import { stringIntrinsics } from './str/intrinsics';
import { stringItemEntries } from './str/item';
import { charseqEntries } from './str/charseqMethods';
import { stringMethods } from './str/methods';
import { stringOperators } from './str/operators';
import { threadEntries } from './threads';

/** Builtins, tuples, lists, sets, dicts, strings and their iteration. */
export const containerEntries: readonly LibraryFunction[] = [
  len,
  ...rangeEntries,
  rangeIteration,
  arrayIteration,
  ...listIterations,
  generatorIteration,
  nextOfGenerator,
  ...iteratorEntries,
  tupleIteration,
  ...enumerateEntries,
  ...elementEntries,
  ...zipEntries,
  ...listConstructors,
  ...listItemEntries,
  ...listSliceEntries,
  ...listMethods,
  ...listOperators,
  ...containerTruth,
  ...minmaxEntries,
  ...higherOrderEntries,
  print,
  sorted,
  sum,
  typeOf,
  tupleItem,
  ...tupleOperators,
  ...numpyLoopEntries,
  ...heapqEntries,
  ...hashEntries,
  ...tableIntrinsics,
  ...hostTableEntries,
  ...setEntries,
  ...dictEntries,
  ...dictIteration,
  ...bytesEntries,
  ...enumEntries,
  ...stringConstructors,
  ...stringIntrinsics,
  ...stringItemEntries,
  ...stringMethods,
  ...charseqEntries,
  ...stringOperators,
  ...threadEntries,
];
