import { select } from '@jitsight/shared/ir/expressions';
import type { Lowering, Value } from '../../lower/lowering';
import { type ArrayType, arrayOf, type NumbaType } from '../../types/numbaType';
import { typesEqual } from '../../types/typesEqual';
import { isNumberOrBool, unliteral } from '../../types/unliteral';
import { astypeCopy } from '../array/copies';
import { arrayType } from '../array/parts';
import type { LibraryFunction, LoweringCall, TypingOutcome } from '../libraryFunction';
import { mismatch, params, typed } from '../outcome';
import { compareVersions } from '../version';
import { fromSequence, sequenceType } from './creation/fromSequence';
import { promoteTypes } from './promotion';

/** `np.where(condition, x, y)`: broadcasts all three since 0.57, before that only scalars against arrays. */
export const whereEntries: readonly LibraryFunction[] = [
  {
    name: 'numpy.where',
    params: params('condition x y'),
    since: '0.57',
    type: ({ args }) => typeBroadcast(args.map((type) => unliteral(type!))),
    lower: lowerWhere,
  },
  {
    name: 'numpy.where',
    until: '0.57',
    type: ({ args }) => typeSameShape(args.map((type) => unliteral(type!))),
    lower: lowerWhere,
  },
];

/** What `np.asarray` makes of an operand; scalars stay. */
function operandType(type: NumbaType): NumbaType | undefined {
  if (type.kind === 'array' || isNumberOrBool(type)) return type;
  return type.kind === 'list' || type.kind === 'tuple' ? sequenceType(type) : undefined;
}

const elementOf = (type: NumbaType): NumbaType => (type.kind === 'array' ? type.dtype : type);
const ndimOf = (type: NumbaType): number => (type.kind === 'array' ? type.ndim : 0);

function typeBroadcast(given: readonly NumbaType[]): TypingOutcome {
  const [condition, x, y] = given.map(operandType);
  if (!condition || !x || !y) return mismatch('the arguments are numbers or arrays');
  const dtype = promoteTypes(elementOf(x), elementOf(y));
  if (!dtype) return mismatch('no common type of both choices');
  const ndim = Math.max(ndimOf(condition), ndimOf(x), ndimOf(y));
  const layouts = [condition, x, y].flatMap((type) => (type.kind === 'array' ? [type.layout] : []));
  const bothArrays = x.kind === 'array' && y.kind === 'array';
  const isFortran = bothArrays
    ? layouts.every((layout) => layout === 'F')
    : condition.kind === 'array' && condition.layout === 'F';
  return typed(arrayOf(dtype, ndim, isFortran && ndim > 1 ? 'F' : 'C'));
}

function typeSameShape(given: readonly NumbaType[]): TypingOutcome {
  const [condition, x, y] = given;
  if (given.length !== 3 || !condition || !x || !y) return mismatch();
  const dtype = promoteTypes(elementOf(x), elementOf(y));
  if (!dtype) return mismatch();
  if (condition.kind !== 'array') return x.kind === 'array' ? mismatch() : typed(arrayOf(dtype, 0));
  const arrays = [x, y].filter((type) => type.kind === 'array') as ArrayType[];
  if (arrays.some((array) => array.ndim !== condition.ndim))
    return mismatch('arrays of different dimensions');
  const isUniform = arrays.every((array) => array.layout === condition.layout);
  const layout = arrays.length < 2 || isUniform ? condition.layout : 'C';
  return typed(arrayOf(dtype, condition.ndim, layout));
}

function lowerWhere({ args, result }: LoweringCall, lowering: Lowering): Value {
  const type = arrayType(result);
  const [given, ...choices] = args;
  // Until 0.57 a sequence as the condition counted as one truth value.
  const isOneTruth = compareVersions(lowering.numba, '0.57') < 0 && given!.type.kind !== 'array';
  const condition = isOneTruth ? given! : operandValue(lowering, given!);
  const operands = [condition, ...choices.map((arg) => operandValue(lowering, arg!))];
  const choose = ([condition, x, y]: readonly Value[]): Value => {
    const test = lowering.truth(condition!);
    const [a, b] = [x!, y!].map((each) => lowering.cast(each, type.dtype));
    const held = lowering.ir.hold(test);
    return { type: type.dtype, parts: a!.parts.map((part, i) => select(held, part, b!.parts[i]!)) };
  };
  if (type.ndim === 0) {
    const array = lowering.newArray(type, []);
    lowering.storeElement(array, [], choose(operands));
    return array;
  }
  const chosen = lowering.elementwise(operands, type.dtype, choose);
  const isInOrder = typesEqual(chosen.type, type) || type.layout === 'A' || type.ndim <= 1;
  return isInOrder ? { type, parts: chosen.parts } : astypeCopy(lowering, chosen, type);
}

/** Arrays without dimensions are read; sequences become arrays. */
function operandValue(lowering: Lowering, value: Value): Value {
  const { type } = value;
  if (type.kind === 'array') return type.ndim === 0 ? lowering.loadElement(value, []) : value;
  const sequence = type.kind === 'list' || type.kind === 'tuple' ? sequenceType(type) : undefined;
  return sequence ? fromSequence(lowering, value, sequence) : value;
}
