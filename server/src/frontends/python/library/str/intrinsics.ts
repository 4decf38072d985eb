import { unicode } from '../../types/numbaType';
import { typesEqual } from '../../types/typesEqual';
import type { LibraryFunction } from '../libraryFunction';
import { mismatch, typed } from '../outcome';
import { codesOf, codesType, isText, textOf } from './text';

/** For the library's own Python: a string's code points as an array that shares its memory. */
const codes: LibraryFunction = {
  name: 'jitsight.codes_of',
  type: (call) => (isText(call.args[0]) ? typed(codesType, { args: [unicode] }) : mismatch()),
  lower: (call, lowering) => codesOf(lowering, lowering.hold(call.args[0]!)),
};

/** The string over an array of code points; the array is not to change any more. */
const text: LibraryFunction = {
  name: 'jitsight.str_of',
  type: (call) => (call.args[0] && typesEqual(call.args[0], codesType) ? typed(unicode) : mismatch()),
  lower: (call, lowering) => textOf(lowering, call.args[0]!),
};

export const stringIntrinsics: readonly LibraryFunction[] = [codes, text];
