import type { LibraryFunction } from '../libraryFunction';
import { mismatch, typed } from '../outcome';

/** `for x in f()` where `f` yields: the generator's body around the loop's. */
export const generatorIteration: LibraryFunction = {
  name: 'iter generator',
  type(call) {
    const type = call.args[0];
    return type?.kind === 'generator' ? typed(type.yields) : mismatch();
  },
  iterate(call, lowering, body) {
    lowering.iterateGenerator(call.args[0]!, body);
  },
};

/** `next(generator)`: typed. A generator has no frame of its own in compiled code yet, so there is no code. */
export const nextOfGenerator: LibraryFunction = {
  name: 'builtins.next',
  type(call) {
    const type = call.args[0];
    return call.args.length === 1 && type?.kind === 'generator' ? typed(type.yields) : mismatch();
  },
};
