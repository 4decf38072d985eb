import type { NumbaType } from '../../types/numbaType';
import { itemType } from '../iteration/dispatch';
import type { LibraryFunction, PythonSource, TypingCall, TypingOutcome } from '../libraryFunction';
import { mismatch, params, writtenInPython } from '../outcome';
import text from './higherOrder.py?raw';

const source: PythonSource = { name: 'builtins/higherOrder.py', text };

const isUserFunction = (type: NumbaType): boolean => type.kind === 'dispatcher' || type.kind === 'closure';
const isFunction = (type: NumbaType): boolean => isUserFunction(type) || type.kind === 'function';

function notIterable(
  iterables: readonly (NumbaType | undefined)[],
  call: TypingCall,
): TypingOutcome | undefined {
  const wrong = iterables.findIndex((each) => !itemType(each, call.context));
  return wrong < 0 ? undefined : mismatch('the argument is not iterable', wrong + 1);
}

/** `functools.reduce(function, sequence[, initial])` of functions that Numba compiles; builtin ones it refuses. */
const reduce: LibraryFunction = {
  name: 'functools.reduce',
  params: params('function sequence initial?'),
  type(call) {
    const [callee, items, start] = call.args;
    if (!isUserFunction(callee!)) return mismatch('the function must be a closure or a compiled function', 0);
    return notIterable([items], call) ?? writtenInPython(source, start ? 'reduce_from' : 'reduce');
  },
};

/** `map(function, iterable, ...)`: calls it while the result is iterated over. */
const map: LibraryFunction = {
  name: 'builtins.map',
  type(call) {
    const [callee, ...iterables] = call.args;
    if (!callee || !isFunction(callee)) return mismatch('needs a function', 0);
    const name = ['map_one', 'map_two', 'map_three'][iterables.length - 1];
    if (!name) return mismatch('takes one to three iterables');
    return notIterable(iterables, call) ?? writtenInPython(source, name);
  },
};

/** `filter(function, iterable)`, `filter(None, iterable)`. */
const filter: LibraryFunction = {
  name: 'builtins.filter',
  type(call) {
    const [callee, ...iterables] = call.args;
    const takesTrue = callee?.kind === 'none';
    if (!callee || !(takesTrue || isFunction(callee)) || iterables.length !== 1) {
      return mismatch('needs a function or None, and an iterable');
    }
    return notIterable(iterables, call) ?? writtenInPython(source, takesTrue ? 'filter_true' : 'filter_by');
  },
};

export const higherOrderEntries: readonly LibraryFunction[] = [reduce, map, filter];
