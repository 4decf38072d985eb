import type { Value } from '../../lower/lowering';
import type { NumbaType } from '../../types/numbaType';
import { typesEqual } from '../../types/typesEqual';
import { isNumber, unliteral } from '../../types/unliteral';
import type { LibraryFunction, TypingOutcome } from '../libraryFunction';
import { mismatch, typed } from '../outcome';

/** A number class called with a scalar: `np.int32(x)`, `numba.float64(x)`, `x.dtype.type(3)`. */
export const numberClassEntry: LibraryFunction = {
  name: 'typeClass.__call__',
  summary: 'Converts a number as C does; an array needs astype.',
  type: ({ args }) => {
    const [called, given] = args;
    if (args.length !== 2 || called?.kind !== 'typeClass' || !given) return mismatch();
    return typeConversion(called.of, unliteral(given), called);
  },
  lower: ({ args, result }, lowering) => {
    const value = args[1]!;
    const element: Value = value.type.kind === 'array' ? lowering.loadElement(value, []) : value;
    return lowering.cast(element, result);
  },
};

function typeConversion(of: NumbaType, given: NumbaType, called: NumbaType): TypingOutcome {
  if (!isNumber(of) && of.kind !== 'bool') return mismatch();
  const accepted = typed(of, { args: [called, given] });
  if (isNumber(given) || given.kind === 'bool' || given.kind === 'enumMember') {
    const losesImaginary = given.kind === 'complex' && of.kind !== 'complex' && of.kind !== 'bool';
    return losesImaginary ? mismatch('a complex number does not convert') : accepted;
  }
  if (given.kind === 'datetime' || given.kind === 'timedelta') {
    const is64 = of.kind === 'int' && of.bits === 64;
    return is64 ? accepted : mismatch('the type is not 64 bits wide');
  }
  if (given.kind === 'array' && given.ndim === 0 && typesEqual(given.dtype, of)) return accepted;
  return mismatch(given.kind === 'array' ? 'arrays convert with astype' : undefined);
}
