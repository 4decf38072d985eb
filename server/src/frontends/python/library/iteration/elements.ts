import type { LibraryFunction } from '../libraryFunction';
import { mismatch, params, typed } from '../outcome';
import { flatView, forEachElement, positionCursor } from './arrayElements';
import { sourcesOf } from './sources';

/** For the library's own Python: the elements of an array in the order in which Numba's nditer goes. */
const elements: LibraryFunction = {
  name: 'jitsight.elements',
  params: params('a'),
  type: ({ args: [array] }) =>
    array?.kind === 'array'
      ? typed({ kind: 'iterable', name: 'elements', item: array.dtype, source: [array] })
      : mismatch(),
  lower: (call) => ({ type: call.result, parts: call.args[0]!.parts }),
};

const iteration: LibraryFunction = {
  name: 'iter iterable',
  type: ({ args: [type] }) =>
    type?.kind === 'iterable' && type.name === 'elements' ? typed(type.item) : mismatch(),
  iterate(call, lowering, body) {
    const [array] = sourcesOf(lowering, lowering.hold(call.args[0]!));
    forEachElement(lowering, array!, 'memory', body);
  },
  cursor(call, lowering) {
    const [array] = sourcesOf(lowering, lowering.hold(call.args[0]!));
    const flat = flatView(lowering, array!, 'memory') ?? array!;
    return positionCursor(lowering, lowering.arrayShape(flat), (indices) =>
      lowering.loadElement(flat, indices),
    );
  },
};

export const elementEntries: readonly LibraryFunction[] = [elements, iteration];
