import type { Lowering, Value } from '../../lower/lowering';
import { boolean, type NumbaType } from '../../types/numbaType';
import { typesEqual } from '../../types/typesEqual';
import type { LibraryFunction, LoweringCall, TypingOutcome } from '../libraryFunction';
import {
  binaryOperators,
  comparisonOperators,
  inPlaceName,
  unaryOperators,
} from '../operators/operatorTable';
import { applyScalar, type ScalarResolver } from '../operators/scalarOperator';
import type { FoundLoop } from './findLoop';
import type { Ufunc } from './loop';
import { plain, typeUfunc } from './typeUfunc';
import { given, overElements, runLoop } from './ufuncEntry';
import { ufuncNamed } from './ufuncTable';

const ufuncOfOperator: Readonly<Record<string, string>> = {
  add: 'add',
  sub: 'subtract',
  mul: 'multiply',
  truediv: 'divide',
  floordiv: 'floor_divide',
  mod: 'remainder',
  pow: 'power',
  lshift: 'left_shift',
  rshift: 'right_shift',
  and_: 'bitwise_and',
  or_: 'bitwise_or',
  xor: 'bitwise_xor',
  lt: 'less',
  le: 'less_equal',
  gt: 'greater',
  ge: 'greater_equal',
  eq: 'equal',
  ne: 'not_equal',
  neg: 'negative',
  pos: 'positive',
  invert: 'invert',
};

/**
 * Operators with an array among the operands. The result's type is that of the ufunc, but an element is computed by the
 * operator on scalars, as in Numba's array expressions: `int8` elements add up as int64 until they are stored.
 */
export const arrayOperatorEntries: readonly LibraryFunction[] = [
  ...elementOperators(binaryOperators),
  ...elementOperators(comparisonOperators),
  ...elementOperators(unaryOperators),
  ...Object.keys(binaryOperators).map(inPlaceOperator),
  dtypeComparison('operator.eq', true),
  dtypeComparison('operator.ne', false),
];

function elementOperators(operators: Readonly<Record<string, ScalarResolver>>): LibraryFunction[] {
  return Object.entries(operators).flatMap(([name, resolve]) => {
    const ufunc = ufuncOfOperator[name];
    return ufunc ? [elementOperator(name, ufuncNamed(ufunc), resolve)] : [];
  });
}

interface OperatorData {
  readonly dtype: NumbaType;
  /** Operands that are literals, by position: a literal exponent unrolls. */
  readonly literals: readonly (NumbaType | undefined)[];
}

function elementOperator(name: string, ufunc: Ufunc, resolve: ScalarResolver): LibraryFunction {
  return {
    name: `operator.${name}`,
    type: ({ args, context }) => typeOperator(ufunc, resolve, given(args), context.numba),
    lower: (call, lowering) => lowerOperator(resolve, call, lowering),
  };
}

function typeOperator(
  ufunc: Ufunc,
  resolve: ScalarResolver,
  args: readonly NumbaType[],
  numba: string,
): TypingOutcome {
  if (args.length !== ufunc.inputs || !args.some((type) => plain(type).kind === 'array'))
    return { kind: 'mismatch' };
  const typed = typeUfunc(ufunc, args, numba);
  if ('reason' in typed) return { kind: 'mismatch', reason: typed.reason };
  const literals = args.map((type) => (type.kind === 'literal' ? type : undefined));
  const elements = typed.args.map((type, i) => literals[i] ?? (type.kind === 'array' ? type.dtype : type));
  const scalar = resolve(elements, numba);
  if (!scalar) return { kind: 'mismatch', reason: 'no such operator on the elements' };
  const data: OperatorData = { dtype: typed.found.output, literals };
  return { kind: 'typed', result: typed.result, args: typed.args, data };
}

function lowerOperator(resolve: ScalarResolver, call: LoweringCall, lowering: Lowering): Value {
  const { dtype, literals } = call.data as OperatorData;
  const values = call.args.filter((value) => value !== undefined);
  return overElements(lowering, values, {
    dtype,
    result: call.result,
    kernel: (elements) =>
      applyScalar(
        resolve,
        lowering,
        elements,
        elements.map((element, i) => literals[i] ?? element.type),
      ),
  });
}

/** `a += b`: NumPy's loop into the left array, whose type the result must cast to within its kind. */
function inPlaceOperator(name: string): LibraryFunction {
  const ufunc = ufuncNamed(ufuncOfOperator[name]!);
  return {
    name: `operator.${inPlaceName(name)}`,
    type: ({ args, context }) => {
      const [left, right] = given(args);
      if (left?.kind !== 'array' || !right) return { kind: 'mismatch' };
      const typed = typeUfunc(ufunc, [left, right, left], context.numba);
      if ('reason' in typed) return { kind: 'mismatch', reason: typed.reason };
      return { kind: 'typed', result: left, args: typed.args.slice(0, 2), data: typed.found };
    },
    lower: ({ args, data, result }, lowering) => {
      const found = data as FoundLoop;
      const operands = args.filter((value) => value !== undefined);
      return overElements(lowering, operands, {
        dtype: found.output,
        result,
        kernel: (elements) => runLoop(found, lowering, elements),
        out: operands[0],
      });
    },
  };
}

/** `a.dtype == b.dtype` is known when compiling; a class such as `np.float64` is no dtype to Numba. */
function dtypeComparison(name: string, whenEqual: boolean): LibraryFunction {
  return {
    name,
    since: '0.57',
    type: ({ args }) => {
      const [a, b] = given(args);
      if (args.length !== 2 || a?.kind !== 'dtype' || b?.kind !== 'dtype') return { kind: 'mismatch' };
      const value = typesEqual(a.of, b.of) === whenEqual;
      return { kind: 'typed', result: boolean, constant: { kind: 'bool', value } };
    },
  };
}
