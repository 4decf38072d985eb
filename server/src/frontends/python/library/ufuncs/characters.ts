import {
  boolean,
  complex64,
  complex128,
  float32,
  float64,
  int8,
  int16,
  int32,
  int64,
  type NumbaType,
  uint8,
  uint16,
  uint32,
  uint64,
} from '../../types/numbaType';

/** NumPy's type characters on a 64-bit Linux, where `q` is `l` by another name. */
export type TypeCharacter = keyof typeof charactersByType;

const charactersByType = {
  '?': boolean,
  b: int8,
  B: uint8,
  h: int16,
  H: uint16,
  i: int32,
  I: uint32,
  l: int64,
  L: uint64,
  f: float32,
  d: float64,
  F: complex64,
  D: complex128,
} as const satisfies Record<string, NumbaType>;

/** The type of a loop's character; datetimes have no type of their own there. */
export function typeOfCharacter(character: string): NumbaType {
  const type = charactersByType[character as TypeCharacter];
  if (!type) throw new Error(`no type for the character ${character}`);
  return type;
}

/** The character of a type that NumPy can hold in an array; undefined for others. */
export function characterOf(type: NumbaType): string | undefined {
  switch (type.kind) {
    case 'bool':
      return '?';
    case 'int':
      return (type.signed ? 'bhil' : 'BHIL')[Math.log2(type.bits / 8)];
    case 'float':
      return type.bits === 16 ? 'e' : type.bits === 32 ? 'f' : 'd';
    case 'complex':
      return type.bits === 64 ? 'F' : 'D';
    case 'datetime':
      return 'M';
    case 'timedelta':
      return 'm';
    case 'literal':
      return type.literal === 'int' ? 'l' : type.literal === 'bool' ? '?' : undefined;
    default:
      return undefined;
  }
}

const isSigned = (c: string): boolean => 'bhil'.includes(c);
const isUnsigned = (c: string): boolean => 'BHIL'.includes(c);
export const isIntegerCharacter = (c: string): boolean => isSigned(c) || isUnsigned(c);
const isFloat = (c: string): boolean => 'efd'.includes(c);
const isComplex = (c: string): boolean => 'FD'.includes(c);
export const isInexactCharacter = (c: string): boolean => isFloat(c) || isComplex(c);
export const isTimeCharacter = (c: string): boolean => c === 'm' || c === 'M';

const integerBits = (c: string): number => 8 << Math.max('bhil'.indexOf(c), 'BHIL'.indexOf(c));
/** Bits of one part of a float or complex number. */
const partBits = (c: string): number => ({ e: 16, f: 32, F: 32 })[c] ?? 64;

/** NumPy's `can_cast(from, to, 'safe')`. */
export function canCastSafely(from: string, to: string): boolean {
  if (from === to || from === '?') return from === to || !isTimeCharacter(to);
  if (isIntegerCharacter(from)) {
    if (isIntegerCharacter(to)) return integerFits(from, to);
    // A float holds an integer of half its width; float64 counts as holding all.
    return isInexactCharacter(to) && (partBits(to) === 64 || integerBits(from) <= partBits(to) / 2);
  }
  if (isFloat(from)) return isInexactCharacter(to) && partBits(to) >= partBits(from);
  return isComplex(from) && isComplex(to) && partBits(to) >= partBits(from);
}

function integerFits(from: string, to: string): boolean {
  if (isSigned(from) === isSigned(to)) return integerBits(to) >= integerBits(from);
  return isSigned(to) && integerBits(to) > integerBits(from);
}

const kinds = ['?', 'u', 'i', 'f', 'c'];

function kindRank(c: string): number {
  return kinds.indexOf(isUnsigned(c) ? 'u' : isSigned(c) ? 'i' : isFloat(c) ? 'f' : isComplex(c) ? 'c' : c);
}

/** NumPy's `can_cast(from, to, 'same_kind')`: safe, or down within a kind. */
export function canCastWithinKind(from: string, to: string): boolean {
  if (isTimeCharacter(from) || isTimeCharacter(to)) return from === to || (to === 'm' && kindRank(from) <= 2);
  return canCastSafely(from, to) || kindRank(from) <= kindRank(to);
}
