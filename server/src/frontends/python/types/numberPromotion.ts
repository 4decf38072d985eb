import {
  complex64,
  complex128,
  type FloatType,
  float64,
  type IntegerType,
  type NumbaType,
} from './numbaType';

/** NumPy's `promote_types` of two of integer, float, complex; `uint64` and a signed integer give `float64`. */
export function promoteNumbers(a: NumbaType, b: NumbaType): NumbaType | undefined {
  if (a.kind === 'int' && b.kind === 'int') return promoteIntegers(a, b);
  if (a.kind === 'complex' || b.kind === 'complex') {
    const bits = Math.max(complexBits(a), complexBits(b));
    return bits === 64 ? complex64 : complex128;
  }
  const bits = Math.max(floatBits(a), floatBits(b));
  return { kind: 'float', bits: bits as FloatType['bits'] };
}

function promoteIntegers(a: IntegerType, b: IntegerType): NumbaType {
  if (a.signed === b.signed) return a.bits >= b.bits ? a : b;
  const [signed, unsigned] = a.signed ? [a, b] : [b, a];
  if (signed.bits > unsigned.bits) return signed;
  if (unsigned.bits === 64) return float64;
  return { kind: 'int', bits: (unsigned.bits * 2) as IntegerType['bits'], signed: true };
}

/** Width of the smallest float that NumPy uses for the type. */
function floatBits(type: NumbaType): number {
  if (type.kind === 'float') return type.bits;
  return type.kind === 'int' ? (type.bits === 8 ? 16 : type.bits === 16 ? 32 : 64) : 64;
}

function complexBits(type: NumbaType): number {
  if (type.kind === 'complex') return type.bits;
  return floatBits(type) <= 32 ? 64 : 128;
}
