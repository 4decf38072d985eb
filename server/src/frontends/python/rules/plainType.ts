import type { NumbaType } from '../types/numbaType';
import { typeName } from '../types/typeName';
import { unliteral } from '../types/unliteral';

/** A type in the words of someone who writes NumPy, for first sentences: `an integer (int64)`, `a 2-D array of float64`. */
export function plainType(type: NumbaType): string {
  switch (type.kind) {
    case 'literal':
      return plainType(unliteral(type));
    case 'int':
      return `an integer (${typeName(type)})`;
    case 'float':
      return `a float (${typeName(type)})`;
    case 'complex':
      return `a complex number (${typeName(type)})`;
    case 'bool':
      return 'a boolean';
    case 'none':
      return 'None';
    case 'unicode':
      return 'a string';
    case 'optional':
      return `${plainType(type.value)} or None`;
    case 'array':
      return `a ${type.readonly ? 'read-only ' : ''}${type.ndim}-D array of ${elementName(type.dtype)}`;
    case 'list':
      return type.element.kind === 'undefined' ? 'an empty list' : `a list of ${elementName(type.element)}`;
    case 'typedList':
      return `a typed list of ${elementName(type.element)}`;
    case 'set':
      return `a set of ${elementName(type.element)}`;
    case 'typedDict':
      return type.key.kind === 'undefined'
        ? 'an empty dict'
        : `a dict from ${elementName(type.key)} to ${elementName(type.value)}`;
    case 'literalDict':
      return `a dict with values of different types (${type.items.map((one) => `'${one.key}': ${elementName(one.value)}`).join(', ')})`;
    case 'literalList':
      return `a list with elements of different types (${type.elements.map(elementName).join(', ')})`;
    case 'tuple':
      return `a tuple of (${type.elements.map(elementName).join(', ')})`;
    case 'randomGenerator':
      return 'a numpy.random.Generator';
    case 'pyobject':
      return pythonObject(type.what);
    default:
      return typeName(type);
  }
}

/** What a value that Numba cannot type is, with an article. */
export function pythonObject(what = 'a Python object'): string {
  if (/^(an?|the) /.test(what)) return what;
  if (/^function /.test(what)) return `the ${what}`;
  return `${/^[aeiou]/.test(what) ? 'an' : 'a'} ${what}`;
}

function elementName(type: NumbaType): string {
  if (type.kind === 'unicode') return 'str';
  if (type.kind === 'literal') return elementName(unliteral(type));
  // `a list of 1-D arrays of float64`.
  return ['array', 'list', 'tuple'].includes(type.kind)
    ? plainType(type).replace(/^an? (read-only )?((?:\d-D )?\w+)/, '$1$2s')
    : typeName(type);
}
