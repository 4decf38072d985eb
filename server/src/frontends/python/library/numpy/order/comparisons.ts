import { and, bool, eq, ne, or } from '@jitsight/shared/ir/expressions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import type { Lowering, Value } from '../../../lower/lowering';
import { boolean, type NumbaType } from '../../../types/numbaType';
import { unliteral } from '../../../types/unliteral';
import type { LibraryFunction, PythonSource } from '../../libraryFunction';
import { holds, resultOf } from '../../operate';
import { mismatch, params, typed } from '../../outcome';
import { isInVersion } from '../../version';
import text from './complexOrder.py?raw';

const source: PythonSource = { name: 'numpy/order/complexOrder.py', text };

interface Comparison {
  readonly name: string;
  readonly operator: 'operator.lt' | 'operator.le';
  /** Whether it holds of floats, given what the operator says. */
  floats(a: Expression, b: Expression, holds: Expression, numba: string): Expression;
  /** Compares complex numbers; without it they have no order. */
  readonly complex?: string;
  readonly complexSince?: string;
}

const isNan = (part: Expression): Expression => ne(part, part);
const isNumber = (part: Expression): Expression => eq(part, part);

const nanLast: Comparison['floats'] = (a, b, less) => or(less, and(isNan(b), isNumber(a)));

const comparisons: readonly Comparison[] = [
  {
    // What sorts: NaNs come last; until 0.58 any number and any NaN came before a NaN.
    name: 'before',
    operator: 'operator.lt',
    complex: 'complex_before',
    complexSince: '0.58',
    floats: (a, b, less, numba) =>
      isInVersion({ since: '0.58' }, numba) ? nanLast(a, b, less, numba) : or(less, isNan(b)),
  },
  { name: 'nan_last', operator: 'operator.lt', floats: nanLast },
  {
    name: 'not_after',
    operator: 'operator.le',
    complex: 'complex_not_after',
    floats: (_, b, notGreater) => or(notGreater, isNan(b)),
  },
];

/** The library's own comparisons for sorting, which can be passed as functions: `before(a, b)`. */
export const comparisonEntries: readonly LibraryFunction[] = comparisons.map((comparison) => ({
  name: `jitsight.${comparison.name}`,
  params: params('a b'),
  type({ args, context }) {
    const [a, b] = args.map((arg) => unliteral(arg!)) as [NumbaType, NumbaType];
    if (isComplex(a) || isComplex(b)) {
      const isOrdered = comparison.complex && isInVersion({ since: comparison.complexSince }, context.numba);
      return isOrdered ? typed(boolean) : mismatch('complex numbers have no order');
    }
    return resultOf(comparison.operator, [a, b], context) ? typed(boolean) : mismatch('no order');
  },
  lower({ args }, lowering) {
    const [a, b] = args.map((arg) => lowering.hold(arg!)) as [Value, Value];
    if (isComplex(a.type) || isComplex(b.type)) {
      return lowering.callPython(source, comparison.complex!, [a, b]);
    }
    const found = holds(lowering, comparison.operator, a, b);
    const isFloat = a.type.kind === 'float' || b.type.kind === 'float';
    if (!isFloat) return { type: boolean, parts: [found] };
    const [left, right] = [a, b].map((value) => floatPart(lowering, value)) as [Expression, Expression];
    return { type: boolean, parts: [comparison.floats(left, right, found, lowering.numba)] };
  },
}));

const isComplex = (type: NumbaType): boolean => type.kind === 'complex';

function floatPart(lowering: Lowering, value: Value): Expression {
  return lowering.cast(value, { kind: 'float', bits: 64 }).parts[0]!;
}

/** `is_nan(x)` of the library: False for what has no NaN. */
export const isNanEntry: LibraryFunction = {
  name: 'jitsight.is_nan',
  params: params('x'),
  type: () => typed(boolean),
  lower({ args }, lowering) {
    const { type, parts } = lowering.hold(args[0]!);
    if (type.kind !== 'float' && type.kind !== 'complex') return { type: boolean, parts: [bool(false)] };
    return { type: boolean, parts: [parts.map(isNan).reduce(or)] };
  },
};
