import { structuredSize } from './structuredDtype';

/**
 * A Python value as data: what ARGS.json, recorded cases and the user's interpreter send and receive. Unlike
 * `HostValue` it knows its own type, so Numba's type of it can be spelled without a signature.
 */
export type PythonValue =
  | { readonly kind: 'none' }
  | { readonly kind: 'bool'; readonly value: boolean }
  /** `name` is `int8` ... `uint64`, or `int` for a Python int beyond uint64. */
  | { readonly kind: 'int'; readonly name: string; readonly value: bigint }
  | { readonly kind: 'float'; readonly name: 'float16' | 'float32' | 'float64'; readonly value: number }
  | {
      readonly kind: 'complex';
      readonly name: 'complex64' | 'complex128';
      readonly re: number;
      readonly im: number;
    }
  | { readonly kind: 'str'; readonly value: string }
  | { readonly kind: 'bytes'; readonly type: 'bytes' | 'bytearray' | 'memoryview'; readonly data: Uint8Array }
  | {
      readonly kind: 'datetime';
      readonly type: 'datetime64' | 'timedelta64';
      readonly unit: string;
      readonly value: bigint;
    }
  | PythonArray
  | PythonTuple
  | PythonRandomGenerator
  | {
      readonly kind: 'sequence';
      readonly type: 'list' | 'set' | 'typed.List' | 'generator';
      readonly items: readonly PythonValue[];
    }
  | { readonly kind: 'typedDict'; readonly entries: readonly (readonly [PythonValue, PythonValue])[] }
  /** What Jitsight cannot carry into compiled code; `detail` is what the encoder said of it. */
  | { readonly kind: 'opaque'; readonly type: string; readonly detail?: unknown };

export interface PythonArray {
  readonly kind: 'array';
  /** NumPy's name, `float64`, `datetime64[D]`, `<U3`; a structured one is the `str` of its `descr`. A record is an array of no axes. */
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly order: 'C' | 'F' | 'A';
  /** In bytes, given when the order is A. */
  readonly strides?: readonly number[];
  readonly readonly: boolean;
  /** The elements in C order, little-endian, whatever `order` is. */
  readonly data: Uint8Array;
}

export interface PythonTuple {
  readonly kind: 'tuple';
  readonly items: readonly PythonValue[];
  readonly named?: { readonly name: string; readonly fields: readonly string[] };
}

/** A numpy.random.Generator: which bit generator it draws from, and the words that compiled code keeps of its state. */
export interface PythonRandomGenerator {
  readonly kind: 'randomGenerator';
  readonly bitGenerator: string;
  readonly words: readonly bigint[];
}

/** NaT, for both datetime64 and timedelta64. */
export const notATime = -(2n ** 63n);

const dtypeSizes: Readonly<Record<string, number>> = {
  bool: 1,
  int8: 1,
  uint8: 1,
  int16: 2,
  uint16: 2,
  int32: 4,
  uint32: 4,
  int64: 8,
  uint64: 8,
  float16: 2,
  float32: 4,
  float64: 8,
  complex64: 8,
  complex128: 16,
};

/** Bytes per element, undefined for a dtype that Jitsight does not know. */
export function dtypeSize(dtype: string): number | undefined {
  if (/^(datetime|timedelta)64(\[\w*\])?$/.test(dtype)) return 8;
  const text = /^(?:<U|\|S)(\d+)$/.exec(dtype);
  if (text) return Number(text[1]) * (dtype.startsWith('<U') ? 4 : 1);
  return dtype.startsWith('[') ? structuredSize(dtype) : dtypeSizes[dtype];
}

/** Elements of an array of this shape. */
export function elementCount(shape: readonly number[]): number {
  return shape.reduce((product, extent) => product * extent, 1);
}

const integerRanges: Readonly<Record<string, readonly [bigint, bigint]>> = Object.fromEntries(
  [8, 16, 32, 64].flatMap((bits) => [
    [`int${bits}`, [-(2n ** BigInt(bits - 1)), 2n ** BigInt(bits - 1) - 1n]],
    [`uint${bits}`, [0n, 2n ** BigInt(bits) - 1n]],
  ]),
);

/** Smallest and largest value of an integer type by NumPy's name. */
export function integerRange(name: string): readonly [bigint, bigint] | undefined {
  return integerRanges[name];
}

/** A Python int as Numba types it: int64, else uint64, else nothing it can carry. */
export function pythonInt(value: bigint): PythonValue {
  const fits = (name: string) => value >= integerRanges[name]![0] && value <= integerRanges[name]![1];
  return { kind: 'int', name: fits('int64') ? 'int64' : fits('uint64') ? 'uint64' : 'int', value };
}
