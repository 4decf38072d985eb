import { listLength, loadItem } from '../list/storage';
import { indexedIteration } from './indexed';

/** `for x in xs`; what the body appends is seen, as in Python. */
export const listIterations = (['list', 'typedList'] as const).map((kind) =>
  indexedIteration({
    kind,
    item: (type) => (type.kind === kind ? type.element : undefined),
    length: (_, list) => listLength(list),
    at: loadItem,
    growing: true,
  }),
);
