import type { LibraryFunction } from '../libraryFunction';
import { mismatch, params, typed } from '../outcome';
import { flatView, forEachElement, positionCursor } from './arrayElements';
import { sourcesOf } from './sources';

/**
 * For the library's own Python: the elements of an array in the order in which Numba's nditer goes. `summands` are the
 * same for a loop that only adds them up, or the like, which threads share under `parallel=True` as Numba's do.
 */
const elements = ['elements', 'summands'].map(
  (name): LibraryFunction => ({
    name: `jitsight.${name}`,
    params: params('a'),
    type: ({ args: [array] }) =>
      array?.kind === 'array'
        ? typed({ kind: 'iterable', name, item: array.dtype, source: [array] })
        : mismatch(),
    lower: (call) => ({ type: call.result, parts: call.args[0]!.parts }),
  }),
);

const iteration: LibraryFunction = {
  name: 'iter iterable',
  type: ({ args: [type] }) =>
    type?.kind === 'iterable' && (type.name === 'elements' || type.name === 'summands')
      ? typed(type.item)
      : mismatch(),
  iterate(call, lowering, body) {
    const given = call.args[0]!;
    const [array] = sourcesOf(lowering, lowering.hold(given));
    const isShared = given.type.kind === 'iterable' && given.type.name === 'summands' && lowering.parallel;
    forEachElement(lowering, array!, 'memory', body, isShared);
  },
  cursor(call, lowering) {
    const [array] = sourcesOf(lowering, lowering.hold(call.args[0]!));
    const flat = flatView(lowering, array!, 'memory') ?? array!;
    return positionCursor(lowering, lowering.arrayShape(flat), (indices) =>
      lowering.loadElement(flat, indices),
    );
  },
};

export const elementEntries: readonly LibraryFunction[] = [...elements, iteration];
