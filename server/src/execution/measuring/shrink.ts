import { contiguousStrides, forEachElement } from '../encoding/layout';
import { dtypeSize, elementCount, type PythonArray, type PythonValue } from '../encoding/pythonValue';

/** The number that says how much work a call is: the longest axis or list, else the largest integer argument. */
export function extentOf(args: readonly PythonValue[]): number {
  const lengths = args.flatMap(lengthsOf);
  if (lengths.length > 0) return Math.max(...lengths);
  return Math.max(
    0,
    ...args.map((arg) => (arg.kind === 'int' && arg.value < 2n ** 31n ? Number(arg.value) : 0)),
  );
}

/**
 * The same call on less: whatever has extent `from`, axes, lists and integers alike, is cut to `to`, so that sizes
 * that belong together stay equal. Arrays keep their first elements.
 */
export function shrinkArguments(
  args: readonly PythonValue[],
  from: number,
  to: number,
): readonly PythonValue[] {
  return args.map((arg) => shrink(arg, from, to));
}

/** 1, 2, 5, 10, 20, 50, ... below `extent`. */
export function smallerExtents(extent: number): number[] {
  const extents: number[] = [];
  for (let power = 1; power < extent; power *= 10) {
    extents.push(...[1, 2, 5].map((digit) => digit * power).filter((one) => one < extent));
  }
  return extents;
}

function lengthsOf(value: PythonValue): readonly number[] {
  if (value.kind === 'array') return value.shape;
  if (value.kind === 'sequence') return [value.items.length];
  if (value.kind === 'str') return [value.value.length];
  return value.kind === 'tuple' ? value.items.flatMap(lengthsOf) : [];
}

function shrink(value: PythonValue, from: number, to: number): PythonValue {
  switch (value.kind) {
    case 'int':
      return value.value === BigInt(from) ? { ...value, value: BigInt(to) } : value;
    case 'str':
      return value.value.length === from ? { ...value, value: value.value.slice(0, to) } : value;
    case 'sequence': {
      const kept = value.items.length === from ? value.items.slice(0, to) : value.items;
      return { ...value, items: kept.map((item) => (item.kind === 'int' ? item : shrink(item, from, to))) };
    }
    case 'tuple':
      return { ...value, items: value.items.map((item) => shrink(item, from, to)) };
    case 'array':
      return value.shape.includes(from) ? shrinkArray(value, from, to) : value;
    default:
      return value;
  }
}

function shrinkArray(array: PythonArray, from: number, to: number): PythonArray {
  const shape = array.shape.map((extent) => (extent === from ? to : extent));
  const itemSize = dtypeSize(array.dtype)!;
  const data = new Uint8Array(elementCount(shape) * itemSize);
  let target = 0;
  forEachElement(shape, contiguousStrides(array.shape, itemSize, 'C'), 0, (source) => {
    data.set(array.data.subarray(source, source + itemSize), target);
    target += itemSize;
  });
  return { ...array, shape, data };
}
