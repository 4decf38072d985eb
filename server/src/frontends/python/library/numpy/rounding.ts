import type { Lowering, Value } from '../../lower/lowering';
import { complex128, float32, float64, int64, type NumbaType } from '../../types/numbaType';
import { isNumber, unliteral } from '../../types/unliteral';
import { part, scalar } from '../arithmetic/kernel';
import { realRint } from '../arithmetic/real';
import { arrayType } from '../array/parts';
import type { LibraryFunction, LoweringCall, TypingCall, TypingOutcome } from '../libraryFunction';
import { roundToDigits } from '../operators/round';
import { mismatch, params, typed } from '../outcome';
import { compareVersions } from '../version';

/** `np.round` and `np.around`, of scalars and, since 0.57 without an output, of arrays. */
export const roundingEntries: readonly LibraryFunction[] = [
  ...['numpy.round', 'numpy.around'].flatMap((name) => [
    { name, until: '0.57', type: typeRound, lower: lowerRound },
    { name, params: params('a decimals? out?'), since: '0.57', type: typeRound, lower: lowerRound },
  ]),
  // It went with NumPy 2.
  { name: 'numpy.round_', until: '0.60', type: typeRound, lower: lowerRound },
];

function typeRound({ args, context }: TypingCall): TypingOutcome {
  const [given, digits, out] = args.map((type) => type && unliteral(type));
  if (!given || (digits && digits.kind !== 'int')) return mismatch();
  const isNew = compareVersions(context.numba, '0.57') >= 0;
  if (isNumber(given)) {
    if (out && out.kind !== 'none') return mismatch();
    const wide = isNew ? widest(given, digits !== undefined) : given;
    return typed(wide, { args: [isNew ? wide : given, digits && int64] });
  }
  if (given.kind !== 'array' || !isNumber(given.dtype)) return mismatch();
  if (out?.kind === 'array') {
    const loses = given.dtype.kind === 'complex' && out.dtype.kind !== 'complex';
    const fits = isNumber(out.dtype) && out.ndim === given.ndim && !loses;
    return fits ? typed(out, { args: [given, digits && int64, out] }) : mismatch();
  }
  if (!isNew) return mismatch('arrays are rounded into an output array only');
  const layout = given.layout === 'A' ? 'C' : given.layout;
  return typed({ ...given, layout, readonly: false }, { args: [given, digits && int64] });
}

/** Newer versions round numbers in double precision. */
function widest(given: NumbaType, hasDigits: boolean): NumbaType {
  if (given.kind === 'float') return float64;
  if (given.kind === 'complex') return complex128;
  return hasDigits && given.kind === 'int' ? int64 : given;
}

function lowerRound({ args, result }: LoweringCall, lowering: Lowering): Value {
  const [given, digits, out] = args;
  const places = digits && lowering.hold(digits);
  if (given!.type.kind !== 'array') return rounded(lowering, given!, places, result);
  const type = arrayType(result);
  const source = lowering.hold(given!);
  const target = out?.type.kind === 'array' ? out : lowering.newArray(type, lowering.arrayShape(source));
  const { dtype } = arrayType(source.type);
  lowering.elementwise(
    [source],
    type.dtype,
    ([element]) => rounded(lowering, element!, places, dtype),
    target,
  );
  return target;
}

function rounded(lowering: Lowering, value: Value, digits: Value | undefined, result: NumbaType): Value {
  if (value.type.kind === 'complex') {
    const partType = value.type.bits === complex128.bits ? float64 : float32;
    const parts = value.parts.map((each) =>
      part(rounded(lowering, scalar(partType, each), digits, partType)),
    );
    return { type: result, parts };
  }
  if (value.type.kind === 'int') {
    if (!digits) return lowering.cast(value, result);
    const wide = lowering.cast(value, float64);
    return lowering.cast(roundToDigits(lowering, [wide, digits], float64, 'numpy'), result);
  }
  const kernel = digits ? roundToDigits : realRint;
  return kernel(lowering, digits ? [value, digits] : [value], result, 'numpy');
}
