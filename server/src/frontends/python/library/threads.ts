import { int32, int64, type NumbaType, none, uint32 } from '../types/numbaType';
import { unliteral } from '../types/unliteral';
import type { LibraryFunction } from './libraryFunction';
import { mismatch, params, typed } from './outcome';

const withoutScheduler: NonNullable<LibraryFunction['lower']> = (_, lowering) =>
  lowering.notLowered("what asks or tells Numba's threads is not compiled here");

/**
 * Numba's questions about its threads, `numba.get_num_threads()` and its kin, typed as Numba 0.56 to 0.68 types them.
 * The answers are those of Numba's own scheduler: compiled here they would be another machine's.
 */
export const threadEntries: readonly LibraryFunction[] = [
  asking('get_num_threads', int32),
  asking('get_thread_id', int64),
  asking('get_parallel_chunksize', uint32),
  telling('set_num_threads', none),
  telling('set_parallel_chunksize', uint32),
];

function asking(name: string, result: NumbaType): LibraryFunction {
  return { name: `numba.${name}`, params: [], type: () => typed(result), lower: withoutScheduler };
}

function telling(name: string, result: NumbaType): LibraryFunction {
  return {
    name: `numba.${name}`,
    params: params('n'),
    type: ({ args: [n] }) =>
      n && unliteral(n).kind === 'int' ? typed(result) : mismatch('it takes an integer', 0),
    lower: withoutScheduler,
  };
}
