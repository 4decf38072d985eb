import { dtypeSize, type PythonArray, type PythonValue } from './pythonValue';

/** The argument tuple as Numba spells it: `(array(float64, 1d, C), int64)`, `(int64,)`, `()`. */
export function signatureOf(values: readonly PythonValue[]): string {
  return tupleText(values.map(typeOf));
}

export function tupleText(types: readonly string[]): string {
  return `(${types.join(', ')}${types.length === 1 ? ',' : ''})`;
}

/** What `str(numba.typeof(value))` gives; `pyobject` for what Numba cannot type. */
export function typeOf(value: PythonValue): string {
  switch (value.kind) {
    case 'none':
    case 'bool':
      return value.kind;
    case 'int':
      return value.name === 'int' ? 'pyobject' : value.name;
    case 'float':
    case 'complex':
      return value.name;
    case 'str':
      return 'unicode_type';
    case 'bytes':
      return `${value.type === 'bytearray' ? '' : 'readonly '}${value.type}(uint8, 1d, C)`;
    case 'datetime':
      return `${value.type}[${value.unit}]`;
    case 'array':
      return arrayType(value);
    case 'tuple':
      return tupleType(value.items.map(typeOf), value.named?.name);
    case 'sequence':
      return sequenceType(value.type, value.items);
    case 'typedDict': {
      const [first] = value.entries;
      return first ? `DictType[${typeOf(first[0])},${typeOf(first[1])}]<iv=None>` : 'pyobject';
    }
    case 'randomGenerator':
      return 'NumPyRandomGeneratorType';
    case 'opaque':
      return 'pyobject';
  }
}

function arrayType({ dtype, shape, order, readonly }: PythonArray): string {
  if (dtypeSize(dtype) === undefined) return 'pyobject';
  if (dtype.startsWith('[')) return 'pyobject';
  const text = /^(?:<U|\|S)(\d+)$/.exec(dtype);
  const named = text ? `[${dtype.startsWith('<U') ? 'unichr' : 'char'} x ${text[1]}]` : dtype;
  const element = /^(datetime|timedelta)64$/.test(dtype) ? `${dtype}[]` : named;
  return `${readonly ? 'readonly ' : ''}array(${element}, ${shape.length}d, ${order})`;
}

function tupleType(elements: readonly string[], name: string | undefined): string {
  const uniform = elements.length > 0 && elements.every((element) => element === elements[0]);
  if (name !== undefined) {
    return uniform ? `${name}(${elements[0]} x ${elements.length})` : `${name}(${elements.join(', ')})`;
  }
  return uniform ? `UniTuple(${elements[0]} x ${elements.length})` : `Tuple(${elements.join(', ')})`;
}

/** Numba looks at the first item only, and cannot type an empty container. */
function sequenceType(type: string, items: readonly PythonValue[]): string {
  const first = items[0] && typeOf(items[0]);
  if (first === undefined || first === 'pyobject') return 'pyobject';
  if (type === 'list') return `reflected list(${first})<iv=None>`;
  if (type === 'set') return `reflected set(${first})`;
  return type === 'typed.List' ? `ListType[${first}]` : 'pyobject';
}
