import type { Expression } from '@jitsight/shared/ir/nodes';
import type { Lowering, Value } from '../../lower/lowering';
import { conversion } from '../../types/conversion';
import { type ArrayType, int64, type NumbaType, none, uint64 } from '../../types/numbaType';
import { unliteral } from '../../types/unliteral';
import type { LibraryFunction, TypingOutcome } from '../libraryFunction';
import { mismatch, noValue, typed } from '../outcome';
import { arrayType } from './parts';
import { unravel } from './positions';
import { wrapped } from './views';

type Flat = Extract<NumbaType, { readonly kind: 'iterable' }>;

function isFlat(type: NumbaType | undefined): type is Flat {
  return type?.kind === 'iterable' && type.name === 'array.flat';
}

/** The array that a `flat` iterates over: its value is the array's. */
export function arrayOfFlat(flat: Value): Value {
  return { type: (flat.type as Flat).source[0]!, parts: flat.parts };
}

/** `a.flat`: iterated, indexed by one integer, with a length. */
export const flatEntries: readonly LibraryFunction[] = [
  {
    name: 'getattr array.flat',
    type: ({ args: [array] }) => (array?.kind === 'array' ? typed(flatType(array)) : mismatch()),
    lower: ({ args, result }) => ({ type: result, parts: args[0]!.parts }),
  },
  {
    name: 'builtins.len',
    type: ({ args: [flat] }) => (isFlat(flat) ? typed(int64) : mismatch()),
    lower: ({ args }, lowering) => ({ type: int64, parts: [lowering.arraySize(arrayOfFlat(args[0]!))] }),
  },
  {
    name: 'operator.getitem',
    type: ({ args: [flat, index] }) => typeAccess(flat, index, (element) => typed(element)),
    lower: ({ args }, lowering) => {
      const array = lowering.hold(arrayOfFlat(args[0]!));
      return lowering.loadElement(array, positionIn(lowering, array, args[1]!));
    },
  },
  {
    name: 'operator.setitem',
    type: ({ args: [flat, index, value] }) =>
      typeAccess(flat, index, (element) =>
        value && conversion(unliteral(value), element) !== undefined ? typed(none) : mismatch(),
      ),
    lower: ({ args }, lowering) => {
      const array = lowering.hold(arrayOfFlat(args[0]!));
      lowering.storeElement(array, positionIn(lowering, array, args[1]!), args[2]!);
      return noValue;
    },
  },
];

function flatType(array: ArrayType): NumbaType {
  return { kind: 'iterable', name: 'array.flat', item: array.dtype, source: [array] };
}

function typeAccess(
  flat: NumbaType | undefined,
  index: NumbaType | undefined,
  found: (element: NumbaType) => TypingOutcome,
): TypingOutcome {
  const type = index && unliteral(index);
  if (!isFlat(flat) || type?.kind !== 'int') return mismatch();
  const outcome = found(flat.item);
  if (outcome.kind !== 'typed') return outcome;
  return { ...outcome, args: [flat, type.signed ? int64 : uint64] };
}

function positionIn(lowering: Lowering, array: Value, index: Value): Expression[] {
  const size = lowering.ir.hold(lowering.arraySize(array), 'size');
  const position = wrapped(lowering, index.parts[0]!, size);
  return arrayType(array.type).ndim === 0 ? [] : unravel(lowering, position, lowering.arrayShape(array));
}
