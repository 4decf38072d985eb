import { and, bool, constant, convert, eq, gt, i64, ne, or, select } from '@jitsight/shared/ir/expressions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import { compareVersions } from '../library/version';
import { boolean } from '../types/numbaType';
import { isReal, isTime } from './casts';
import { callLibrary } from './libraryCall';
import type { Lowering, Value } from './lowering';

/** Python's truth value. */
export function truth(lowering: Lowering, value: Value): Expression {
  const type = value.type;
  switch (type.kind) {
    case 'none':
      return bool(false);
    case 'optional': {
      const [valid, ...parts] = value.parts;
      return and(valid!, truth(lowering, { type: type.value, parts }));
    }
    case 'complex':
      return or(nonZero(value.parts[0]!), nonZero(value.parts[1]!));
    case 'tuple':
    case 'literalList':
      return bool(type.elements.length > 0);
    case 'unicode':
      return ne(value.parts[2]!, i64(0));
    case 'list':
    case 'typedList':
      return ne(listLength(value), constant('i32', 0));
    case 'array':
      return arrayTruth(lowering, value);
    case 'literal':
      return type.literal === 'str' ? bool(type.value !== '') : nonZero(value.parts[0]!);
    case 'enumMember':
      return truth(lowering, { type: type.of, parts: value.parts });
    default:
      if (value.parts.length === 1 && (isReal(type) || isTime(type))) return nonZero(value.parts[0]!);
      return callLibrary(lowering, 'operator.truth', [value], boolean).parts[0]!;
  }
}

function nonZero(part: Expression): Expression {
  return convert(part, 'bool');
}

function listLength(list: Value): Expression {
  return { op: 'load', type: 'i32', address: { base: list.parts[0]!, offset: 4 } };
}

function arrayTruth(lowering: Lowering, array: Value): Expression {
  const held = lowering.hold(array);
  const size = lowering.ir.hold(lowering.arraySize(held));
  const emptyIsFalse = compareVersions(lowering.numba, '0.60') < 0;
  const wrong = emptyIsFalse ? gt(size, i64(1)) : ne(size, i64(1));
  lowering.ir.if(wrong, () => {
    if (!emptyIsFalse) lowering.ir.if(eq(size, i64(0)), () => raiseEmpty(lowering));
    lowering.raise({
      name: 'ValueError',
      message: 'The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()',
    });
  });
  const zero = lowering.arrayShape(held).map(() => i64(0));
  const first = truth(lowering, lowering.loadElement(held, zero));
  // Memory is there to read even for an empty array: allocations are never null.
  return emptyIsFalse ? select(eq(size, i64(0)), bool(false), first) : first;
}

function raiseEmpty(lowering: Lowering): void {
  lowering.raise({
    name: 'ValueError',
    message:
      'The truth value of an empty array is ambiguous. Use `array.size > 0` to check that an array is not empty.',
  });
}
