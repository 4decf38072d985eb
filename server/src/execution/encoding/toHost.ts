import type { HostValue } from '@jitsight/shared/wasm/hostValue';
import type { WireType } from '../../frontends/frontend';
import { contiguousStrides, spreadElements } from './layout';
import { dtypeSize, integerRange, type PythonArray, type PythonValue } from './pythonValue';
import { randomGeneratorToHost } from './randomGenerator';
import { typeOf } from './typeOf';
import { wireDtype, wireName } from './wireName';

/** A value that cannot enter compiled code as the type asked for: what Numba raises, and in which words. */
export class ConversionError extends Error {
  constructor(
    readonly argument: string,
    readonly pythonError: string,
    message: string,
  ) {
    super(message);
    this.name = 'ConversionError';
  }
}

/**
 * A value as the compiled function's parameter takes it. Numbers are converted as Numba does when an explicit
 * signature asks for another type: to integers by truncation and wrapping, unsafely and silently.
 */
export function toHost(value: PythonValue, type: WireType, argument: string): HostValue {
  switch (type.kind) {
    case 'optional':
      return value.kind === 'none' ? null : toHost(value, type.value, argument);
    case 'none':
      if (value.kind === 'none') return null;
      break;
    case 'str':
      if (value.kind === 'str') return value.value;
      break;
    case 'bytes':
      if (value.kind === 'bytes' && value.type === type.class) {
        const { data } = value;
        return { kind: 'array', shape: [data.length], strides: [1], offset: 0, buffer: data };
      }
      break;
    case 'bool':
    case 'int':
    case 'float':
    case 'complex': {
      const number = toNumber(value, type as NumericType);
      if (number !== undefined) return number;
      break;
    }
    case 'datetime':
    case 'timedelta':
      if (value.kind === 'datetime') return value.value;
      break;
    case 'array':
      if (value.kind === 'array') return arrayToHost(value, type, argument);
      break;
    case 'list':
      if (value.kind === 'sequence') return listToHost(value.items, type, argument);
      break;
    case 'set':
      if (value.kind === 'sequence') {
        const items = sameClass(value.items, 'set').map((item) => toHost(item, type.element, argument));
        return { kind: 'set', items };
      }
      break;
    case 'dict':
      if (value.kind === 'typedDict') {
        const entries = value.entries.map(
          ([key, item]) => [toHost(key, type.key, argument), toHost(item, type.value, argument)] as const,
        );
        return { kind: 'dict', entries };
      }
      break;
    case 'record':
      if (value.kind === 'array' && value.dtype === type.dtype && value.shape.length === 0) {
        return { kind: 'array', shape: [], strides: [], offset: 0, buffer: value.data };
      }
      break;
    case 'tuple':
      if (value.kind === 'tuple' && value.items.length === type.elements.length) {
        const items = value.items.map((item, i) => toHost(item, type.elements[i]!, `${argument}[${i}]`));
        return { kind: 'tuple', items };
      }
      break;
    case 'enum': {
      const member = value.kind === 'opaque' ? String(value.detail).split('.').at(-1) : undefined;
      const found = type.members.find(([name]) => name === member);
      if (found) return found[1];
      break;
    }
    case 'randomGenerator':
      if (value.kind === 'randomGenerator') return randomGeneratorToHost(value);
      break;
    case 'opaque':
      // A compiled function, a number class or a dtype is known by its type: nothing of it is passed.
      if (value.kind === 'opaque' && /^(type\(CPUDispatcher|class\(|dtype\()/.test(type.name)) return null;
      break;
    case 'charseq':
      break;
  }
  throw new ConversionError(
    argument,
    'TypeError',
    `${argument} is ${typeOf(value)}, which cannot be passed as ${wireName(type)}`,
  );
}

type NumericType = Extract<WireType, { kind: 'int' | 'float' | 'complex' }> | { readonly kind: 'bool' };

function toNumber(value: PythonValue, type: NumericType): HostValue | undefined {
  if (type.kind === 'complex') {
    const real = value.kind === 'complex' ? value.re : realOf(value);
    if (real === undefined) return undefined;
    const round = type.bits === 64 ? Math.fround : Number;
    return { kind: 'complex', re: round(Number(real)), im: value.kind === 'complex' ? round(value.im) : 0 };
  }
  const real = realOf(value);
  if (real === undefined) return undefined;
  if (type.kind === 'bool') return Number(real) !== 0;
  if (type.kind === 'float') return type.bits === 32 ? Math.fround(Number(real)) : Number(real);
  return wrapInteger(typeof real === 'bigint' ? real : truncate(real), type);
}

function realOf(value: PythonValue): bigint | number | undefined {
  if (value.kind === 'int' || value.kind === 'float') return value.value;
  return value.kind === 'bool' ? BigInt(value.value) : undefined;
}

/** C's conversion on x86-64: what does not fit becomes the smallest int64. */
function truncate(value: number): bigint {
  return Math.abs(value) < 2 ** 63 ? BigInt(Math.trunc(value)) : -(2n ** 63n);
}

function wrapInteger(value: bigint, { bits, signed }: WireType & { kind: 'int' }): bigint | number {
  const wrapped = signed ? BigInt.asIntN(bits, value) : BigInt.asUintN(bits, value);
  return bits === 64 ? wrapped : Number(wrapped);
}

function arrayToHost(value: PythonArray, type: WireType & { kind: 'array' }, argument: string): HostValue {
  const wanted = wireDtype(type.element);
  const itemSize = dtypeSize(value.dtype);
  if (value.dtype !== wanted || itemSize === undefined || value.shape.length !== type.ndim) {
    throw new ConversionError(
      argument,
      'TypeError',
      `${argument} is ${typeOf(value)}, which cannot be passed as ${wireName(type)}`,
    );
  }
  const strides = value.strides ?? contiguousStrides(value.shape, itemSize, value.order === 'F' ? 'F' : 'C');
  if (value.order === 'C') {
    return { kind: 'array', shape: value.shape, strides, offset: 0, buffer: value.data };
  }
  return spreadElements(value.data, value.shape, strides, itemSize);
}

function listToHost(
  items: readonly PythonValue[],
  { element, typed }: WireType & { kind: 'list' },
  argument: string,
): HostValue {
  const checked = typed ? items : sameClass(items, 'list');
  return { kind: 'list', items: checked.map((item, i) => toHost(item, element, `${argument}[${i}]`)) };
}

/** All items have the first one's class; Numba refuses a mixed list or set when the call unboxes it. */
function sameClass(items: readonly PythonValue[], container: string): readonly PythonValue[] {
  const first = items[0] && pythonClass(items[0]);
  for (const item of items) {
    if (pythonClass(item) === first) continue;
    throw new ConversionError(
      container,
      'TypeError',
      `can't unbox heterogeneous ${container}: ${first} != ${pythonClass(item)}`,
    );
  }
  return items;
}

function pythonClass(value: PythonValue): string {
  if (value.kind === 'sequence') return value.type;
  if (value.kind === 'int' || value.kind === 'float') {
    return integerRange(value.name) && value.name.endsWith('64') ? value.kind : value.name;
  }
  return value.kind;
}
