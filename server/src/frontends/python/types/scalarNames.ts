import {
  boolean,
  complex64,
  complex128,
  float16,
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
} from './numbaType';
import { typesByName } from './typesByName';
import { typeNamed } from './typeNamespace';

/** The scalar type that a qualified name such as `numpy.float32` or `numba.types.int64` stands for. */
export function scalarTypeNamed(qualifiedName: string): NumbaType | undefined {
  const numpy = /^numpy\.(\w+)$/.exec(qualifiedName)?.[1];
  if (numpy) return classes.get(numpy);
  const numba = /^numba\.(?:core\.)?(?:types\.)?(\w+)$/.exec(qualifiedName)?.[1];
  const type = numba === undefined ? undefined : typeNamed(numba, '0.60');
  return type && scalarKinds.has(type.kind) ? type : undefined;
}

/** The scalar type that NumPy reads from a dtype's text: `f4`, `<i8`, `d`, `float32`; byte order is the machine's. */
export function scalarTypeOfText(text: string): NumbaType | undefined {
  const plain = text.replace(/^[<=|]/, '');
  return codes.get(plain) ?? classes.get(plain) ?? words.get(plain);
}

const scalarKinds: ReadonlySet<NumbaType['kind']> = new Set(['bool', 'int', 'float', 'complex']);

/** NumPy's scalar classes, of NumPy 1 and 2, on 64-bit Linux. */
const classes = typesByName([
  [boolean, 'bool bool_ bool8'],
  [int8, 'int8 byte'],
  [int16, 'int16 short'],
  [int32, 'int32 intc'],
  [int64, 'int64 int_ intp longlong'],
  [uint8, 'uint8 ubyte'],
  [uint16, 'uint16 ushort'],
  [uint32, 'uint32 uintc'],
  [uint64, 'uint64 uint uintp ulonglong'],
  [float16, 'float16 half'],
  [float32, 'float32 single'],
  [float64, 'float64 double float_'],
  [complex64, 'complex64 csingle'],
  [complex128, 'complex128 cdouble complex_'],
]);

/** Type characters, and kinds with a size in bytes. */
const codes = typesByName([
  [boolean, '? b1'],
  [int8, 'b i1'],
  [int16, 'h i2'],
  [int32, 'i i4'],
  [int64, 'l q p i8'],
  [uint8, 'B u1'],
  [uint16, 'H u2'],
  [uint32, 'I u4'],
  [uint64, 'L Q P u8'],
  [float16, 'e f2'],
  [float32, 'f f4'],
  [float64, 'd f8'],
  [complex64, 'F c8'],
  [complex128, 'D c16'],
]);

/** Words that are names of types in a dtype's text and of no class of NumPy's today. */
const words = typesByName([
  [int64, 'int long'],
  [uint64, 'ulong'],
  [float64, 'float'],
  [complex128, 'complex'],
]);
