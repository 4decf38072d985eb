import type { ArrayType, NumbaType, TupleType } from './numbaType';
import { typesEqual } from './typesEqual';
import { unliteral } from './unliteral';

/**
 * How one type becomes another, from stricter to looser, as numba.core.typeconv: `promote` widens within a kind, `safe`
 * loses nothing (a run-time check may fail), `unsafe` may lose information.
 */
export type Conversion = 'exact' | 'promote' | 'safe' | 'unsafe';

/** The conversion Numba knows, or undefined where there is none. */
export function conversion(from: NumbaType, to: NumbaType): Conversion | undefined {
  if (typesEqual(from, to)) return 'exact';
  return scalarConversion(from, to) ?? stricter(convertTo(from, to), convertFrom(to, from));
}

/** True where the conversion loses nothing: what Numba does by itself when types meet. */
export function convertsSafely(from: NumbaType, to: NumbaType): boolean {
  const found = conversion(from, to);
  return found !== undefined && found !== 'unsafe';
}

const order: readonly Conversion[] = ['exact', 'promote', 'safe', 'unsafe'];

function stricter(a: Conversion | undefined, b: Conversion | undefined): Conversion | undefined {
  if (a === undefined) return b;
  if (b === undefined) return a;
  return order.indexOf(a) <= order.indexOf(b) ? a : b;
}

function atLeast(found: Conversion | undefined, floor: Conversion): Conversion | undefined {
  if (found === undefined) return undefined;
  return order.indexOf(found) < order.indexOf(floor) ? floor : found;
}

function scalarConversion(from: NumbaType, to: NumbaType): Conversion | undefined {
  switch (from.kind) {
    case 'bool':
      return to.kind === 'int' || to.kind === 'float' || to.kind === 'complex' ? 'safe' : undefined;
    case 'int':
      return intConversion(from, to);
    case 'float':
      if (to.kind === 'float') return from.bits < to.bits ? 'promote' : 'unsafe';
      if (to.kind === 'complex') return from.bits <= to.bits / 2 ? 'safe' : 'unsafe';
      return to.kind === 'int' || to.kind === 'bool' ? 'unsafe' : undefined;
    case 'complex':
      if (to.kind !== 'complex') return undefined;
      return from.bits < to.bits ? 'promote' : 'unsafe';
  }
  return undefined;
}

function intConversion(from: NumbaType & { kind: 'int' }, to: NumbaType): Conversion | undefined {
  if (to.kind === 'bool') return 'unsafe';
  if (to.kind === 'int') {
    if (from.signed === to.signed) return from.bits < to.bits ? 'promote' : 'unsafe';
    return to.signed && to.bits > from.bits ? 'safe' : 'unsafe';
  }
  if (to.kind === 'float') return fitsInMantissa(from, to.bits) ? 'safe' : 'unsafe';
  if (to.kind === 'complex') return fitsInMantissa(from, to.bits / 2) ? 'safe' : 'unsafe';
  return undefined;
}

// Numba's rules chain int8 → float16, int16 → float32, int64 → float64; unsigned ones go through the next signed type.
function fitsInMantissa(from: NumbaType & { kind: 'int' }, floatBits: number): boolean {
  if (floatBits === 64) return true;
  const signedBits = from.signed ? from.bits : from.bits * 2;
  return signedBits <= (floatBits === 32 ? 16 : 8);
}

function convertTo(from: NumbaType, to: NumbaType): Conversion | undefined {
  switch (from.kind) {
    case 'literal':
      if (from.literal === 'str') return to.kind === 'unicode' ? 'safe' : undefined;
      return to.kind === 'literal' ? undefined : atLeast(conversion(unliteral(from), to), 'promote');
    case 'optional':
      return to.kind === 'optional'
        ? conversion(from.value, to.value)
        : atLeast(conversion(from.value, to), 'safe');
    case 'tuple':
      return to.kind === 'tuple' ? tupleConversion(from, to) : undefined;
    case 'array':
      return to.kind === 'array' ? arrayConversion(from, to) : undefined;
    case 'charseq':
      return from.unicode && to.kind === 'charseq' && to.unicode ? 'safe' : undefined;
    case 'undefined':
      return 'promote';
    case 'enumMember':
      return from.integer ? atLeast(conversion(from.of, to), 'safe') : undefined;
  }
  return undefined;
}

function convertFrom(to: NumbaType, from: NumbaType): Conversion | undefined {
  if (to.kind === 'optional') {
    if (from.kind === 'none') return 'promote';
    if (from.kind === 'optional') return conversion(from.value, to.value);
    return atLeast(conversion(from, to.value), 'promote');
  }
  if (to.kind === 'charseq' && to.unicode && from.kind === 'unicode') return 'safe';
  return undefined;
}

function tupleConversion(from: TupleType, to: TupleType): Conversion | undefined {
  if (from.named || to.named || from.elements.length !== to.elements.length) return undefined;
  let worst: Conversion = 'exact';
  for (const [i, element] of from.elements.entries()) {
    const found = conversion(element, to.elements[i]!);
    if (found === undefined) return undefined;
    if (order.indexOf(found) > order.indexOf(worst)) worst = found;
  }
  return from.elements.length === 0 ? 'safe' : worst;
}

function arrayConversion(from: ArrayType, to: ArrayType): Conversion | undefined {
  if (from.ndim !== to.ndim || !typesEqual(from.dtype, to.dtype)) return undefined;
  const layoutFits = to.layout === 'A' || to.layout === from.layout;
  const mutabilityFits = !from.readonly || to.readonly;
  const alignmentFits = from.aligned || !to.aligned;
  return layoutFits && mutabilityFits && alignmentFits ? 'safe' : undefined;
}
