import { flatten, memoryLayout, type ValueType } from '../../ir/valueType';
import type { HostArray, HostValue } from '../hostValue';
import { reachOf } from './reach';
import { readTable } from './tables';
import { readScalar, toHost, type WasmScalar } from './scalars';

/** The host's value of a flattened value; what it refers to is copied out of `memory`. */
export function readValue(
  scalars: readonly WasmScalar[],
  type: ValueType,
  memory: WebAssembly.Memory,
): HostValue {
  switch (type.kind) {
    case 'none':
      return null;
    case 'scalar':
      return toHost(scalars[0]!, type.scalar);
    case 'complex':
      return { kind: 'complex', re: Number(scalars[0]), im: Number(scalars[1]) };
    case 'string':
      return readString(Number(scalars[1]) >>> 0, Number(scalars[2]), memory);
    case 'optional':
      return scalars[0] ? readValue(scalars.slice(1), type.value, memory) : null;
    case 'tuple': {
      let next = 0;
      const items = type.elements.map((element) => {
        const count = flatten(element).length;
        next += count;
        return readValue(scalars.slice(next - count, next), element, memory);
      });
      return { kind: 'tuple', items };
    }
    case 'array':
      return readArray(scalars, type, memory);
    case 'list':
      return { kind: 'list', items: readItems(Number(scalars[0]) >>> 0, type.element, memory) };
    case 'record':
      return readElement(Number(scalars[0]) >>> 0, type, memory);
    case 'set':
    case 'dict':
      return readTable(Number(scalars[0]) >>> 0, type, memory);
  }
}

/** A value that lies in memory as an element of an array, list or record. */
export function readElement(address: number, type: ValueType, memory: WebAssembly.Memory): HostValue {
  if (type.kind === 'record') {
    const buffer = new Uint8Array(memory.buffer).slice(address, address + type.size);
    return { kind: 'array', shape: [], strides: [], offset: 0, buffer };
  }
  const view = new DataView(memory.buffer);
  const { offsets } = memoryLayout(type);
  const scalars = flatten(type).map((scalar, i) => readScalar(view, address + offsets[i]!, scalar));
  return readValue(scalars, type, memory);
}

function readString(address: number, length: number, memory: WebAssembly.Memory): string {
  const view = new DataView(memory.buffer);
  let text = '';
  for (let i = 0; i < length; i++) text += String.fromCodePoint(view.getUint32(address + 4 * i, true));
  return text;
}

function readArray(
  scalars: readonly WasmScalar[],
  { ndim, element }: Extract<ValueType, { kind: 'array' }>,
  memory: WebAssembly.Memory,
): HostArray {
  const data = Number(scalars[1]) >>> 0;
  const shape = scalars.slice(2, 2 + ndim).map(Number);
  const strides = scalars.slice(2 + ndim, 2 + 2 * ndim).map(Number);
  if (shape.includes(0)) return { kind: 'array', shape, strides, offset: 0, buffer: new Uint8Array(0) };
  const { low, high } = reachOf(shape, strides, memoryLayout(element).size);
  const buffer = new Uint8Array(memory.buffer).slice(data + low, data + high);
  return { kind: 'array', shape, strides, offset: 0 - low, buffer };
}

/** The items of the list whose header is at that address. */
export function readItems(header: number, element: ValueType, memory: WebAssembly.Memory): HostValue[] {
  const view = new DataView(memory.buffer);
  const length = view.getInt32(header + 4, true);
  const data = view.getUint32(header + 12, true);
  const { size } = memoryLayout(element);
  return Array.from({ length }, (_, i) => readElement(data + i * size, element, memory));
}
