import { ulpDistance } from './ulp';
import { dtypeSize, type PythonArray, type PythonValue } from './pythonValue';

/** How far floats may lie apart; zero asks for equal bits. */
export interface Tolerance {
  readonly ulp: number;
  readonly absolute?: number;
  /** Of the larger magnitude, of an array's largest: where a cancelled sum leaves only rounding errors. */
  readonly relative?: number;
}

export interface Comparison {
  /** Where the values first differ by more than allowed, in plain words. */
  readonly difference?: string;
  /** Largest distance between two floats that were taken as equal. */
  readonly ulps: number;
}

export const exact: Tolerance = { ulp: 0 };

/**
 * Compares by value: any NaN equals any NaN, an int equals a float or bool of the same value (CPython keeps
 * an int where Numba unified to float), arrays must have equal shapes.
 */
export function compareValues(
  left: PythonValue,
  right: PythonValue,
  tolerance: Tolerance,
  path = 'result',
): Comparison {
  if (left.kind === 'array' && right.kind === 'array') return compareArrays(left, right, tolerance, path);
  const leftItems = itemsOf(left);
  const rightItems = itemsOf(right);
  if (leftItems && rightItems) return compareItems(leftItems, rightItems, tolerance, path);
  const numbers = [numberOf(left), numberOf(right)] as const;
  if (numbers[0] !== undefined && numbers[1] !== undefined) {
    return compareParts(numbers[0], numbers[1], tolerance, path, left, right);
  }
  if (left.kind === 'bytes' && right.kind === 'bytes') {
    return Buffer.compare(left.data, right.data) === 0 ? { ulps: 0 } : differ(path, left, right);
  }
  if (left.kind === 'randomGenerator' && right.kind === 'randomGenerator') {
    const same =
      left.words.length === right.words.length && left.words.every((word, i) => word === right.words[i]);
    return same ? { ulps: 0 } : { difference: `${path} was left in another state`, ulps: 0 };
  }
  const same = left.kind === right.kind && scalarText(left) === scalarText(right);
  return same ? { ulps: 0 } : differ(path, left, right);
}

/** Sets are compared as sorted text, since their order means nothing. */
function itemsOf(value: PythonValue): readonly PythonValue[] | undefined {
  if (value.kind === 'tuple') return value.items;
  if (value.kind === 'typedDict') {
    return value.entries.map(([key, item]) => ({ kind: 'tuple', items: [key, item] }));
  }
  if (value.kind !== 'sequence') return undefined;
  if (value.type !== 'set') return value.items;
  return [...value.items].sort((a, b) => (scalarText(a) < scalarText(b) ? -1 : 1));
}

function compareItems(
  left: readonly PythonValue[],
  right: readonly PythonValue[],
  tolerance: Tolerance,
  path: string,
): Comparison {
  if (left.length !== right.length) {
    return { difference: `${path} has ${left.length} and ${right.length} items`, ulps: 0 };
  }
  let ulps = 0;
  for (let i = 0; i < left.length; i++) {
    const item = compareValues(left[i]!, right[i]!, tolerance, `${path}[${i}]`);
    if (item.difference !== undefined) return item;
    ulps = Math.max(ulps, item.ulps);
  }
  return { ulps };
}

/** Real and imaginary part, or one number. */
type Parts = readonly (number | bigint)[];

function numberOf(value: PythonValue): Parts | undefined {
  switch (value.kind) {
    case 'int':
    case 'float':
      return [value.value];
    case 'bool':
      return [BigInt(value.value)];
    case 'complex':
      return [value.re, value.im];
    case 'array':
      return value.shape.length === 0 && hasNumbers(value) ? elementParts(value, 0) : undefined;
    default:
      return undefined;
  }
}

function compareParts(
  left: Parts,
  right: Parts,
  tolerance: Tolerance,
  path: string,
  leftValue: PythonValue,
  rightValue: PythonValue,
): Comparison {
  const single = [leftValue, rightValue].some(
    (value) => 'name' in value && (value.name === 'float32' || value.name === 'complex64'),
  );
  let ulps = 0;
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const distance = partDistance(left[i] ?? 0, right[i] ?? 0, tolerance, single);
    if (distance === undefined) return differ(path, leftValue, rightValue);
    ulps = Math.max(ulps, distance);
  }
  return { ulps };
}

/** Distance in ulps, undefined when it is more than allowed. */
function partDistance(
  a: number | bigint,
  b: number | bigint,
  tolerance: Tolerance,
  single: boolean,
): number | undefined {
  // biome-ignore lint/suspicious/noDoubleEquals: bigint against number, by value.
  if (typeof a === 'bigint' || typeof b === 'bigint') return a == b ? 0 : undefined;
  if (Object.is(a, b)) return 0;
  const ulps = ulpDistance(a, b, single);
  const apart = Math.abs(a - b);
  const { absolute = 0, relative = 0 } = tolerance;
  const allowed = Math.max(absolute, relative * Math.max(Math.abs(a), Math.abs(b)));
  const near = ulps <= tolerance.ulp || (allowed > 0 && apart <= allowed);
  return near ? ulps : undefined;
}

function compareArrays(
  left: PythonArray,
  right: PythonArray,
  tolerance: Tolerance,
  path: string,
): Comparison {
  const shapes = [left, right].map(({ shape }) => `(${shape.join(', ')})`);
  if (shapes[0] !== shapes[1])
    return { difference: `${path} has shape ${shapes[0]} and ${shapes[1]}`, ulps: 0 };
  if (left.dtype === right.dtype && Buffer.compare(left.data, right.data) === 0) return { ulps: 0 };
  const count = left.shape.reduce((product, extent) => product * extent, 1);
  if (!hasNumbers(left) || !hasNumbers(right)) {
    const apart = left.dtype === right.dtype ? 'differs' : `holds ${left.dtype} and ${right.dtype}`;
    return { difference: `${path} ${apart}`, ulps: 0 };
  }
  const single = /^(float32|complex64)$/.test(left.dtype) || /^(float32|complex64)$/.test(right.dtype);
  const allowed = withArrayScale(tolerance, left, count);
  let ulps = 0;
  for (let index = 0; index < count; index++) {
    const a = elementParts(left, index);
    const b = elementParts(right, index);
    for (let part = 0; part < Math.max(a.length, b.length); part++) {
      const distance = partDistance(a[part] ?? 0, b[part] ?? 0, allowed, single);
      if (distance === undefined)
        return { difference: `${path}${indexText(index, left.shape)}: ${a} and ${b}`, ulps };
      ulps = Math.max(ulps, distance);
    }
  }
  return { ulps };
}

function hasNumbers({ dtype }: PythonArray): boolean {
  return dtypeSize(dtype) !== undefined && !/^[[<|]/.test(dtype);
}

function withArrayScale(tolerance: Tolerance, array: PythonArray, count: number): Tolerance {
  if (!tolerance.relative) return tolerance;
  let largest = 0;
  for (let index = 0; index < count; index++) {
    for (const part of elementParts(array, index)) {
      const magnitude = Math.abs(Number(part));
      if (Number.isFinite(magnitude)) largest = Math.max(largest, magnitude);
    }
  }
  return { ...tolerance, absolute: Math.max(tolerance.absolute ?? 0, tolerance.relative * largest) };
}

function indexText(index: number, shape: readonly number[]): string {
  const indices: number[] = [];
  let rest = index;
  for (const extent of [...shape].reverse()) {
    indices.unshift(rest % extent);
    rest = Math.floor(rest / extent);
  }
  return indices.length > 0 ? `[${indices.join(', ')}]` : '';
}

function elementParts({ data, dtype }: PythonArray, index: number): Parts {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const at = index * dtypeSize(dtype)!;
  switch (dtype) {
    case 'float64':
      return [view.getFloat64(at, true)];
    case 'float32':
      return [view.getFloat32(at, true)];
    case 'complex128':
      return [view.getFloat64(at, true), view.getFloat64(at + 8, true)];
    case 'complex64':
      return [view.getFloat32(at, true), view.getFloat32(at + 4, true)];
    case 'bool':
    case 'uint8':
      return [BigInt(view.getUint8(at))];
    case 'int8':
      return [BigInt(view.getInt8(at))];
    case 'int16':
      return [BigInt(view.getInt16(at, true))];
    case 'uint16':
    case 'float16':
      return [BigInt(view.getUint16(at, true))];
    case 'int32':
      return [BigInt(view.getInt32(at, true))];
    case 'uint32':
      return [BigInt(view.getUint32(at, true))];
    case 'uint64':
      return [view.getBigUint64(at, true)];
    default:
      return [view.getBigInt64(at, true)];
  }
}

function scalarText(value: PythonValue): string {
  return JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? `${part}` : part));
}

function differ(path: string, left: PythonValue, right: PythonValue): Comparison {
  return { difference: `${path}: ${describe(left)} and ${describe(right)}`, ulps: 0 };
}

/** A short form for messages. */
export function describe(value: PythonValue): string {
  switch (value.kind) {
    case 'none':
      return 'None';
    case 'bool':
      return value.value ? 'True' : 'False';
    case 'int':
      return value.name === 'int' ? longInteger(value.value) : String(value.value);
    case 'float':
      return String(value.value);
    case 'complex':
      return `(${value.re}${value.im < 0 ? '' : '+'}${value.im}j)`;
    case 'str':
      return JSON.stringify(value.value.length > 60 ? `${value.value.slice(0, 60)}…` : value.value);
    case 'bytes':
      return `${value.data.length} ${value.type}`;
    case 'datetime':
      return `${value.type}[${value.unit}] ${value.value}`;
    case 'array':
      return `an array of ${value.dtype} with shape (${value.shape.join(', ')})`;
    case 'tuple':
      return `a tuple of ${value.items.length}`;
    case 'sequence':
      return `a ${value.type} of ${value.items.length}`;
    case 'typedDict':
      return `a typed.Dict of ${value.entries.length}`;
    case 'randomGenerator':
      return `a Generator(${value.bitGenerator})`;
    case 'opaque':
      return typeof value.detail === 'string' ? value.detail : `a ${value.type}`;
  }
}

function longInteger(value: bigint): string {
  const text = String(value);
  return text.length > 40 ? `${text.slice(0, 20)}… (${text.length} digits)` : text;
}
