import { eq, i64, ne } from '@jitsight/shared/ir/expressions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import type { Lowering, Value } from '../../../lower/lowering';
import { conversion } from '../../../types/conversion';
import { type ArrayType, arrayOf, float64, type NumbaType } from '../../../types/numbaType';
import { typesEqual } from '../../../types/typesEqual';
import { unify } from '../../../types/unify';
import { unliteral } from '../../../types/unliteral';
import { arrayType, membersOf } from '../../array/parts';
import type { LibraryFunction, LoweringCall } from '../../libraryFunction';
import { listLength, loadItem } from '../../list/storage';
import { mismatch, params, typed } from '../../outcome';
import { astypeCopy } from '../../array/copies';
import { dtypeArgument, isOmitted } from '../dtypeArgument';
import { classEntryName, numberClasses } from '../scalarClasses';
import { isElement } from './filled';

/** `np.array` and `np.asarray` of numbers and of nested lists and tuples; a number class called with those. */
export const sequenceArrayEntries: readonly LibraryFunction[] = [
  {
    name: 'numpy.array',
    params: params('object dtype?'),
    type: ({ args: [object, dtype] }) => {
      const result = arrayTypeOf(unliteral(object!), dtype);
      return result ? typed(result) : mismatch('not a regular sequence of numbers');
    },
    lower: ({ args, result }, lowering) => fromSequence(lowering, args[0]!, arrayType(result)),
  },
  {
    name: 'numpy.asarray',
    params: params('a dtype?'),
    type: ({ args: [object, dtype] }) => {
      const given = unliteral(object!);
      if (given.kind !== 'array') {
        const result = arrayTypeOf(given, dtype);
        return result ? typed(result) : mismatch();
      }
      const element = isOmitted(dtype) ? given.dtype : dtypeArgument(dtype);
      if (!element || conversion(given.dtype, element) === undefined) return mismatch();
      if (typesEqual(element, given.dtype)) return typed(given);
      return typed({ ...given, dtype: element, layout: given.layout === 'F' ? 'F' : 'C', readonly: false });
    },
    lower: lowerAsArray,
  },
  ...numberClasses.map(
    (of): LibraryFunction => ({
      name: classEntryName(of),
      type: ({ args: [given] }) => {
        const object = given && unliteral(given);
        if (object?.kind !== 'list' && object?.kind !== 'tuple') return mismatch();
        const result = arrayTypeOf(object, { kind: 'typeClass', of });
        return result ? typed(result) : mismatch();
      },
      lower: ({ args, result }, lowering) => fromSequence(lowering, args[0]!, arrayType(result)),
    }),
  ),
];

function lowerAsArray({ args, result }: LoweringCall, lowering: Lowering): Value {
  const object = args[0]!;
  if (object.type.kind !== 'array') return fromSequence(lowering, object, arrayType(result));
  if (typesEqual(object.type, result)) return object;
  return astypeCopy(lowering, object, arrayType(result));
}

function arrayTypeOf(object: NumbaType, dtype: NumbaType | undefined): ArrayType | undefined {
  const nested = nestedType(object);
  if (!nested) return undefined;
  const element = isOmitted(dtype) ? nested.element : dtypeArgument(dtype);
  if (!element || conversion(nested.element, element) === undefined) return undefined;
  return arrayOf(element, nested.ndim);
}

interface Nested {
  readonly ndim: number;
  readonly element: NumbaType;
}

/** How deep a sequence is nested and of what; undefined where it is irregular or holds no numbers. */
function nestedType(type: NumbaType): Nested | undefined {
  if (type.kind === 'list') {
    const inner = nestedType(type.element);
    return inner && { ...inner, ndim: inner.ndim + 1 };
  }
  if (type.kind !== 'tuple') return isElement(type) ? { ndim: 0, element: type } : undefined;
  if (type.elements.length === 0) return { ndim: 1, element: float64 };
  const inner = type.elements.map(nestedType);
  if (!inner.every((each) => each !== undefined && each.ndim === inner[0]!.ndim)) return undefined;
  const element = unify(inner.map((each) => each!.element));
  return element && { ndim: inner[0]!.ndim + 1, element: unliteral(element) };
}

/** The array that `np.asarray` makes of a list or tuple; undefined where it makes none. */
export function sequenceType(sequence: NumbaType): ArrayType | undefined {
  return arrayTypeOf(sequence, undefined);
}

/** A new array of a number's or nested sequence's elements; inner sequences of different lengths raise. */
export function fromSequence(lowering: Lowering, object: Value, type: ArrayType): Value {
  const held = lowering.hold(object);
  const array = lowering.newArray(type, shapeOf(lowering, held));
  store(lowering, array, held, []);
  return array;
}

function shapeOf(lowering: Lowering, object: Value): Expression[] {
  const { ir } = lowering;
  if (object.type.kind === 'tuple') {
    const members = membersOf(lowering, object);
    const [first] = members;
    return [i64(members.length), ...(first ? shapeOf(lowering, first) : [])];
  }
  if (object.type.kind !== 'list') return [];
  const length = ir.hold(listLength(object), 'length');
  const depth = nestedType(object.type)!.ndim - 1;
  const inner = Array.from({ length: depth }, () => ir.local('i64', 'extent'));
  for (const extent of inner) ir.set(extent, i64(0));
  if (depth > 0) {
    ir.if(ne(length, i64(0)), () => {
      shapeOf(lowering, lowering.hold(loadItem(lowering, object, i64(0)))).forEach((extent, axis) => {
        ir.set(inner[axis]!, extent);
      });
    });
  }
  return [length, ...inner];
}

function store(lowering: Lowering, array: Value, object: Value, at: readonly Expression[]): void {
  if (object.type.kind === 'tuple') {
    membersOf(lowering, object).forEach((member, index) => {
      storeMember(lowering, array, member, [...at, i64(index)]);
    });
  } else if (object.type.kind === 'list') {
    lowering.ir.for({ start: i64(0), stop: lowering.arrayShape(array)[at.length]! }, (index) => {
      storeMember(lowering, array, lowering.hold(loadItem(lowering, object, index)), [...at, index]);
    });
  } else {
    lowering.storeElement(array, at, object);
  }
}

function storeMember(lowering: Lowering, array: Value, member: Value, at: readonly Expression[]): void {
  const { ir } = lowering;
  if (member.type.kind === 'list') {
    const isRegular = eq(listLength(member), lowering.arrayShape(array)[at.length]!);
    const error = { name: 'ValueError', message: 'incompatible sequence shape' };
    ir.if({ op: 'not', type: 'bool', value: isRegular }, () => lowering.raise(error));
  }
  store(lowering, array, member, at);
}
