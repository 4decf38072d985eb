import { bool, constant, convert, eq, i64, mul, select } from '@jitsight/shared/ir/expressions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import { flatten } from '@jitsight/shared/ir/valueType';
import { typeName } from '../types/typeName';
import { typesEqual } from '../types/typesEqual';
import { unliteral } from '../types/unliteral';
import type { DateUnit, NumbaType } from '../types/numbaType';
import { charseqText } from '../library/str/charseq';
import { functionTag } from '../library/functionValue/callMember';
import { type Lowering, NotLowered, type Value } from './lowering';
import { elementTypes, tupleElements, zeros } from './tuples';
import { valueTypeOf } from './valueTypes';

const notATime = i64(-(2n ** 63n));

/** Numba's implicit conversion of `value` to `to`, as at an assignment, a call or a return. */
export function cast(lowering: Lowering, value: Value, to: NumbaType): Value {
  const from = value.type;
  // A generator is known by its value: see `generatorValue`.
  if (from === to || from.kind === 'generator') return value;
  if (from.kind === 'optional') return fromOptional(lowering, value, from.value, to);
  if (to.kind === 'optional') return toOptional(lowering, value, to);
  if (to.kind === 'enumMember') return { type: to, parts: cast(lowering, value, to.of).parts };
  if (from.kind === 'enumMember') return cast(lowering, { type: from.of, parts: value.parts }, to);
  if (to.kind === 'functionType' && from.kind === 'dispatcher') {
    return { type: to, parts: [constant('i32', functionTag(from.function))] };
  }
  if (from.kind === 'charseq' && to.kind === 'unicode') return charseqText(lowering, value);
  const elements = elementTypes(to);
  if (elements) return castElements(lowering, value, to, elements);
  return castScalar(value, to) ?? relabel(value, to);
}

/** The same scalars under another type that is held the same way. */
function relabel(value: Value, to: NumbaType): Value {
  if (!sameContents(value.type, to)) throw noCast(value, to);
  if (value.type.kind === 'array' && to.kind === 'array' && value.type.ndim === to.ndim) {
    return { type: to, parts: value.parts };
  }
  const have = flatten(valueTypeOf(value.type));
  const want = flatten(valueTypeOf(to));
  if (have.length !== want.length || have.some((scalar, i) => scalar !== want[i])) throw noCast(value, to);
  return { type: to, parts: value.parts };
}

/** What a container refers to cannot be converted in place; an empty one, of undefined elements, fits any. */
function sameContents(from: NumbaType, to: NumbaType): boolean {
  const have = contentsOf(from);
  const want = contentsOf(to);
  return have.every((type, i) => {
    const other = want[i];
    return !other || type.kind === 'undefined' || typesEqual(unliteral(type), unliteral(other));
  });
}

function contentsOf(type: NumbaType): readonly NumbaType[] {
  if (type.kind === 'list' || type.kind === 'typedList' || type.kind === 'set') return [type.element];
  return type.kind === 'typedDict' ? [type.key, type.value] : [];
}

function noCast(value: Value, to: NumbaType): NotLowered {
  return new NotLowered(`conversion of ${typeName(value.type)} to ${typeName(to)} is not compiled yet`);
}

function castScalar(value: Value, to: NumbaType): Value | undefined {
  const from = value.type;
  const part = value.parts[0];
  if (part === undefined) return undefined;
  if (isReal(from) || isTime(from)) {
    if (isReal(to)) return { type: to, parts: [convert(part, flatten(valueTypeOf(to))[0]!)] };
    if (to.kind === 'complex') {
      const width = to.bits === 64 ? 'f32' : 'f64';
      return { type: to, parts: [convert(part, width), constant(width, 0)] };
    }
  }
  if (isTime(to)) {
    if (isTime(from)) return { type: to, parts: [changeUnit(value, from.unit, to.unit)] };
    if (isReal(from)) return { type: to, parts: [convert(part, 'i64')] };
  }
  if (from.kind === 'complex') {
    if (to.kind !== 'complex') throw noCast(value, to);
    const width = to.bits === 64 ? 'f32' : 'f64';
    return { type: to, parts: value.parts.map((each) => convert(each, width)) };
  }
  if (to.kind === 'literal' && to.literal !== 'str') {
    return { type: to, parts: [to.literal === 'int' ? i64(to.value) : bool(to.value)] };
  }
  return undefined;
}

/** Numbers with an order, bool among them. */
export function isReal(type: NumbaType): boolean {
  return (
    type.kind === 'int' ||
    type.kind === 'float' ||
    type.kind === 'bool' ||
    (type.kind === 'literal' && type.literal !== 'str')
  );
}

export function isTime(type: NumbaType): type is Extract<NumbaType, { unit: DateUnit }> {
  return type.kind === 'datetime' || type.kind === 'timedelta';
}

const secondsPerUnit: Partial<Record<DateUnit, bigint>> = { W: 604800n, D: 86400n, h: 3600n, m: 60n, s: 1n };
const unitsPerSecond: Partial<Record<DateUnit, bigint>> = {
  s: 1n,
  ms: 10n ** 3n,
  us: 10n ** 6n,
  ns: 10n ** 9n,
  ps: 10n ** 12n,
  fs: 10n ** 15n,
  as: 10n ** 18n,
};

/** To an equal or finer unit; the generic unit takes the other's. NaT stays NaT. */
function changeUnit(value: Value, from: DateUnit, to: DateUnit): Expression {
  const part = value.parts[0]!;
  if (from === to || from === '' || to === '') return part;
  const factor = unitFactor(from, to);
  if (factor === undefined) {
    throw new NotLowered(`conversion of datetime unit ${from} to ${to} is not compiled yet`);
  }
  return select(eq(part, notATime), notATime, mul(part, i64(factor)));
}

function unitFactor(from: DateUnit, to: DateUnit): bigint | undefined {
  if (from === 'Y' && to === 'M') return 12n;
  const wide = secondsPerUnit[from];
  if (wide !== undefined) {
    const coarser = secondsPerUnit[to];
    if (coarser !== undefined) return wide % coarser === 0n ? wide / coarser : undefined;
    const finer = unitsPerSecond[to];
    return finer === undefined ? undefined : wide * finer;
  }
  const have = unitsPerSecond[from];
  const want = unitsPerSecond[to];
  if (have === undefined || want === undefined || want % have !== 0n) return undefined;
  return want / have;
}

function fromOptional(lowering: Lowering, value: Value, held: NumbaType, to: NumbaType): Value {
  const [valid, ...parts] = value.parts;
  const inner: Value = { type: held, parts };
  if (to.kind === 'optional') {
    return { type: to, parts: [valid!, ...cast(lowering, inner, to.value).parts] };
  }
  if (to.kind === 'none') return { type: to, parts: [] };
  lowering.ir.if(eq(valid!, bool(false)), () =>
    lowering.raise({ name: 'TypeError', message: `expected ${typeName(held)}, got None` }),
  );
  return cast(lowering, inner, to);
}

function toOptional(lowering: Lowering, value: Value, to: NumbaType & { kind: 'optional' }): Value {
  if (value.type.kind === 'none') return { type: to, parts: [bool(false), ...zeros(to.value)] };
  return { type: to, parts: [bool(true), ...cast(lowering, value, to.value).parts] };
}

function castElements(lowering: Lowering, value: Value, to: NumbaType, wanted: readonly NumbaType[]): Value {
  const have = elementTypes(value.type);
  if (have?.length !== wanted.length) throw noCast(value, to);
  const parts = tupleElements(value).flatMap((element, i) => cast(lowering, element, wanted[i]!).parts);
  return { type: to, parts };
}
