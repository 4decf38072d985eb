import { select } from '@jitsight/shared/ir/expressions';
import type { Lowering, Value } from '../../lower/lowering';
import { none, type NumbaType } from '../../types/numbaType';
import { typesEqual } from '../../types/typesEqual';
import { unify } from '../../types/unify';
import { isNumber, unliteral } from '../../types/unliteral';
import { arrayType } from '../array/parts';
import type { LibraryFunction, LoweringCall, TypingOutcome } from '../libraryFunction';
import { comparisonOperators } from '../operators/operatorTable';
import { applyScalar } from '../operators/scalarOperator';
import { mismatch, noValue, params, typed } from '../outcome';
import { compareVersions } from '../version';
import { isOmitted } from './dtypeArgument';

/** `np.clip` of an array, and the method. */
export const clipEntries: readonly LibraryFunction[] = [
  {
    name: 'numpy.clip',
    params: params('a a_min a_max out?'),
    type: ({ args, context }) => typeClip(args, context.numba),
    lower: lowerClip,
  },
  {
    name: 'array.clip',
    params: params('a a_min? a_max? out?'),
    type: ({ args, context }) => typeClip(args, context.numba),
    lower: lowerClip,
  },
];

function typeClip(args: readonly (NumbaType | undefined)[], numba: string): TypingOutcome {
  const [array, low, high, out] = args.map((type) => type && unliteral(type));
  if (array?.kind !== 'array' || !isOrdered(array.dtype))
    return mismatch('only arrays of real numbers are clipped');
  const bounds = [low, high].filter((type): type is NumbaType => !isOmitted(type));
  if (bounds.length === 0) return typed(none);
  const fits = bounds.every((type) => isOrdered(type.kind === 'array' ? type.dtype : type));
  if (!fits || !(isOmitted(out) || out?.kind === 'array')) return mismatch();
  const arrays = bounds.filter((type) => type.kind === 'array');
  // Array bounds are broadcast with the array, which takes one dtype.
  if (!arrays.every((type) => typesEqual(type.dtype, array.dtype))) {
    return mismatch('bounds that are arrays must have the dtype of the array');
  }
  if (out?.kind === 'array') {
    if (!typesEqual(out.dtype, array.dtype)) return mismatch('out must have the dtype of the array', 3);
    const needsNdim = compareVersions(numba, '0.65') >= 0;
    return needsNdim && out.ndim !== array.ndim ? mismatch() : typed(out);
  }
  if (!arrays.every((type) => type.ndim <= array.ndim)) {
    return mismatch('the result has the dimensions of the array, and a bound has more');
  }
  return typed({ ...array, layout: array.layout === 'A' ? 'C' : array.layout, readonly: false });
}

function isOrdered(type: NumbaType): boolean {
  return isNumber(type) && type.kind !== 'complex';
}

function lowerClip({ args, result }: LoweringCall, lowering: Lowering): Value {
  const [array, low, high, out] = args.map((arg) => (isOmitted(arg?.type) ? undefined : arg));
  if (!low && !high) {
    lowering.raise({ name: 'ValueError', message: 'array_clip: must set either max or min' });
    return noValue;
  }
  const source = lowering.hold(array!);
  const type = arrayType(result);
  const target = out ?? lowering.newArray(type, lowering.arrayShape(source));
  const operands = [source, ...[low, high].filter((bound) => bound !== undefined)];
  lowering.elementwise(
    operands,
    type.dtype,
    ([element, ...bounds]) => {
      let value = element!;
      if (low) value = chosen(lowering, 'gt', bounds.shift()!, value);
      if (high) value = chosen(lowering, 'lt', bounds.shift()!, value);
      return lowering.cast(value, type.dtype);
    },
    target,
  );
  return target;
}

/** Python's `max(value, bound)` and `min`: the bound where it is beyond the value, in the type of both. */
function chosen(lowering: Lowering, op: 'gt' | 'lt', bound: Value, value: Value): Value {
  const type = unify([unliteral(value.type), unliteral(bound.type)])!;
  const [a, b] = [bound, value].map((each) => lowering.hold(lowering.cast(each, type)));
  const beyond = applyScalar(comparisonOperators[op]!, lowering, [a!, b!]);
  return { type, parts: [select(beyond.parts[0]!, a!.parts[0]!, b!.parts[0]!)] };
}
