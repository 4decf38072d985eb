import type { ValueType } from '../../ir/valueType';
import type { HostValue } from '../hostValue';
import { formatArray } from './array';
import { formatBoolean, formatComplex, formatFloat, formatString } from './number';

/** Python's `str` of a value: what `print` writes. */
export function formatValue(value: HostValue, type: ValueType): string {
  if (typeof value === 'string') return value;
  if (value !== null && typeof value === 'object' && value.kind === 'array' && type.kind === 'array') {
    return formatArray(value, type.element);
  }
  return formatNested(value, type);
}

/** Python's `repr` of a value: how it shows inside a tuple or list. */
export function formatNested(value: HostValue, type: ValueType): string {
  switch (typeof value) {
    case 'string':
      return formatString(value);
    case 'boolean':
      return formatBoolean(value);
    case 'bigint':
      return String(value);
    case 'number':
      return isFloat(type) ? formatFloat(value) : String(value);
    default:
      return value === null ? 'None' : formatCompound(value, type);
  }
}

function formatCompound(value: Extract<HostValue, object>, type: ValueType): string {
  const inner = type.kind === 'optional' ? type.value : type;
  switch (value.kind) {
    case 'complex':
      return formatComplex(value.re, value.im);
    case 'array': {
      const element = inner.kind === 'array' ? inner.element : inner;
      return `array(${formatArray(value, element, ', ', 'array('.length)})`;
    }
    case 'list': {
      const element = inner.kind === 'list' ? inner.element : inner;
      return `[${value.items.map((item) => formatNested(item, element)).join(', ')}]`;
    }
    case 'set': {
      const element = inner.kind === 'set' ? inner.element : inner;
      const items = value.items.map((item) => formatNested(item, element));
      return items.length === 0 ? 'set()' : `{${items.join(', ')}}`;
    }
    case 'dict': {
      const [key, item] = inner.kind === 'dict' ? [inner.key, inner.value] : [inner, inner];
      const entries = value.entries.map(([k, v]) => `${formatNested(k, key)}: ${formatNested(v, item)}`);
      return `{${entries.join(', ')}}`;
    }
    case 'tuple': {
      const items = value.items.map((item, i) => formatNested(item, elementType(inner, i)));
      return items.length === 1 ? `(${items[0]},)` : `(${items.join(', ')})`;
    }
  }
}

function elementType(type: ValueType, index: number): ValueType {
  if (type.kind === 'tuple') return type.elements[index] ?? type;
  return type.kind === 'record' ? (type.fields[index]?.type ?? type) : type;
}

function isFloat(type: ValueType): boolean {
  if (type.kind === 'optional') return isFloat(type.value);
  return type.kind === 'scalar' && (type.scalar === 'f64' || type.scalar === 'f32');
}
