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
import { mismatch, typed } from '../outcome';
import type { LibraryFunction } from '../libraryFunction';

const named: Readonly<Record<string, NumbaType>> = {
  bool: boolean,
  '?': boolean,
  b1: boolean,
  int8,
  b: int8,
  i1: int8,
  byte: int8,
  int16,
  h: int16,
  i2: int16,
  short: int16,
  int32,
  i: int32,
  i4: int32,
  intc: int32,
  int64,
  l: int64,
  q: int64,
  i8: int64,
  int: int64,
  int_: int64,
  intp: int64,
  p: int64,
  long: int64,
  longlong: int64,
  uint8,
  B: uint8,
  u1: uint8,
  ubyte: uint8,
  uint16,
  H: uint16,
  u2: uint16,
  ushort: uint16,
  uint32,
  I: uint32,
  u4: uint32,
  uintc: uint32,
  uint64,
  L: uint64,
  Q: uint64,
  u8: uint64,
  uint: uint64,
  uintp: uint64,
  float32,
  f: float32,
  f4: float32,
  single: float32,
  float64,
  d: float64,
  f8: float64,
  float: float64,
  double: float64,
  complex64,
  F: complex64,
  c8: complex64,
  complex128,
  D: complex128,
  c16: complex128,
  complex: complex128,
};

/** The dtype that NumPy reads from a string, in the machine's byte order. */
export function dtypeNamed(text: string): NumbaType | undefined {
  const name = text.replace(/^[<=|]/, '');
  return Object.hasOwn(named, name) ? named[name] : undefined;
}

/** The dtype that an argument stands for: `np.int32`, `a.dtype`, a literal string; undefined for anything else. */
export function dtypeArgument(type: NumbaType): NumbaType | undefined {
  if (type.kind === 'dtype' || type.kind === 'typeClass') return type.of;
  if (type.kind === 'literal' && type.literal === 'str') return dtypeNamed(type.value);
  return undefined;
}

export const isOmitted = (type: NumbaType | undefined): type is undefined | { readonly kind: 'none' } =>
  type === undefined || type.kind === 'none';

/** Python's own `float`, which few functions take for a dtype. */
export const isPythonFloat = (type: NumbaType | undefined): boolean =>
  type?.kind === 'function' && type.qualifiedName === 'builtins.float';

/** `np.dtype('int16')`, `np.dtype(np.int16)`. */
export const dtypeEntry: LibraryFunction = {
  name: 'numpy.dtype',
  type: ({ args }) => {
    const of = args.length === 1 && args[0] ? dtypeArgument(args[0]) : undefined;
    return of ? typed({ kind: 'dtype', of }) : mismatch();
  },
  lower: ({ result }) => ({ type: result, parts: [] }),
};
