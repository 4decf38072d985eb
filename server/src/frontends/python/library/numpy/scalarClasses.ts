import type { Value } from '../../lower/lowering';
import { boolean, type NumbaType } from '../../types/numbaType';
import { typeName } from '../../types/typeName';
import { typesEqual } from '../../types/typesEqual';
import { isNumber, unliteral } from '../../types/unliteral';
import type { LibraryFunction, TypingOutcome } from '../libraryFunction';
import { complexTypes, integerTypes, realTypes } from '../operators/numberRows';
import { mismatch, typed } from '../outcome';

/** `numpy.int32` and the like: the name that the library knows a number class by. */
export function classEntryName(type: NumbaType): string {
  return `numpy.${type.kind === 'bool' ? 'bool_' : typeName(type)}`;
}

export const numberClasses: readonly NumbaType[] = [boolean, ...integerTypes, ...realTypes, ...complexTypes];

/** A number class called with a scalar: `np.int32(x)`, `numba.float64(x)`, `x.dtype.type(3)`. */
export const numberClassEntries: readonly LibraryFunction[] = numberClasses.map((of) => ({
  name: classEntryName(of),
  summary: 'Converts a number as C does; an array needs astype.',
  type: ({ args }) => {
    const given = args[0];
    return args.length === 1 && given ? typeConversion(of, unliteral(given)) : mismatch();
  },
  lower: ({ args, result }, lowering) => {
    const value = args[0]!;
    const element: Value = value.type.kind === 'array' ? lowering.loadElement(value, []) : value;
    return lowering.cast(element, result);
  },
}));

function typeConversion(of: NumbaType, given: NumbaType): TypingOutcome {
  const accepted = typed(of, { args: [given] });
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
