import { constant as constantOf, dataAddress, i64, nullPointer } from '@jitsight/shared/ir/expressions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import type { ConstantValue } from '../infer/typedFunction';
import {
  boolean,
  complex128,
  float64,
  int64,
  type NumbaType,
  none,
  tupleOf,
  unicode,
} from '../types/numbaType';
import { unliteral } from '../types/unliteral';
import type { Lowering, Value } from './lowering';
import type { ModuleLowering } from './moduleLowering';
import { elementTypes } from './tuples';

/** A value known when compiling, converted to `type`. */
export function constantValue(
  lowering: Lowering,
  module: ModuleLowering,
  constant: ConstantValue,
  type: NumbaType,
): Value {
  const elements = elementTypes(type);
  if (constant.kind === 'tuple' && elements) {
    const parts = constant.elements.flatMap(
      (element, i) => constantValue(lowering, module, element, elements[i]!).parts,
    );
    return { type, parts };
  }
  if (constant.kind === 'datetime') return { type, parts: [i64(constant.value)] };
  const target = type.kind === 'optional' ? type.value : type;
  if (constant.kind === 'int' && target.kind === 'int') {
    return lowering.cast(integer(constant.value, target), type);
  }
  return lowering.cast(naturalValue(module, constant), type);
}

function integer(value: bigint, type: NumbaType & { kind: 'int' }): Value {
  const wrapped = type.signed ? BigInt.asIntN(type.bits, value) : BigInt.asUintN(type.bits, value);
  return { type, parts: [constantOf(`${type.signed ? 'i' : 'u'}${type.bits}`, wrapped)] };
}

function naturalValue(module: ModuleLowering, constant: ConstantValue): Value {
  switch (constant.kind) {
    case 'int':
      return { type: int64, parts: [i64(constant.value)] };
    case 'float':
      return { type: float64, parts: [constantOf('f64', constant.value)] };
    case 'complex':
      return { type: complex128, parts: [constantOf('f64', constant.re), constantOf('f64', constant.im)] };
    case 'bool':
      return { type: boolean, parts: [constantOf('bool', constant.value)] };
    case 'str':
      return { type: unicode, parts: stringParts(module, constant.value) };
    case 'bytes':
      return { type: { kind: 'bytes' }, parts: bytesParts(module, constant.value) };
    case 'none':
      return { type: none, parts: [] };
    case 'datetime':
      return { type: int64, parts: [i64(constant.value)] };
    case 'tuple': {
      const elements = constant.elements.map((element) => naturalValue(module, element));
      return {
        type: tupleOf(elements.map((element) => unliteral(element.type))),
        parts: elements.flatMap((element) => element.parts),
      };
    }
  }
}

function bytesParts(module: ModuleLowering, bytes: Uint8Array): Expression[] {
  const data = bytes.length === 0 ? nullPointer : dataAddress(module.dataSegment(bytes, 1));
  return [nullPointer, data, i64(bytes.length), i64(1)];
}

/** A string in read-only memory: nobody owns it, so its reference count is null. */
export function stringParts(module: ModuleLowering, text: string): Expression[] {
  const points = Array.from(text, (character) => character.codePointAt(0)!);
  if (points.length === 0) return [nullPointer, nullPointer, i64(0)];
  const bytes = new Uint8Array(4 * points.length);
  const view = new DataView(bytes.buffer);
  points.forEach((point, i) => {
    view.setUint32(4 * i, point, true);
  });
  return [nullPointer, dataAddress(module.dataSegment(bytes, 4)), i64(points.length)];
}
