import { boolean, int64, type NumbaType, uint64, unicode } from './numbaType';

/** The type without its compile-time value: `Literal[int](5)` is int64, also inside tuples; lists and dicts forget their initial value. */
export function unliteral(type: NumbaType): NumbaType {
  switch (type.kind) {
    case 'literal':
      if (type.literal === 'int') return type.value >= 2n ** 63n ? uint64 : int64;
      return type.literal === 'bool' ? boolean : unicode;
    case 'tuple':
      return type.elements.some((element) => unliteral(element) !== element)
        ? { ...type, elements: type.elements.map(unliteral) }
        : type;
    case 'list':
    case 'typedDict': {
      if (type.initial === undefined) return type;
      const { initial: _, ...rest } = type;
      return rest as NumbaType;
    }
    case 'slice':
      return type.literal ? { kind: 'slice', hasStep: type.hasStep } : type;
    default:
      return type;
  }
}

/** Whether the type can end inference: no `undefined` inside. */
export function isPrecise(type: NumbaType): boolean {
  switch (type.kind) {
    case 'undefined':
      return false;
    case 'list':
    case 'typedList':
    case 'set':
      return isPrecise(type.element);
    case 'typedDict':
      return isPrecise(type.key) && isPrecise(type.value);
    case 'array':
      return isPrecise(type.dtype);
    case 'optional':
      return isPrecise(type.value);
    case 'tuple':
      return type.elements.every(isPrecise);
    default:
      return true;
  }
}

export function isNumber(type: NumbaType): boolean {
  return type.kind === 'int' || type.kind === 'float' || type.kind === 'complex';
}

/** What an array of numbers may hold, and arithmetic takes. */
export function isNumberOrBool(type: NumbaType): boolean {
  return isNumber(type) || type.kind === 'bool';
}

/** The numbers that have an order. */
export function isRealOrBool(type: NumbaType): boolean {
  return type.kind === 'int' || type.kind === 'float' || type.kind === 'bool';
}
