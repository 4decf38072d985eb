import type { Lowering, Value } from '../../lower/lowering';
import {
  type ArrayType,
  arrayOf,
  boolean,
  float64,
  type FloatType,
  type NumbaType,
} from '../../types/numbaType';
import { typesEqual } from '../../types/typesEqual';
import { isNumber, isNumberOrBool, unliteral } from '../../types/unliteral';
import { astypeCopy } from '../array/copies';
import { arrayType } from '../array/parts';
import type { LibraryFunction, PythonSource, TypingContext, TypingOutcome } from '../libraryFunction';
import { operate, resultOf } from '../operate';
import { mismatch, params, typed } from '../outcome';
import { tupleValue } from '../tuple/elements';
import { arrayTypeOf, asArray } from './arrayLike';
import text from './close.py?raw';
import { isOmitted } from './dtypeArgument';

const source: PythonSource = { name: 'numpy/close.py', text };

function operandOf(type: NumbaType, context: TypingContext): ArrayType | undefined {
  return isNumberOrBool(type) ? arrayOf(type, 0) : arrayTypeOf(type, context);
}

/** `np.array_equal(a, b)`; arrays of other shapes are not equal. */
const arrayEqual: LibraryFunction = {
  name: 'numpy.array_equal',
  params: params('a1 a2'),
  type({ args, context }) {
    const [a, b] = args.map((arg) => operandOf(unliteral(arg!), context));
    const compares = a && b && resultOf('operator.eq', [a.dtype, b.dtype], context);
    return compares ? typed(boolean, { args: args.map((arg) => unliteral(arg!)) }) : mismatch('needs arrays');
  },
  lower({ args }, lowering) {
    const [a, b] = args as readonly [Value, Value];
    if (isNumberOrBool(a.type) && isNumberOrBool(b.type)) return operate(lowering, 'operator.eq', [a, b]);
    const arrays = [a, b].map((value) =>
      isNumberOrBool(value.type) ? value : lowering.hold(asArray(lowering, value)),
    );
    const ndims = arrays.map(({ type }) => (type.kind === 'array' ? type.ndim : 0));
    if (ndims[0] !== ndims[1]) return lowering.constant({ kind: 'bool', value: false }, boolean);
    return lowering.callPython(
      source,
      'array_equal',
      arrays.map((array) => arrayed(lowering, array)),
    );
  },
};

const arrayed = (lowering: Lowering, value: Value): Value =>
  value.type.kind === 'array' ? value : lowering.hold(asArray(lowering, tupleValue([value])));

const tolerances = {
  rtol: { kind: 'float', value: 1e-5 },
  atol: { kind: 'float', value: 1e-8 },
  equal_nan: { kind: 'bool', value: false },
} as const;

const closeParams = params('a b rtol atol equal_nan', tolerances);

function typeTolerances(given: readonly (NumbaType | undefined)[]): TypingOutcome | undefined {
  const [rtol, atol, equalNan] = given.map((type) => unliteral(type!)) as [NumbaType, NumbaType, NumbaType];
  if (rtol.kind !== 'float' || atol.kind !== 'float')
    return mismatch('the tolerances must be floating point');
  return equalNan.kind === 'bool' ? undefined : mismatch('equal_nan must be a boolean', 4);
}

const allcloseEntry: Omit<LibraryFunction, 'name'> = {
  type({ args, context }) {
    const [a, b, ...rest] = args;
    const operands = [a!, b!].map((arg) => operandOf(unliteral(arg), context));
    if (!operands.every((type) => type && isNumberOrBool(type.dtype))) return mismatch('needs numbers');
    const areArrays = [a!, b!].every((arg) => !isNumberOrBool(unliteral(arg)));
    if (areArrays && !typesEqual(operands[0]!.dtype, operands[1]!.dtype)) {
      return mismatch('the two arrays must have one dtype');
    }
    return typeTolerances(rest) ?? typed(boolean);
  },
  lower({ args }, lowering) {
    const [a, b, ...rest] = args as readonly Value[];
    const limits = rest.map((each) => lowering.hold(each));
    if (isNumberOrBool(a!.type) && isNumberOrBool(b!.type)) {
      return lowering.callPython(source, 'within', [a!, b!, ...limits]);
    }
    const arrays = [a!, b!].map((value) =>
      arrayed(lowering, lowering.hold(isNumberOrBool(value.type) ? value : asArray(lowering, value))),
    );
    const both = broadcast(lowering, arrays as [Value, Value]);
    return lowering.callPython(source, 'all_within', [...both, ...limits]);
  },
};

/**
 * `np.allclose(a, b)` of numbers and of arrays of one dtype that broadcast. Before 0.57 no argument may be left to its default:
 * Numba's own check then refuses the default.
 */
const allclose: readonly LibraryFunction[] = ['numpy.allclose', 'array.allclose'].flatMap((name) => [
  { ...allcloseEntry, name, params: params('a b rtol atol equal_nan'), until: '0.57' },
  { ...allcloseEntry, name, params: closeParams, since: '0.57' },
]);

// Each with the shape of both.
function broadcast(lowering: Lowering, [a, b]: readonly [Value, Value]): Value[] {
  const copied = (kept: 0 | 1) =>
    lowering.hold(
      lowering.elementwise([a, b], arrayType([a, b][kept]!.type).dtype, (elements) => elements[kept]!),
    );
  return [copied(0), copied(1)];
}

/** `np.isclose(a, b)`. */
const isclose: LibraryFunction = {
  name: 'numpy.isclose',
  since: '0.57',
  params: closeParams,
  type({ args }) {
    const [a, b, ...rest] = args;
    const operands = [a!, b!].map(unliteral) as [NumbaType, NumbaType];
    const wrong = typeTolerances(rest);
    if (wrong) return wrong;
    if (!operands.every((type) => isNumber(type) || (type.kind === 'array' && isNumberOrBool(type.dtype)))) {
      return mismatch('needs numbers or arrays');
    }
    return typed(closeResult(operands));
  },
  lower({ args, result }, lowering) {
    const [a, b, ...rest] = args as readonly Value[];
    const limits = rest.map((each) => lowering.hold(each));
    const compare = (x: Value, y: Value) => lowering.callPython(source, 'is_close', [x, y, ...limits]);
    if (result.kind !== 'array') return compare(a!, b!);
    const areArrays = a!.type.kind === 'array' && b!.type.kind === 'array';
    if (areArrays && result.ndim !== 1) {
      return lowering.notLowered('np.isclose of two arrays of several dimensions is not compiled yet');
    }
    const found = lowering.elementwise([a!, b!], boolean, ([x, y]) => compare(x!, y!));
    return { type: result, parts: found.parts };
  },
};

// Two arrays are broadcast, and so is what comes of them.
function closeResult([a, b]: readonly [NumbaType, NumbaType]): NumbaType {
  const ndims = [a, b].map((type) => (type.kind === 'array' ? type.ndim : 0)) as [number, number];
  if (a.kind !== 'array' && b.kind !== 'array') return boolean;
  if (a.kind !== 'array' || b.kind !== 'array') return arrayOf(boolean, Math.max(...ndims));
  return { ...arrayOf(boolean, Math.max(...ndims), 'A'), readonly: true };
}

/** `np.nan_to_num(x, copy=True, nan=0.0, posinf=None, neginf=None)` of real numbers. */
const nanToNum: LibraryFunction = {
  name: 'numpy.nan_to_num',
  since: '0.57',
  params: params('x copy nan posinf? neginf?', {
    copy: { kind: 'bool', value: true },
    nan: { kind: 'float', value: 0 },
  }),
  type({ args, context }) {
    const x = unliteral(args[0]!);
    const array = isNumber(x) ? undefined : arrayTypeOf(x, context);
    const dtype = array?.dtype ?? x;
    if (!isNumber(dtype)) return mismatch('needs numbers', 0);
    const result = array ? (dtype.kind === 'int' ? x : array) : x;
    const others = args.slice(2).map((arg) => (isOmitted(arg) ? arg : float64));
    return typed(result, { args: [x, boolean, ...others] });
  },
  lower({ args, result }, lowering) {
    const [x, copy, nan, above, below] = args as readonly Value[];
    const dtype = result.kind === 'array' ? result.dtype : result;
    if (dtype.kind === 'int') return x!;
    if (dtype.kind !== 'float')
      return lowering.notLowered('np.nan_to_num of complex numbers is not compiled yet');
    const limits = [nan!, limit(lowering, above, dtype, 1), limit(lowering, below, dtype, -1)];
    if (result.kind !== 'array')
      return lowering.cast(lowering.callPython(source, 'replaced', [x!, ...limits]), result);
    const given = asArray(lowering, x!);
    const isConstant = copy!.parts[0]!.op === 'const';
    if (!isConstant) return lowering.notLowered('np.nan_to_num with a variable copy is not compiled yet');
    const copies = isConstant && Boolean((copy!.parts[0] as { readonly value: number | bigint }).value);
    const array = lowering.hold(copies ? astypeCopy(lowering, given, arrayType(result)) : given);
    lowering.callPython(source, 'replace_all', [array, ...limits]);
    return array;
  },
};

const largest = { 16: 65504, 32: 3.4028234663852886e38, 64: Number.MAX_VALUE } as const;

function limit(lowering: Lowering, given: Value | undefined, dtype: FloatType, sign: 1 | -1): Value {
  if (given && given.type.kind !== 'none') return lowering.hold(given);
  return lowering.constant({ kind: 'float', value: sign * largest[dtype.bits] }, float64);
}

export const closenessEntries: readonly LibraryFunction[] = [arrayEqual, ...allclose, isclose, nanToNum];
