import type { RecordField, ValueType } from '@jitsight/shared/ir/valueType';
import type { IntegerType, NumbaType } from '../types/numbaType';
import { NotLowered } from './lowering';

type ScalarName = Extract<ValueType, { kind: 'scalar' }>['scalar'];

const nothing: ValueType = { kind: 'none' };
const integer64: ValueType = { kind: 'scalar', scalar: 'i64' };
const string: ValueType = { kind: 'string' };

/**
 * How values of a type are held, in scalars and in memory.
 * Of the types that only Python's library knows: `range` is `(start, stop, step)` of its item type, a slice the same
 * of int64 with Numba's defaults filled in, an `iterable` the values of its `source`, a bound method its receiver.
 * Types that name things (functions, modules, dtypes) have no scalars.
 */
export function valueTypeOf(type: NumbaType): ValueType {
  switch (type.kind) {
    case 'int':
      return { kind: 'scalar', scalar: integerScalar(type) };
    case 'float':
      if (type.bits === 16) throw new NotLowered('float16 has no arithmetic in WebAssembly');
      return { kind: 'scalar', scalar: type.bits === 32 ? 'f32' : 'f64' };
    case 'complex':
      return { kind: 'complex', part: type.bits === 64 ? 'f32' : 'f64' };
    case 'bool':
      return { kind: 'scalar', scalar: 'bool' };
    case 'literal':
      return literalValueType(type.literal);
    case 'datetime':
    case 'timedelta':
      return integer64;
    case 'unicode':
      return string;
    case 'charseq':
      return { kind: 'record', size: type.length * (type.unicode ? 4 : 1), fields: [] };
    case 'optional':
      return { kind: 'optional', value: valueTypeOf(type.value) };
    case 'functionType':
      return { kind: 'scalar', scalar: 'i32' };
    case 'generator':
      return { kind: 'scalar', scalar: 'ptr' };
    case 'enumMember':
      return valueTypeOf(type.of);
    case 'boundFunction':
      return valueTypeOf(type.receiver);
    case 'record':
      return { kind: 'record', size: type.size, fields: type.fields.map(recordField) };
    case 'bytes':
      return { kind: 'array', element: { kind: 'scalar', scalar: 'u8' }, ndim: 1 };
    case 'randomGenerator':
    case 'bitGenerator':
      return { kind: 'array', element: { kind: 'scalar', scalar: 'u64' }, ndim: 1 };
    case 'jitclass':
      return { kind: 'list', element: jitclassFields(type) };
    default:
      return containerValueType(type);
  }
}

function containerValueType(type: NumbaType): ValueType {
  switch (type.kind) {
    case 'tuple':
    case 'literalList':
      return { kind: 'tuple', elements: type.elements.map(valueTypeOf) };
    case 'literalDict':
      return { kind: 'tuple', elements: type.items.map((item) => valueTypeOf(item.value)) };
    case 'list':
    case 'typedList':
      return { kind: 'list', element: valueTypeOf(type.element) };
    case 'set':
      return { kind: 'set', element: valueTypeOf(type.element) };
    case 'typedDict':
      return { kind: 'dict', key: valueTypeOf(type.key), value: valueTypeOf(type.value) };
    case 'array':
      return { kind: 'array', element: valueTypeOf(type.dtype), ndim: type.ndim };
    case 'range':
      return { kind: 'tuple', elements: Array(3).fill(valueTypeOf(type.item)) };
    case 'slice':
      return { kind: 'tuple', elements: Array(3).fill(integer64) };
    case 'iterable':
      return { kind: 'tuple', elements: type.source.map(valueTypeOf) };
    default:
      return nothing;
  }
}

export function integerScalar(type: IntegerType): ScalarName {
  return `${type.signed ? 'i' : 'u'}${type.bits}`;
}

function literalValueType(literal: 'int' | 'bool' | 'str'): ValueType {
  if (literal === 'int') return integer64;
  return literal === 'bool' ? { kind: 'scalar', scalar: 'bool' } : string;
}

function recordField(field: { name: string; type: NumbaType; offset: number }): RecordField {
  return { name: field.name, offset: field.offset, type: valueTypeOf(field.type) };
}

/** What an instance holds: see `library/jitclass/fields.ts`. */
function jitclassFields(type: NumbaType & { kind: 'jitclass' }): ValueType {
  const elements = type.fields.map((field) => valueTypeOf(field.type));
  if (elements.some((element) => element.kind === 'record')) {
    throw new NotLowered('records as fields of a jitclass are not compiled yet');
  }
  return { kind: 'tuple', elements };
}
