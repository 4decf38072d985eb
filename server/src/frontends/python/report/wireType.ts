import type { WireType } from '../../frontend';
import type { NumbaType } from '../types/numbaType';
import { typeName } from '../types/typeName';
import { descrOf } from './descr';
import { unliteral } from '../types/unliteral';

/** A Numba type in the plain form that execution makes, encodes and compares values by. */
export function wireType(type: NumbaType): WireType {
  switch (type.kind) {
    case 'int':
      return { kind: 'int', name: typeName(type), bits: type.bits, signed: type.signed };
    case 'float':
      return type.bits === 16 ? opaque(type) : { kind: 'float', name: typeName(type), bits: type.bits };
    case 'complex':
      return { kind: 'complex', name: typeName(type), bits: type.bits };
    case 'bool':
    case 'none':
      return { kind: type.kind };
    case 'iterable':
    case 'range':
    case 'bitGenerator':
      return { ...opaque(type), unboxable: true };
    case 'bytes':
      return { kind: 'bytes', class: type.buffer ?? 'bytes' };
    case 'randomGenerator':
      return { kind: type.kind };
    case 'unicode':
      return { kind: 'str' };
    case 'datetime':
    case 'timedelta':
      return { kind: type.kind, unit: type.unit };
    case 'array':
      return {
        kind: 'array',
        element: wireType(type.dtype),
        ndim: type.ndim,
        layout: type.layout,
        readonly: type.readonly,
      };
    case 'list':
      return { kind: 'list', element: wireType(type.element), reflected: type.reflected };
    case 'typedList':
      return { kind: 'list', element: wireType(type.element), reflected: false, typed: true };
    case 'tuple':
      return { kind: 'tuple', elements: type.elements.map(wireType), named: type.named };
    case 'typedDict':
      return { kind: 'dict', key: wireType(type.key), value: wireType(type.value) };
    case 'set':
      return { kind: 'set', element: wireType(type.element), reflected: type.reflected };
    case 'record':
    case 'charseq': {
      const dtype = descrOf(type);
      return dtype === undefined ? opaque(type) : { kind: type.kind, name: typeName(type), dtype };
    }
    case 'enumMember':
      return type.enumMembers
        ? { kind: 'enum', name: type.name, of: wireType(type.of), members: type.enumMembers }
        : opaque(type);
    case 'optional':
      return { kind: 'optional', value: wireType(type.value) };
    case 'literal':
      return wireType(unliteral(type));
    default:
      return opaque(type);
  }
}

function opaque(type: NumbaType): WireType & { kind: 'opaque' } {
  return { kind: 'opaque', name: typeName(type) };
}
