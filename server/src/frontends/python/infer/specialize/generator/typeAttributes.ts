import type { NumbaType } from '../../../types/numbaType';
import { typeName } from '../../../types/typeName';
import { unliteral } from '../../../types/unliteral';
import { bool, type GeneratorValue, int, str } from './values';

const typeValue = (type: NumbaType): GeneratorValue => ({ kind: 'type', type });
const types = (all: readonly NumbaType[]): GeneratorValue => ({
  kind: 'sequence',
  elements: all.map(typeValue),
});

/** An attribute of a Numba type object: `x.dtype`, `x.ndim`; undefined where the type has none of that name. */
export function typeAttribute(type: NumbaType, name: string): GeneratorValue | undefined {
  if (name === 'name') return str(typeName(type));
  if (name === 'literal_value' && type.kind === 'literal') {
    return type.literal === 'int'
      ? int(type.value)
      : type.literal === 'bool'
        ? bool(type.value)
        : str(type.value);
  }
  if (name === 'literal_type') return typeValue(unliteral(type));
  const plain = unliteral(type);
  switch (plain.kind) {
    case 'array':
      return arrayAttribute(plain, name);
    case 'int':
    case 'float':
    case 'complex':
      if (name === 'bitwidth') return int(plain.bits);
      if (name === 'signed' && plain.kind === 'int') return bool(plain.signed);
      if (name === 'underlying_float' && plain.kind === 'complex') {
        return typeValue({ kind: 'float', bits: plain.bits === 64 ? 32 : 64 });
      }
      return undefined;
    case 'tuple':
      return tupleAttribute(plain.elements, name);
    case 'list':
    case 'set':
      return name === 'dtype'
        ? typeValue(plain.element)
        : name === 'reflected'
          ? bool(plain.reflected)
          : undefined;
    case 'typedList':
      return name === 'dtype' || name === 'item_type' ? typeValue(plain.element) : undefined;
    case 'typedDict':
      return name === 'key_type'
        ? typeValue(plain.key)
        : name === 'value_type'
          ? typeValue(plain.value)
          : undefined;
    case 'optional':
      return name === 'type' ? typeValue(plain.value) : undefined;
    case 'dtype':
    case 'typeClass':
      return name === 'dtype' || name === 'instance_type' ? typeValue(plain.of) : undefined;
    case 'datetime':
    case 'timedelta':
      return name === 'unit' ? str(plain.unit) : undefined;
    default:
      return undefined;
  }
}

function arrayAttribute(type: NumbaType & { kind: 'array' }, name: string): GeneratorValue | undefined {
  switch (name) {
    case 'dtype':
      return typeValue(type.dtype);
    case 'ndim':
      return int(type.ndim);
    case 'layout':
      return str(type.layout);
    case 'mutable':
      return bool(!type.readonly);
    case 'aligned':
      return bool(type.aligned);
    case 'is_c_contig':
      return bool(type.layout === 'C');
    case 'is_f_contig':
      return bool(type.layout === 'F');
    case 'is_contig':
      return bool(type.layout !== 'A');
    default:
      return undefined;
  }
}

function tupleAttribute(elements: readonly NumbaType[], name: string): GeneratorValue | undefined {
  switch (name) {
    case 'types':
      return types(elements);
    case 'count':
      return int(elements.length);
    case 'dtype':
      return elements[0] && typeValue(elements[0]);
    default:
      return undefined;
  }
}
