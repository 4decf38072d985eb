import type { NumbaType } from '../../types/numbaType';
import { typesEqual } from '../../types/typesEqual';
import { scalarTypeNamed } from '../../types/scalarNames';

const number = (type: NumbaType): boolean =>
  type.kind === 'int' || type.kind === 'float' || type.kind === 'complex';

/** Python classes and Numba's classes of types, by their name without the module. */
const classes: Readonly<Record<string, (type: NumbaType) => boolean>> = {
  'builtins.int': (type) => type.kind === 'int',
  'builtins.float': (type) => type.kind === 'float',
  'builtins.complex': (type) => type.kind === 'complex',
  'builtins.bool': (type) => type.kind === 'bool',
  'builtins.str': (type) => type.kind === 'unicode',
  'builtins.bytes': (type) => type.kind === 'bytes',
  'builtins.tuple': (type) => type.kind === 'tuple',
  'builtins.list': (type) => type.kind === 'list' || type.kind === 'typedList',
  'builtins.dict': (type) => type.kind === 'typedDict',
  'builtins.set': (type) => type.kind === 'set',
  'builtins.slice': (type) => type.kind === 'slice',
  'builtins.range': (type) => type.kind === 'range',
  'numpy.ndarray': (type) => type.kind === 'array',
  Integer: (type) => type.kind === 'int',
  Float: (type) => type.kind === 'float',
  Complex: (type) => type.kind === 'complex',
  Boolean: (type) => type.kind === 'bool',
  Number: number,
  Array: (type) => type.kind === 'array',
  ArrayCompatible: (type) => type.kind === 'array',
  Buffer: (type) => type.kind === 'array' || type.kind === 'bytes',
  UnicodeType: (type) => type.kind === 'unicode',
  NoneType: (type) => type.kind === 'none',
  Optional: (type) => type.kind === 'optional',
  Omitted: () => false,
  Literal: (type) => type.kind === 'literal',
  IntegerLiteral: (type) => type.kind === 'literal' && type.literal === 'int',
  BooleanLiteral: (type) => type.kind === 'literal' && type.literal === 'bool',
  StringLiteral: (type) => type.kind === 'literal' && type.literal === 'str',
  NPDatetime: (type) => type.kind === 'datetime',
  NPTimedelta: (type) => type.kind === 'timedelta',
  BaseTuple: (type) => type.kind === 'tuple',
  Tuple: (type) => type.kind === 'tuple' && !type.named && !isUniform(type.elements),
  UniTuple: (type) => type.kind === 'tuple' && !type.named && isUniform(type.elements),
  NamedTuple: (type) => type.kind === 'tuple' && type.named !== undefined,
  List: (type) => type.kind === 'list',
  ListType: (type) => type.kind === 'typedList',
  DictType: (type) => type.kind === 'typedDict',
  Set: (type) => type.kind === 'set',
  Record: (type) => type.kind === 'record',
  Bytes: (type) => type.kind === 'bytes',
  RangeType: (type) => type.kind === 'range',
  SliceType: (type) => type.kind === 'slice',
  Dispatcher: (type) => type.kind === 'dispatcher',
  Function: (type) => type.kind === 'function',
  DType: (type) => type.kind === 'dtype',
  UnicodeCharSeq: (type) => type.kind === 'charseq' && type.unicode,
  CharSeq: (type) => type.kind === 'charseq' && !type.unicode,
};

const isUniform = (elements: readonly NumbaType[]): boolean =>
  elements.length > 0 && elements.every((element) => typesEqual(element, elements[0]!));

/** Whether a value of the type is an instance of the named class; undefined where the class is not known. */
export function matchesClass(type: NumbaType, qualifiedName: string): boolean | undefined {
  const scalar = scalarTypeNamed(qualifiedName);
  if (scalar) return typesEqual(type, scalar);
  const name = qualifiedName.startsWith('numba.') ? qualifiedName.split('.').at(-1)! : qualifiedName;
  return Object.hasOwn(classes, name) ? classes[name]!(type) : undefined;
}
