import { i64, ne } from '@jitsight/shared/ir/expressions';
import type { Lowering, Value } from '../../lower/lowering';
import { conversion } from '../../types/conversion';
import { type ArrayType, type NumbaType, none } from '../../types/numbaType';
import { typesEqual } from '../../types/typesEqual';
import { unliteral } from '../../types/unliteral';
import { listLength, loadItem } from '../list/storage';
import type { LibraryFunction, LoweringCall, TypingCall, TypingOutcome } from '../libraryFunction';
import { mismatch, noValue, typed } from '../outcome';
import { checkFits, raiseMisfit, storeAdvanced } from './advancedIndex';
import { typeIndex } from './indexTypes';
import { withoutOverlap } from './overlap';
import { arrayType, membersOf } from './parts';
import { basicView, elementPosition } from './views';

interface StoreData {
  readonly advanced: boolean;
  /** What the same index would read: an element, or an array of this type. */
  readonly target: NumbaType;
}

/** `array[index] = value`. */
export const setitemEntry: LibraryFunction = {
  name: 'operator.setitem',
  type: typeStore,
  lower: (call, lowering) => {
    lowerStore(call, lowering);
    return noValue;
  },
};

function typeStore({ args, context }: TypingCall): TypingOutcome {
  const [array, index, value] = args;
  if (array?.kind !== 'array' || !index || !value) return mismatch();
  if (array.readonly) return mismatch('the array is read-only', 0);
  const found = typeIndex(array, index, context.numba);
  if ('reason' in found) return mismatch(found.reason, 1);
  const stored = storedType(found.result, unliteral(value));
  if (!stored) return mismatch('the value does not convert to the elements', 2);
  const data: StoreData = { advanced: found.advanced, target: found.result };
  return typed(none, { args: [array, found.index, stored], data });
}

/** What the value becomes before it is stored; undefined where it cannot be. */
function storedType(target: NumbaType, value: NumbaType): NumbaType | undefined {
  if (target.kind !== 'array') {
    const element = value.kind === 'array' && value.ndim === 0 ? value.dtype : value;
    if (value.kind === 'array' && value.ndim > 0) return undefined;
    return converts(element, target) ? (element === value ? target : value) : undefined;
  }
  if (value.kind === 'array') {
    return converts(value.dtype, target.dtype) ? value : undefined;
  }
  const element = sequenceElement(value);
  if (element) return target.ndim === 1 && converts(element, target.dtype) ? value : undefined;
  return converts(value, target.dtype) ? target.dtype : undefined;
}

function converts(from: NumbaType, to: NumbaType): boolean {
  return conversion(from, to) !== undefined;
}

/** Of lists, and of tuples whose elements are all of one type. */
function sequenceElement(type: NumbaType): NumbaType | undefined {
  if (type.kind === 'list') return type.element;
  if (type.kind !== 'tuple') return undefined;
  const [first] = type.elements;
  return first && type.elements.every((each) => typesEqual(each, first)) ? first : undefined;
}

function lowerStore({ args, data }: LoweringCall, lowering: Lowering): void {
  const [array, index, value] = args as [Value, Value, Value];
  const { advanced, target } = data as StoreData;
  const members = membersOf(lowering, index);
  const held = lowering.hold(array);
  if (target.kind !== 'array') {
    const element = value.type.kind === 'array' ? lowering.loadElement(value, []) : value;
    lowering.storeElement(held, elementPosition(lowering, held, members), element);
  } else if (advanced) {
    const stored = value.type.kind === 'array' ? withoutOverlap(lowering, value, held) : value;
    storeAdvanced(lowering, held, members, stored);
  } else {
    const view = basicView(lowering, held, members);
    const shown = lowering.arrayView(target, { meminfo: lowering.arrayMeminfo(held), ...view });
    storeInto(lowering, shown, value);
  }
}

/** Fills all of `target` from a scalar, an array that broadcasts to it, or a sequence of its length. */
export function storeInto(lowering: Lowering, target: Value, value: Value): void {
  if (value.type.kind === 'array') storeArray(lowering, target, value);
  else if (value.type.kind === 'list' || value.type.kind === 'tuple') storeSequence(lowering, target, value);
  else {
    const held = lowering.hold(value);
    lowering.elementwise([held], arrayType(target.type).dtype, ([element]) => element!, target);
  }
}

function storeArray(lowering: Lowering, target: Value, value: Value): void {
  const type = arrayType(target.type);
  const held = lowering.hold(value);
  checkFits(lowering, held, lowering.arrayShape(target));
  const source = dropLeading(lowering, withoutOverlap(lowering, held, target), type.ndim);
  lowering.elementwise([source], type.dtype, ([element]) => element!, target);
}

// Dimensions of one that the target lacks.
function dropLeading(lowering: Lowering, array: Value, ndim: number): Value {
  const type = arrayType(array.type);
  const extra = type.ndim - ndim;
  if (extra <= 0) return array;
  const view: ArrayType = { ...type, ndim, layout: 'A' };
  return lowering.arrayView(view, {
    meminfo: lowering.arrayMeminfo(array),
    data: lowering.arrayData(array),
    shape: lowering.arrayShape(array).slice(extra),
    strides: lowering.arrayStrides(array).slice(extra),
  });
}

function storeSequence(lowering: Lowering, target: Value, value: Value): void {
  const { ir } = lowering;
  const extent = lowering.arrayShape(target)[0]!;
  const items = value.type.kind === 'tuple' ? membersOf(lowering, value) : undefined;
  const source = lowering.hold(value);
  const length = ir.hold(items ? i64(items.length) : listLength(source));
  ir.if(ne(extent, length), () => raiseMisfit(lowering, [extent], [length]));
  if (items) {
    items.forEach((item, i) => {
      lowering.storeElement(target, [i64(i)], item);
    });
    return;
  }
  ir.for({ start: i64(0), stop: length }, (index) => {
    lowering.storeElement(target, [index], loadItem(lowering, source, index));
  });
}
