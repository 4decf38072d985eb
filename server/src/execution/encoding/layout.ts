import type { HostArray } from '@jitsight/shared/wasm/hostValue';

/** NumPy's layouts of strided memory. */

/** Byte strides of a contiguous array in C or Fortran order. */
export function contiguousStrides(
  shape: readonly number[],
  itemSize: number,
  order: 'C' | 'F',
): readonly number[] {
  const strides = new Array<number>(shape.length);
  const axes = shape.map((_, axis) => axis);
  if (order === 'C') axes.reverse();
  let stride = itemSize;
  for (const axis of axes) {
    strides[axis] = stride;
    stride *= shape[axis]!;
  }
  return strides;
}

/** C before F as Numba says it; axes of length 1 and empty arrays fit any order, as in NumPy's flags. */
export function layoutOf(
  shape: readonly number[],
  strides: readonly number[],
  itemSize: number,
): 'C' | 'F' | 'A' {
  for (const order of ['C', 'F'] as const) {
    const wanted = contiguousStrides(shape, itemSize, order);
    const fits = shape.every((extent, axis) => extent === 1 || strides[axis] === wanted[axis]);
    if (fits || shape.includes(0)) return order;
  }
  return 'A';
}

/** The elements in C order, one after another. */
export function packElements(array: HostArray, itemSize: number): Uint8Array {
  const { shape, strides, offset, buffer } = array;
  const count = shape.reduce((product, extent) => product * extent, 1);
  if (layoutOf(shape, strides, itemSize) === 'C') return buffer.slice(offset, offset + count * itemSize);
  const packed = new Uint8Array(count * itemSize);
  let target = 0;
  forEachElement(shape, strides, offset, (source) => {
    packed.set(buffer.subarray(source, source + itemSize), target);
    target += itemSize;
  });
  return packed;
}

/** Elements given in C order, laid out with `strides` (which may be negative) in memory just large enough. */
export function spreadElements(
  data: Uint8Array,
  shape: readonly number[],
  strides: readonly number[],
  itemSize: number,
): HostArray {
  let lowest = 0;
  let highest = 0;
  shape.forEach((extent, axis) => {
    const reach = Math.max(0, extent - 1) * strides[axis]!;
    if (reach < 0) lowest += reach;
    else highest += reach;
  });
  const buffer = new Uint8Array(shape.includes(0) ? 0 : highest - lowest + itemSize);
  let source = 0;
  forEachElement(shape, strides, -lowest, (target) => {
    buffer.set(data.subarray(source, source + itemSize), target);
    source += itemSize;
  });
  return { kind: 'array', shape, strides, offset: shape.includes(0) ? 0 : -lowest, buffer };
}

/** Byte offset of every element, the last axis fastest. */
export function forEachElement(
  shape: readonly number[],
  strides: readonly number[],
  offset: number,
  visit: (offset: number) => void,
): void {
  const axis = shape.length - 1;
  if (axis < 0) {
    visit(offset);
    return;
  }
  const walk = (depth: number, base: number) => {
    const extent = shape[depth]!;
    const stride = strides[depth]!;
    for (let i = 0; i < extent; i++) {
      if (depth === axis) visit(base + i * stride);
      else walk(depth + 1, base + i * stride);
    }
  };
  walk(0, offset);
}
