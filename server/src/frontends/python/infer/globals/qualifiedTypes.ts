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
} from '../../types/numbaType';

const shared: Readonly<Record<string, NumbaType>> = {
  int8,
  int16,
  int32,
  int64,
  uint8,
  uint16,
  uint32,
  uint64,
  intp: int64,
  uintp: uint64,
  float16,
  float32,
  float64,
  complex64,
  complex128,
  intc: int32,
  uintc: uint32,
  byte: int8,
  ubyte: uint8,
  short: int16,
  ushort: uint16,
  longlong: int64,
  ulonglong: uint64,
  double: float64,
};

const numpyOnly: Readonly<Record<string, NumbaType>> = {
  bool_: boolean,
  bool: boolean,
  int_: int64,
  uint: uint64,
  single: float32,
  half: float16,
  csingle: complex64,
  cdouble: complex128,
  complex_: complex128,
  float_: float64,
};

const numbaOnly: Readonly<Record<string, NumbaType>> = {
  bool_: boolean,
  boolean,
  b1: boolean,
  char: int8,
  uchar: uint8,
  int_: int64,
  uint: uint64,
  long_: int64,
  ulong: uint64,
  float_: float32,
  i1: int8,
  i2: int16,
  i4: int32,
  i8: int64,
  u1: uint8,
  u2: uint16,
  u4: uint32,
  u8: uint64,
  f2: float16,
  f4: float32,
  f8: float64,
  c8: complex64,
  c16: complex128,
};

/** The scalar type that a qualified name such as `numpy.float32` or `numba.types.int64` stands for. */
export function scalarTypeNamed(qualifiedName: string): NumbaType | undefined {
  const numpy = /^numpy\.(\w+)$/.exec(qualifiedName)?.[1];
  if (numpy) return own(shared, numpy) ?? own(numpyOnly, numpy);
  const numba = /^numba\.(?:core\.)?(?:types\.)?(\w+)$/.exec(qualifiedName)?.[1];
  if (numba) return own(shared, numba) ?? own(numbaOnly, numba);
  return undefined;
}

function own(table: Readonly<Record<string, NumbaType>>, name: string): NumbaType | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
