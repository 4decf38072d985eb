import type { LibraryFunction } from '../libraryFunction';
import { mismatch, typed } from '../outcome';

/** `for x in f()` where `f` yields: the generator's body around the loop's, or its frame asked for items. */
export const generatorIteration: LibraryFunction = {
  name: 'iter generator',
  type(call) {
    const type = call.args[0];
    return type?.kind === 'generator' ? typed(type.yields) : mismatch();
  },
  iterate(call, lowering, body) {
    lowering.iterateGenerator(call.args[0]!, body);
  },
  cursor: (call, lowering) => lowering.generatorCursor(call.args[0]!),
};

/** `next(generator)`. Raises StopIteration at the end. */
export const nextOfGenerator: LibraryFunction = {
  name: 'builtins.next',
  type(call) {
    const type = call.args[0];
    return call.args.length === 1 && type?.kind === 'generator' ? typed(type.yields) : mismatch();
  },
  lower: (call, lowering) =>
    lowering.generatorCursor(call.args[0]!).next(() => {
      lowering.raise({ name: 'StopIteration', message: '' });
    }),
};
