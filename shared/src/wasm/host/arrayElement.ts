import { flatten, memoryLayout, type ValueType } from '../../ir/valueType';
import type { HostArray, HostValue } from '../hostValue';
import { readScalar, toHost } from './scalars';

/** One element of an array in host memory. */
export function readElementAt(array: HostArray, element: ValueType, index: readonly number[]): HostValue {
  const { buffer, offset, strides } = array;
  const view = new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength);
  return readAt(
    view,
    index.reduce((at, i, axis) => at + i * strides[axis]!, offset),
    element,
  );
}

function readAt(view: DataView, at: number, type: ValueType): HostValue {
  if (type.kind === 'record') {
    return { kind: 'tuple', items: type.fields.map((field) => readAt(view, at + field.offset, field.type)) };
  }
  const { offsets } = memoryLayout(type);
  const scalars = flatten(type).map((scalar, i) =>
    toHost(readScalar(view, at + offsets[i]!, scalar), scalar),
  );
  if (type.kind === 'complex') return { kind: 'complex', re: Number(scalars[0]), im: Number(scalars[1]) };
  if (type.kind === 'scalar') return scalars[0]!;
  return { kind: 'tuple', items: scalars };
}
