import { distance } from 'fastest-levenshtein';
import {
  boolean,
  complex64,
  complex128,
  ellipsis,
  float16,
  float32,
  float64,
  int8,
  int16,
  int32,
  int64,
  type NumbaType,
  none,
  uint8,
  uint16,
  uint32,
  uint64,
  undefinedType,
  unicode,
} from './numbaType';
import { typesByName } from './typesByName';

/** `numba.types` by name, for one version of Numba. */
export function typeNamed(name: string, numba: string): NumbaType | undefined {
  const typeSystem = minorVersion(numba) >= 61;
  const found = common.get(name) ?? (typeSystem ? since61 : until60).get(name);
  return found ?? (/^range_state(32|64)_type$/.test(name) ? rangeType(name) : undefined);
}

/** Constructors of `numba.types` that signatures can use. */
export const typeConstructors: ReadonlySet<string> = new Set(
  `Array Tuple UniTuple List ListType DictType Set Optional optional NPDatetime NPTimedelta UnicodeCharSeq
   CharSeq Bytes DType NumberClass Omitted literal IntegerLiteral BooleanLiteral StringLiteral LiteralList`.split(
    /\s+/,
  ),
);

/** Names that are types to Numba and nothing Jitsight can analyse. */
export const unanalysedTypes: ReadonlySet<string> = new Set(
  `voidptr CPointer FunctionType deferred_type ffi ffi_forced_object Dispatcher ClassInstanceType StructRef NestedArray
   Record NamedTuple NamedUniTuple EnumMember IntEnumMember RawPointer ExternalFunctionPointer FunctionPrototype
   npy_rng npy_bitgen code_type pyfunc_type Generator MemInfoPointer Poison Phantom Object Opaque Any any unknown
   py2_string_type ByteArray MemoryView PyArray from_dtype typeof`.split(/\s+/),
);

/** The nearest name, for a typo. */
export function similarTypeName(name: string, numba: string): string | undefined {
  const names = [...common.keys(), ...typeConstructors].filter(
    (one) => typeNamed(one, numba) || typeConstructors.has(one),
  );
  const byChanges = names
    .map((one) => ({ one, changes: distance(name.toLowerCase(), one.toLowerCase()) }))
    .filter(({ one, changes }) => changes <= Math.max(1, Math.floor(one.length / 3)))
    .sort((a, b) => a.changes - b.changes);
  return byChanges[0]?.one;
}

/** `61` of `0.61.2`. */
function minorVersion(numba: string): number {
  const [major, minor] = numba.split('.').map(Number);
  return major === 0 ? (minor ?? 0) : Number.POSITIVE_INFINITY;
}

function rangeType(name: string): NumbaType {
  return { kind: 'range', item: name.includes('32') ? int32 : int64 };
}

const common = typesByName([
  [boolean, 'boolean bool_ b1'],
  [int8, 'int8 i1 char'],
  [int16, 'int16 i2 short'],
  [int32, 'int32 i4 intc'],
  [int64, 'int64 i8 int_ intp long_ longlong ssize_t'],
  [uint8, 'uint8 u1 byte uchar'],
  [uint16, 'uint16 u2 ushort'],
  [uint32, 'uint32 u4 uintc'],
  [uint64, 'uint64 u8 uint uintp ulong ulonglong size_t'],
  [float16, 'float16 f2'],
  [float32, 'float32 f4'],
  [float64, 'float64 f8 double'],
  [complex64, 'complex64 c8'],
  [complex128, 'complex128 c16'],
  [none, 'none void'],
  [unicode, 'unicode_type string'],
  [undefinedType, 'undefined'],
  [ellipsis, 'ellipsis'],
  [{ kind: 'pyobject' }, 'pyobject'],
  [{ kind: 'slice', hasStep: false }, 'slice2_type'],
  [{ kind: 'slice', hasStep: true }, 'slice3_type'],
]);

const until60 = typesByName([[float32, 'float_']]);

const since61 = typesByName([
  [boolean, 'bool py_bool np_bool_ c_bool'],
  [int8, 'np_int8 np_char c_int8'],
  [int16, 'np_int16 np_short c_int16'],
  [int32, 'np_int32 np_intc c_int32'],
  [int64, 'py_int np_int64 np_int_ np_intp np_long np_longlong c_int64 c_intp'],
  [uint8, 'np_uint8 np_uchar c_uint8'],
  [uint16, 'np_uint16 np_ushort c_uint16'],
  [uint32, 'np_uint32 np_uintc c_uint32'],
  [uint64, 'np_uint64 np_uint np_uintp np_ulong np_ulonglong c_uint64 c_uintp'],
  [float16, 'np_float16 c_float16'],
  [float32, 'np_float32 np_float_ c_float32'],
  [float64, 'py_float np_float64 np_double c_float64'],
  [complex64, 'np_complex64'],
  [complex128, 'py_complex np_complex128'],
]);
