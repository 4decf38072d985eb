import type {
  HostArray,
  HostComplex,
  HostDict,
  HostList,
  HostSet,
  HostTuple,
  HostValue,
} from '@jitsight/shared/wasm/hostValue';
import type { WireType } from '../../frontends/frontend';
import { layoutOf, packElements } from './layout';
import { dtypeSize, type PythonValue } from './pythonValue';
import { randomGeneratorFromHost } from './randomGenerator';
import { wireDtype, wireName } from './wireName';

/** What a compiled function returned, as the Python value Numba would box: integers keep their Numba type. */
export function fromHost(value: HostValue, type: WireType): PythonValue {
  switch (type.kind) {
    case 'none':
      return { kind: 'none' };
    case 'optional':
      return value === null ? { kind: 'none' } : fromHost(value, type.value);
    case 'bool':
      return { kind: 'bool', value: Boolean(value) };
    case 'int':
      return { kind: 'int', name: type.name, value: BigInt(value as bigint) };
    case 'float':
      return { kind: 'float', name: type.bits === 32 ? 'float32' : 'float64', value: value as number };
    case 'complex': {
      const { re, im } = value as HostComplex;
      return { kind: 'complex', name: type.bits === 64 ? 'complex64' : 'complex128', re, im };
    }
    case 'str':
      return { kind: 'str', value: value as string };
    case 'bytes':
      return { kind: 'bytes', type: type.class, data: packElements(value as HostArray, 1) };
    case 'datetime':
    case 'timedelta':
      return { kind: 'datetime', type: `${type.kind}64`, unit: type.unit, value: value as bigint };
    case 'array':
      return arrayFromHost(value as HostArray, type);
    case 'list': {
      const items = (value as HostList).items.map((item) => fromHost(item, type.element));
      return { kind: 'sequence', type: type.typed ? 'typed.List' : 'list', items };
    }
    case 'tuple': {
      const items = (value as HostTuple).items.map((item, i) => fromHost(item, type.elements[i]!));
      return { kind: 'tuple', items, named: type.named };
    }
    case 'set': {
      const items = (value as HostSet).items.map((item) => fromHost(item, type.element));
      return { kind: 'sequence', type: 'set', items };
    }
    case 'dict': {
      const entries = (value as HostDict).entries.map(
        ([key, item]) => [fromHost(key, type.key), fromHost(item, type.value)] as const,
      );
      return { kind: 'typedDict', entries };
    }
    case 'record': {
      const { buffer } = value as HostArray;
      return { kind: 'array', dtype: type.dtype, shape: [], order: 'C', readonly: false, data: buffer };
    }
    case 'enum': {
      const member = type.members.find(([, one]) => one === value);
      return { kind: 'opaque', type: 'enum', detail: `${type.name}.${member?.[0] ?? String(value)}` };
    }
    case 'randomGenerator':
      return randomGeneratorFromHost(value as HostArray);
    case 'charseq':
    case 'opaque':
      return { kind: 'opaque', type: 'object', detail: wireName(type) };
  }
}

function arrayFromHost(array: HostArray, type: WireType & { kind: 'array' }): PythonValue {
  const dtype = wireDtype(type.element);
  const itemSize = dtypeSize(dtype) ?? 8;
  const order = layoutOf(array.shape, array.strides, itemSize);
  return {
    kind: 'array',
    dtype,
    shape: array.shape,
    order,
    strides: order === 'A' ? array.strides : undefined,
    readonly: type.readonly,
    data: packElements(array, itemSize),
  };
}
