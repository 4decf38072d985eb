import { promoteNumbers } from '../../../types/numberPromotion';
import {
  type ArrayType,
  arrayOf,
  boolean,
  complex128,
  float64,
  int64,
  type NumbaType,
} from '../../../types/numbaType';
import { typesEqual } from '../../../types/typesEqual';

export function isScalar(type: NumbaType): boolean {
  return type.kind === 'bool' || type.kind === 'int' || type.kind === 'float' || type.kind === 'complex';
}

/** The type that Python's arithmetic or NumPy's gives two operands. */
export function arithmeticType(op: string, left: NumbaType, right: NumbaType): NumbaType | undefined {
  if (left.kind === 'array' || right.kind === 'array') return arrayArithmetic(op, left, right);
  if (isScalar(left) && isScalar(right)) return scalarArithmetic(op, left, right);
  if (left.kind === 'list' && right.kind === 'list' && op === '+') return left;
  if (left.kind === 'list' && right.kind === 'int' && op === '*') return left;
  if (right.kind === 'list' && left.kind === 'int' && op === '*') return right;
  if (left.kind === 'tuple' && right.kind === 'tuple' && op === '+') {
    return { kind: 'tuple', elements: [...left.elements, ...right.elements] };
  }
  if (left.kind === 'unicode' && (op === '%' || op === '+' || op === '*')) return left;
  return dateArithmetic(op, left, right);
}

function dateArithmetic(op: string, left: NumbaType, right: NumbaType): NumbaType | undefined {
  if (left.kind === 'datetime' && right.kind === 'datetime' && op === '-') {
    return { kind: 'timedelta', unit: left.unit };
  }
  if ((left.kind === 'datetime' || left.kind === 'timedelta') && right.kind === 'timedelta') return left;
  if (left.kind === 'timedelta' && right.kind === 'int' && op === '*') return left;
  return undefined;
}

function scalarArithmetic(op: string, left: NumbaType, right: NumbaType): NumbaType | undefined {
  if (op === '&' || op === '|' || op === '^') {
    return left.kind === 'bool' && right.kind === 'bool' ? boolean : promote(left, right);
  }
  const both = promote(left.kind === 'bool' ? int64 : left, right.kind === 'bool' ? int64 : right);
  return op === '/' && both?.kind === 'int' ? float64 : both;
}

/** NumPy's broadcasting: the most dimensions; a scalar widens an array only to another kind of number. */
function arrayArithmetic(op: string, left: NumbaType, right: NumbaType): NumbaType | undefined {
  const arrays = [left, right].filter((one): one is ArrayType => one.kind === 'array');
  const dtype = elementArithmetic(op, left, right);
  if (!dtype) return undefined;
  const ndim = Math.max(...arrays.map((one) => one.ndim));
  return elementwiseArray(dtype, ndim, arrays);
}

function elementArithmetic(op: string, left: NumbaType, right: NumbaType): NumbaType | undefined {
  const a = left.kind === 'array' ? left.dtype : left;
  const b = right.kind === 'array' ? right.dtype : right;
  if (!isScalar(a) || !isScalar(b)) return dateArithmetic(op, a, b);
  if (left.kind === 'array' && right.kind === 'array') {
    const both = promote(a, b);
    return op === '/' && (both?.kind === 'int' || both?.kind === 'bool') ? float64 : both;
  }
  const [element, scalar] = left.kind === 'array' ? [a, b] : [b, a];
  const both = rank(scalar) > rank(element) ? widened(element, scalar) : element;
  return op === '/' && (both.kind === 'int' || both.kind === 'bool') ? float64 : both;
}

/** A Python float beside an int array gives float64, beside a float32 array float32. */
function widened(element: NumbaType, scalar: NumbaType): NumbaType {
  if (scalar.kind === 'complex' && element.kind === 'float' && element.bits === 32) {
    return { kind: 'complex', bits: 64 };
  }
  return scalar.kind === 'complex' ? complex128 : scalar.kind === 'float' ? float64 : scalar;
}

function rank(type: NumbaType): number {
  return ['bool', 'int', 'float', 'complex'].indexOf(type.kind);
}

export function promote(a: NumbaType, b: NumbaType): NumbaType | undefined {
  if (typesEqual(a, b)) return a;
  if (a.kind === 'bool') return b;
  if (b.kind === 'bool') return a;
  return isScalar(a) && isScalar(b) ? promoteNumbers(a, b) : undefined;
}

/** A new array of an elementwise operation: Fortran order only where every operand has it. */
export function elementwiseArray(dtype: NumbaType, ndim: number, arrays: readonly ArrayType[]): ArrayType {
  const full = arrays.filter((one) => one.ndim === ndim);
  const isFortran = ndim > 1 && full.length > 0 && full.every((one) => one.layout === 'F');
  return arrayOf(dtype, ndim, isFortran ? 'F' : 'C');
}

/** float64 of everything that is not already a float or complex, as `np.sin` gives. */
export function floating(type: NumbaType): NumbaType | undefined {
  if (type.kind === 'float' || type.kind === 'complex') return type;
  return type.kind === 'int' || type.kind === 'bool' ? float64 : undefined;
}

/** Applies to the elements of an array, or to a scalar. */
export function mapElements(
  type: NumbaType,
  map: (element: NumbaType) => NumbaType | undefined,
): NumbaType | undefined {
  if (type.kind === 'list') return mapElements(arrayFromList(type) ?? type.element, map);
  if (type.kind !== 'array') return map(type);
  const dtype = map(type.dtype);
  return dtype && elementwiseArray(dtype, type.ndim, [type]);
}

/** The array `np.array(list)` makes. */
export function arrayFromList(type: NumbaType): ArrayType | undefined {
  if (type.kind === 'array') return arrayOf(type.dtype, type.ndim, type.layout === 'F' ? 'F' : 'C');
  const element =
    type.kind === 'list' || type.kind === 'typedList'
      ? type.element
      : type.kind === 'range'
        ? type.item
        : type.kind === 'tuple'
          ? commonElement(type.elements)
          : undefined;
  if (!element) return undefined;
  if (isScalar(element) || element.kind === 'datetime' || element.kind === 'timedelta')
    return arrayOf(element, 1);
  const inner = arrayFromList(element);
  return inner && arrayOf(inner.dtype, inner.ndim + 1);
}

/** One type for several values; numbers of different kinds are promoted. */
export function commonElement(types: readonly (NumbaType | undefined)[]): NumbaType | undefined {
  let common: NumbaType | undefined;
  for (const type of types) {
    if (!type) return undefined;
    if (!common) common = type;
    else if (!typesEqual(common, type)) {
      const both = promote(common, type);
      if (!both) return undefined;
      common = both;
    }
  }
  return common;
}
