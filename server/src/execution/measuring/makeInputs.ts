import type { Specialization, WireType } from '../../frontends/frontend';
import { notCarried } from '../encoding/carried';
import { contiguousStrides } from '../encoding/layout';
import { dtypeSize, elementCount, type PythonArray, type PythonValue } from '../encoding/pythonValue';
import { seededRandomGenerator } from '../encoding/randomGenerator';
import { wireDtype } from '../encoding/wireName';
import { seededRandom } from './random';

export const inputSeed = 1;

/** Elements per axis when nobody states a size: about as much work for any number of axes. */
const defaultExtents = [1, 100_000, 400, 60, 20];

/** Integer parameters with such names say how much work there is. */
const sizeName =
  /^(n|m|num|nums|size|length|count|steps?|iters?|iterations?|rounds?|samples?|trials?|limit|max_?iter\w*|n_\w+|num_\w+|\w+_(count|size|steps|iterations))$/i;

/**
 * Arguments made from a function's types: arrays of `size` elements per axis with seeded random contents, integers
 * below the size so that they may serve as indices. Undefined where a type cannot be made; `problem` says which.
 */
export function makeInputs(
  specialization: Pick<Specialization, 'parameters' | 'parameterTypes'>,
  size?: number,
): { readonly args: readonly PythonValue[]; readonly extent: number } | { readonly problem: string } {
  const { parameters, parameterTypes } = specialization;
  for (const [i, type] of parameterTypes.entries()) {
    const part = notCarried(type);
    if (part !== undefined)
      return { problem: `${parameters[i]?.name} is ${part}, which Jitsight cannot make up` };
  }
  const axes = Math.max(0, ...parameterTypes.map(deepestArray));
  const extent = size ?? (axes === 0 ? 1000 : (defaultExtents[axes] ?? 10));
  const random = seededRandom(inputSeed);
  const args = parameterTypes.map((type, i) =>
    make(type, { extent, random, name: parameters[i]?.name ?? '' }),
  );
  return { args, extent };
}

interface Making {
  readonly extent: number;
  readonly random: () => number;
  readonly name: string;
}

function deepestArray(type: WireType): number {
  if (type.kind === 'array') return type.ndim;
  if (type.kind === 'list') return 1 + deepestArray(type.element);
  if (type.kind === 'set') return 1;
  if (type.kind === 'dict') return 1 + deepestArray(type.value);
  return type.kind === 'tuple' ? Math.max(0, ...type.elements.map(deepestArray)) : 0;
}

function make(type: WireType, making: Making): PythonValue {
  switch (type.kind) {
    case 'int':
      return { kind: 'int', name: type.name, value: makeInteger(type, making) };
    case 'float':
      return {
        kind: 'float',
        name: type.bits === 32 ? 'float32' : 'float64',
        value: makeFloat(type.bits, making),
      };
    case 'complex':
      return {
        kind: 'complex',
        name: type.bits === 64 ? 'complex64' : 'complex128',
        re: makeFloat(type.bits / 2, making),
        im: makeFloat(type.bits / 2, making),
      };
    case 'bool':
      return { kind: 'bool', value: making.random() < 0.5 };
    case 'str':
      return { kind: 'str', value: makeText(making) };
    case 'bytes':
      return {
        kind: 'bytes',
        type: type.class,
        data: Uint8Array.from(makeText(making), (c) => c.charCodeAt(0)),
      };
    case 'datetime':
    case 'timedelta':
      return { kind: 'datetime', type: `${type.kind}64`, unit: type.unit, value: below(making, 20_000) };
    case 'array':
      return makeArray(type, making);
    case 'list':
      return {
        kind: 'sequence',
        type: type.typed ? 'typed.List' : 'list',
        items: Array.from({ length: making.extent }, () => make(type.element, { ...making, name: '' })),
      };
    case 'tuple':
      return {
        kind: 'tuple',
        items: type.elements.map((element) => make(element, making)),
        named: type.named,
      };
    case 'enum':
      return { kind: 'opaque', type: 'enum', detail: `${type.name}.${type.members[0]?.[0]}` };
    case 'set':
      return { kind: 'sequence', type: 'set', items: distinct(type.element, making) };
    case 'dict':
      return {
        kind: 'typedDict',
        entries: distinct(type.key, making).map((key) => [key, make(type.value, { ...making, name: '' })]),
      };
    case 'record':
      return { kind: 'array', dtype: type.dtype, shape: [], order: 'C', readonly: false, data: zeros(type) };
    case 'randomGenerator':
      return seededRandomGenerator(BigInt(inputSeed));
    case 'optional':
      return make(type.value, making);
    default:
      return { kind: 'none' };
  }
}

/** Keys of a dict or set: integers are counted up, the rest is drawn and given once. */
function distinct(type: WireType, making: Making): PythonValue[] {
  const keys = Array.from({ length: making.extent }, (_, i): PythonValue => {
    if (type.kind === 'int' && type.bits > 16) return { kind: 'int', name: type.name, value: BigInt(i) };
    return make(type, { ...making, extent: Math.min(making.extent, 12), name: '' });
  });
  const text = (key: PythonValue) =>
    JSON.stringify(key, (_, part) => (typeof part === 'bigint' ? `${part}` : part));
  return [...new Map(keys.map((key) => [text(key), key])).values()];
}

function zeros({ dtype }: { readonly dtype: string }): Uint8Array {
  return new Uint8Array(dtypeSize(dtype) ?? 0);
}

function makeInteger(type: WireType & { kind: 'int' }, making: Making): bigint {
  const largest = 2n ** BigInt(type.bits - (type.signed ? 1 : 0)) - 1n;
  const wanted = sizeName.test(making.name) ? BigInt(making.extent) : 1n + below(making, 9);
  return wanted < largest ? wanted : largest;
}

function makeFloat(bits: number, { random }: Making): number {
  return bits === 32 ? Math.fround(random()) : random();
}

function below({ random }: Making, limit: number): bigint {
  return BigInt(Math.floor(random() * limit));
}

function makeText({ extent, random }: Making): string {
  const length = Math.min(extent, 10_000);
  return Array.from({ length }, () => String.fromCharCode(97 + Math.floor(random() * 26))).join('');
}

function makeArray(type: WireType & { kind: 'array' }, making: Making): PythonArray {
  const dtype = wireDtype(type.element);
  const shape = new Array<number>(type.ndim).fill(making.extent);
  const itemSize = dtypeSize(dtype)!;
  const data = new Uint8Array(elementCount(shape) * itemSize);
  fill(new DataView(data.buffer), dtype, itemSize, making);
  const gaps = type.layout === 'A';
  return {
    kind: 'array',
    dtype,
    shape,
    order: type.layout,
    strides: gaps ? contiguousStrides(shape, 2 * itemSize, 'C') : undefined,
    readonly: type.readonly,
    data,
  };
}

/** Integers lie in [0, extent), or in what the type holds, so that they can index an axis. */
function fill(view: DataView, dtype: string, itemSize: number, { extent, random }: Making): void {
  const integer = (bits: number) => Math.floor(random() * Math.min(extent, 2 ** (bits - 1)));
  for (let at = 0; at < view.byteLength; at += itemSize) {
    if (dtype === 'float64') view.setFloat64(at, random(), true);
    else if (dtype === 'float32') view.setFloat32(at, random(), true);
    else if (dtype === 'complex128') {
      view.setFloat64(at, random(), true);
      view.setFloat64(at + 8, random(), true);
    } else if (dtype === 'complex64') {
      view.setFloat32(at, random(), true);
      view.setFloat32(at + 4, random(), true);
    } else if (dtype === 'bool') view.setUint8(at, random() < 0.5 ? 0 : 1);
    else if (itemSize === 1) view.setUint8(at, integer(8));
    else if (itemSize === 2) view.setUint16(at, integer(16), true);
    else if (itemSize === 4) view.setUint32(at, integer(32), true);
    else view.setBigInt64(at, BigInt(integer(54)), true);
  }
}
