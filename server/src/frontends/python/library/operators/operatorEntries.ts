import type { LibraryFunction } from '../libraryFunction';
import { identityEntries } from './identity';
import { noneComparisonEntries } from './noneComparison';
import {
  binaryOperators,
  comparisonOperators,
  inPlaceName,
  scalarBuiltins,
  unaryOperators,
} from './operatorTable';
import { type ScalarResolver, scalarFunction } from './scalarOperator';
import { truthEntries } from './truth';

const operators: Readonly<Record<string, ScalarResolver>> = {
  ...binaryOperators,
  ...comparisonOperators,
  ...unaryOperators,
};

/** Operators and builtins on numbers, datetimes and None. */
export const operatorEntries: readonly LibraryFunction[] = [
  ...Object.entries(operators).map(([name, resolve]) => scalarFunction(`operator.${name}`, resolve)),
  ...Object.entries(binaryOperators).map(([name, resolve]) =>
    scalarFunction(`operator.${inPlaceName(name)}`, resolve),
  ),
  ...Object.entries(scalarBuiltins).map(([name, resolve]) => scalarFunction(`builtins.${name}`, resolve)),
  ...identityEntries,
  ...noneComparisonEntries,
  ...truthEntries,
];
