import { typesEqual } from '../../types/typesEqual';
import { unliteral } from '../../types/unliteral';
import type { LibraryFunction, PythonSource, TypingCall } from '../libraryFunction';
import { isList, type ListType } from '../list/storage';
import { mismatch, params, writtenInPython } from '../outcome';
import text from './heap.py?raw';

const source: PythonSource = { name: 'heapq/heap.py', text };

/** `heapq.heapify` and the like, which Numba types for reflected and typed lists of one ordered type. */
export const heapqEntries: readonly LibraryFunction[] = [
  ofHeap('heapify', 'x'),
  ofHeap('heappop', 'heap'),
  ofHeap('heappush', 'heap item'),
  ofHeap('heapreplace', 'heap item'),
  ofHeap('heappushpop', 'heap item'),
  ofItems('nsmallest'),
  ofItems('nlargest'),
];

function ofHeap(name: string, parameters: string): LibraryFunction {
  return {
    name: `heapq.${name}`,
    params: params(parameters),
    type({ args }) {
      const [heap, item] = args.map((arg) => arg && unliteral(arg));
      if (!isList(heap)) return mismatch('heap argument must be a list', 0);
      const { element } = heap as ListType;
      if (element.kind === 'complex')
        return mismatch("'<' not supported between instances of 'complex' and 'complex'", 0);
      if (item && !typesEqual(element, item)) return mismatch('heap type must be the same as item type', 1);
      return writtenInPython(source, name, item ? [heap!, item] : [heap!]);
    },
  };
}

/** `heapq.nsmallest(n, iterable)` and its like, without `key`. */
function ofItems(name: string): LibraryFunction {
  return {
    name: `heapq.${name}`,
    params: params('n iterable'),
    type({ args }: TypingCall) {
      const [count, items] = args.map((arg) => arg && unliteral(arg));
      if (count?.kind !== 'int' && count?.kind !== 'bool')
        return mismatch("First argument 'n' must be an integer", 0);
      if (!isList(items) && items?.kind !== 'array' && items?.kind !== 'tuple')
        return mismatch("Second argument 'iterable' must be iterable", 1);
      return writtenInPython(source, name, [count, items!]);
    },
  };
}
