/**
 * Values as the host (JavaScript) holds them on their way in and out of a compiled function. The shape follows
 * `ValueType`; integers of 64 bits are bigint, narrower ones and floats number, bool boolean.
 */
export type HostValue =
  | number
  | bigint
  | boolean
  | string
  | null
  | HostComplex
  | HostArray
  | HostList
  | HostTuple
  | HostSet
  | HostDict;

export interface HostComplex {
  readonly kind: 'complex';
  readonly re: number;
  readonly im: number;
}

/** Element `i, j, ...` starts at byte `offset + i * strides[0] + ...` of `buffer`, little-endian. */
export interface HostArray {
  readonly kind: 'array';
  readonly shape: readonly number[];
  /** In bytes. */
  readonly strides: readonly number[];
  readonly offset: number;
  readonly buffer: Uint8Array;
}

export interface HostList {
  readonly kind: 'list';
  readonly items: HostValue[];
}

export interface HostTuple {
  readonly kind: 'tuple';
  readonly items: readonly HostValue[];
}

/** Comes out in the order of the table. */
export interface HostSet {
  readonly kind: 'set';
  readonly items: readonly HostValue[];
}

/** Entries in the order of insertion. */
export interface HostDict {
  readonly kind: 'dict';
  readonly entries: readonly (readonly [key: HostValue, value: HostValue])[];
}

/** How a call ended. */
export type CallOutcome =
  | {
      readonly kind: 'returned';
      readonly value: HostValue;
      readonly argsAfter: readonly HostValue[];
      readonly printed: string;
    }
  | {
      readonly kind: 'raised';
      readonly name: string;
      readonly message: string;
      readonly argsAfter: readonly HostValue[];
      readonly printed: string;
    };
