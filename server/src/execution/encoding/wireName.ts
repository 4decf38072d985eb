import type { WireType } from '../../frontends/frontend';

/** Numba's spelling of a type, for messages. */
export function wireName(type: WireType): string {
  switch (type.kind) {
    case 'int':
    case 'float':
    case 'complex':
    case 'record':
    case 'charseq':
    case 'opaque':
      return type.name;
    case 'bytes':
      return `${type.class === 'bytearray' ? '' : 'readonly '}${type.class}(uint8, 1d, C)`;
    case 'bool':
    case 'none':
      return type.kind;
    case 'str':
      return 'unicode_type';
    case 'datetime':
    case 'timedelta':
      return `${type.kind}64[${type.unit}]`;
    case 'array':
      return `${type.readonly ? 'readonly ' : ''}array(${wireName(type.element)}, ${type.ndim}d, ${type.layout})`;
    case 'list': {
      const element = wireName(type.element);
      if (type.typed) return `ListType[${element}]`;
      return `${type.reflected ? 'reflected ' : ''}list(${element})`;
    }
    case 'randomGenerator':
      return 'NumPyRandomGeneratorType';
    case 'tuple':
      return `${type.named?.name ?? 'Tuple'}(${type.elements.map(wireName).join(', ')})`;
    case 'enum':
      return `Enum<${wireName(type.of)}>(${type.name})`;
    case 'dict':
      return `DictType[${wireName(type.key)},${wireName(type.value)}]`;
    case 'set':
      return `${type.reflected ? 'reflected ' : ''}set(${wireName(type.element)})`;
    case 'optional':
      return `Optional(${wireName(type.value)})`;
  }
}

/** NumPy's name of an array's element type. */
export function wireDtype(element: WireType): string {
  if (element.kind === 'datetime' || element.kind === 'timedelta') {
    return element.unit === '' ? `${element.kind}64` : `${element.kind}64[${element.unit}]`;
  }
  if (element.kind === 'record' || element.kind === 'charseq') return element.dtype;
  return wireName(element);
}
