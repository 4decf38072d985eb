import type { BoundFunction } from '../bind/boundModule';
import type { ClassDef, Lambda, FunctionDef } from '../parse/ast';

/** Numba's types, as a value. Equal types are structurally equal; compare with `typesEqual`, print with `typeName`. */
export type NumbaType =
  | IntegerType
  | FloatType
  | ComplexType
  | { readonly kind: 'bool' }
  | { readonly kind: 'none' }
  | { readonly kind: 'undefined' }
  | { readonly kind: 'ellipsis' }
  /** What Numba cannot type, `pyobject`; `what` says in plain words what it is (`dict`, `class Config`), `refusal` Numba's words if they are special. */
  | { readonly kind: 'pyobject'; readonly what?: string; readonly refusal?: string }
  | LiteralType
  | { readonly kind: 'unicode' }
  /** `bytes`, and what else gives access to its memory: a bytearray, or a memoryview of either. */
  | { readonly kind: 'bytes'; readonly buffer?: 'bytearray' | 'memoryview'; readonly mutable?: boolean }
  /** `[unichr x N]` of an array of strings, `[char x N]` of bytes. */
  | { readonly kind: 'charseq'; readonly unicode: boolean; readonly length: number }
  | { readonly kind: 'optional'; readonly value: NumbaType }
  | TupleType
  /** `initial` is the display's literals as Numba prints them in `<iv=[1, 2]>`; absent means `None`. */
  | {
      readonly kind: 'list';
      readonly element: NumbaType;
      readonly reflected: boolean;
      readonly initial?: string;
    }
  | { readonly kind: 'typedList'; readonly element: NumbaType }
  | { readonly kind: 'set'; readonly element: NumbaType; readonly reflected: boolean }
  | {
      readonly kind: 'typedDict';
      readonly key: NumbaType;
      readonly value: NumbaType;
      readonly initial?: string;
    }
  /** Numba's LiteralStrKeyDict and LiteralList: heterogeneous displays. */
  | { readonly kind: 'literalList'; readonly elements: readonly NumbaType[] }
  | {
      readonly kind: 'literalDict';
      readonly items: readonly { readonly key: string; readonly value: NumbaType }[];
    }
  | ArrayType
  /** A numpy.random.Generator, and what it draws from. */
  | { readonly kind: 'randomGenerator' }
  | { readonly kind: 'bitGenerator' }
  /** Structured dtype. */
  | {
      readonly kind: 'record';
      readonly fields: readonly {
        readonly name: string;
        readonly type: NumbaType;
        readonly offset: number;
      }[];
      readonly size: number;
      readonly aligned: boolean;
    }
  | { readonly kind: 'datetime'; readonly unit: DateUnit }
  | { readonly kind: 'timedelta'; readonly unit: DateUnit }
  | { readonly kind: 'range'; readonly item: IntegerType }
  /** `bounds`: lower, upper and step where all are constants; null is None. */
  | {
      readonly kind: 'slice';
      readonly hasStep: boolean;
      readonly literal?: boolean;
      readonly bounds?: readonly (bigint | null | undefined)[];
    }
  /** An iterator or iterable of the library: enumerate, zip, an array's flat, ndenumerate, dict.items(). `source` are its operand types. */
  | {
      readonly kind: 'iterable';
      readonly name: string;
      readonly item: NumbaType;
      readonly source: readonly NumbaType[];
    }
  /** `made` is the function as typed for these arguments, which only inference and lowering look into. */
  | {
      readonly kind: 'generator';
      readonly yields: NumbaType;
      readonly function: BoundFunction | undefined;
      readonly args: readonly NumbaType[];
      readonly made?: object;
    }
  /** `dtype(float64)`. */
  | { readonly kind: 'dtype'; readonly of: NumbaType }
  /**
   * `class(float64)`: `np.float64`, `np.int_`, `numba.int32` used as a value. Python's own `int`, `float`, `bool`, `complex`, `str`, `list`,
   * ... used as a value are of kind 'function' (`builtins.float`), as Numba types them: `dtype=float` works, `dtype=int` does not.
   */
  | { readonly kind: 'typeClass'; readonly of: NumbaType }
  | { readonly kind: 'module'; readonly name: string }
  /** A builtin, NumPy or Numba function of the library, by qualified name: `builtins.len`, `numpy.mean`. */
  | { readonly kind: 'function'; readonly qualifiedName: string }
  /** A method of the library bound to a value: `array.sum`. */
  | { readonly kind: 'boundFunction'; readonly method: string; readonly receiver: NumbaType }
  /** A compiled function of the user's or a plain one that Numba would refuse to call. */
  | {
      readonly kind: 'dispatcher';
      readonly function: BoundFunction;
      /** Its only explicit signature: no other will be compiled. */
      readonly signature?: FunctionSignature;
    }
  /** One of several compiled functions; without a signature, the first call decides it. */
  | {
      readonly kind: 'functionType';
      readonly members: readonly BoundFunction[];
      readonly signature?: FunctionSignature;
    }
  /** An inner function or lambda; captured variables are typed where it is made. */
  | { readonly kind: 'closure'; readonly node: Lambda | FunctionDef; readonly id: number }
  | { readonly kind: 'exceptionClass'; readonly name: string }
  | { readonly kind: 'exceptionInstance'; readonly name: string }
  | { readonly kind: 'dufunc'; readonly function: BoundFunction }
  /** An instance of a jitclass; `mark` tells classes of one name apart, as the address does in Numba's spelling. */
  | {
      readonly kind: 'jitclass';
      readonly name: string;
      readonly mark: string;
      readonly fields: readonly { readonly name: string; readonly type: NumbaType }[];
      readonly node: ClassDef;
    }
  /** The jitclass itself, which makes instances. */
  | { readonly kind: 'jitclassType'; readonly instance: NumbaType & { readonly kind: 'jitclass' } }
  /** `integer`: of an IntEnum, whose members convert to integers. */
  | {
      readonly kind: 'enumMember';
      readonly name: string;
      readonly of: NumbaType;
      readonly integer?: boolean;
      /** Names and values, where the class is in the source. */
      readonly enumMembers?: readonly EnumMember[];
    };

export interface FunctionSignature {
  readonly args: readonly NumbaType[];
  readonly returns: NumbaType;
}
export type EnumMember = readonly [name: string, value: bigint | number | string | boolean];

export interface IntegerType {
  readonly kind: 'int';
  readonly bits: 8 | 16 | 32 | 64;
  readonly signed: boolean;
}
export interface FloatType {
  readonly kind: 'float';
  readonly bits: 16 | 32 | 64;
}
export interface ComplexType {
  readonly kind: 'complex';
  /** Of the whole number: complex64 or complex128. */
  readonly bits: 64 | 128;
}
export type LiteralType =
  | { readonly kind: 'literal'; readonly literal: 'int'; readonly value: bigint }
  | { readonly kind: 'literal'; readonly literal: 'bool'; readonly value: boolean }
  | { readonly kind: 'literal'; readonly literal: 'str'; readonly value: string };
/** Printed `UniTuple(int64 x 2)` when all elements are equal, else `Tuple(int64, float64)`; named ones as Numba does. */
export interface TupleType {
  readonly kind: 'tuple';
  readonly elements: readonly NumbaType[];
  /** What `*args` holds in a function called from compiled code: a tuple like others but for its name. */
  readonly star?: true;
  readonly named?: { readonly name: string; readonly fields: readonly string[] };
}
export interface ArrayType {
  readonly kind: 'array';
  readonly dtype: NumbaType;
  readonly ndim: number;
  readonly layout: 'C' | 'F' | 'A';
  readonly readonly: boolean;
  readonly aligned: boolean;
}
/** NumPy's unit code; '' is the generic unit of `np.datetime64('NaT')`. */
export type DateUnit = '' | 'Y' | 'M' | 'W' | 'D' | 'h' | 'm' | 's' | 'ms' | 'us' | 'ns' | 'ps' | 'fs' | 'as';

const int = (bits: IntegerType['bits'], signed: boolean): IntegerType =>
  Object.freeze({ kind: 'int', bits, signed });
const float = (bits: FloatType['bits']): FloatType => Object.freeze({ kind: 'float', bits });

export const int8 = int(8, true);
export const int16 = int(16, true);
export const int32 = int(32, true);
export const int64 = int(64, true);
export const uint8 = int(8, false);
export const uint16 = int(16, false);
export const uint32 = int(32, false);
export const uint64 = int(64, false);
export const float16 = float(16);
export const float32 = float(32);
export const float64 = float(64);
export const complex64: ComplexType = Object.freeze({ kind: 'complex', bits: 64 });
export const complex128: ComplexType = Object.freeze({ kind: 'complex', bits: 128 });
export const boolean: NumbaType = Object.freeze({ kind: 'bool' });
export const none: NumbaType = Object.freeze({ kind: 'none' });
export const unicode: NumbaType = Object.freeze({ kind: 'unicode' });
export const undefinedType: NumbaType = Object.freeze({ kind: 'undefined' });
export const ellipsis: NumbaType = Object.freeze({ kind: 'ellipsis' });
/** Numba's `intp` on a 64-bit machine, which is what Jitsight reports for. */
export const intp = int64;

export function arrayOf(dtype: NumbaType, ndim: number, layout: ArrayType['layout'] = 'C'): ArrayType {
  return { kind: 'array', dtype, ndim, layout, readonly: false, aligned: true };
}

export function tupleOf(elements: readonly NumbaType[]): TupleType {
  return { kind: 'tuple', elements };
}

export function literalInt(value: bigint): LiteralType {
  return { kind: 'literal', literal: 'int', value };
}
