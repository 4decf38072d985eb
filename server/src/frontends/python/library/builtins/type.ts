import { unliteral } from '../../types/unliteral';
import type { LibraryFunction } from '../libraryFunction';
import { mismatch, noValue, params, typed } from '../outcome';

/** `type(x)` of numbers: the class, which can be called. */
export const typeOf: LibraryFunction = {
  name: 'builtins.type',
  params: params('object'),
  type(call) {
    const of = unliteral(call.args[0]!);
    const isNumber = ['int', 'float', 'complex', 'bool'].includes(of.kind);
    return isNumber ? typed({ kind: 'typeClass', of }) : mismatch('only numbers have a class', 0);
  },
  lower: (call) => ({ ...noValue, type: call.result }),
};
