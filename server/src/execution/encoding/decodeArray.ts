import { ArgsError } from './argsError';
import { dtypeSize, elementCount, type PythonArray } from './pythonValue';

/** What fits a Wasm memory beside the code that works on it. */
export const largestArrayBytes = 2 ** 30;

/** Reads `{"t":"array","dtype","shape","order","data"}`; see decodeValue. */
export function decodeArray(
  fields: Readonly<Record<string, unknown>>,
  path: string,
  blobs: readonly Uint8Array[],
): PythonArray {
  const dtype = String(fields.dtype);
  const shape = extents(fields.shape, `${path}.shape`);
  const order = fields.order ?? 'C';
  if (order !== 'C' && order !== 'F' && order !== 'A') {
    throw new ArgsError(`${path}.order`, `"${String(order)}" is no layout`, 'Write "C", "F" or "A".');
  }
  const itemSize = dtypeSize(dtype);
  const data = bytesOf(fields.data, `${path}.data`, blobs);
  if (itemSize === undefined) return { kind: 'array', dtype, shape, order, readonly: false, data };
  checkSize(shape, dtype, itemSize, path, data);
  const strides = order === 'A' ? stridesOf(fields.strides, shape, `${path}.strides`) : undefined;
  return { kind: 'array', dtype, shape, order, strides, readonly: fields.readonly === true, data };
}

function checkSize(
  shape: readonly number[],
  dtype: string,
  itemSize: number,
  path: string,
  data: Uint8Array,
): void {
  const bytes = elementCount(shape) * itemSize;
  if (bytes > largestArrayBytes) {
    throw new ArgsError(
      `${path}.shape`,
      `an array of ${shape.join(' × ')} ${dtype} takes ${gibibytes(bytes)}`,
      `Compiled code has ${gibibytes(largestArrayBytes)} for one array: make it smaller.`,
    );
  }
  if (bytes !== data.length) {
    throw new ArgsError(
      `${path}.data`,
      `${data.length} bytes for ${shape.join(' × ') || 'one'} ${dtype}, which take ${bytes}`,
      'Give base64 of all elements in C order, little-endian: base64.b64encode(a.tobytes()).',
    );
  }
}

function extents(shape: unknown, path: string): number[] {
  const numbers = Array.isArray(shape) ? shape.map(Number) : [Number.NaN];
  if (numbers.every((extent) => Number.isSafeInteger(extent) && extent >= 0)) return numbers;
  throw new ArgsError(path, `${JSON.stringify(shape, plain)} is no shape`, 'Write lengths, [3, 4].');
}

function stridesOf(strides: unknown, shape: readonly number[], path: string): number[] {
  const numbers = Array.isArray(strides) ? strides.map(Number) : [];
  const reach = numbers.reduce((sum, stride, axis) => sum + Math.abs(stride) * (shape[axis] ?? 0), 0);
  if (numbers.length !== shape.length || !numbers.every(Number.isSafeInteger)) {
    throw new ArgsError(path, 'not one stride per axis', 'An array of order A needs its strides in bytes.');
  }
  if (reach > 4 * largestArrayBytes) {
    throw new ArgsError(
      path,
      `the strides span ${gibibytes(reach)}`,
      'Copy the array to make it contiguous.',
    );
  }
  return numbers;
}

function bytesOf(data: unknown, path: string, blobs: readonly Uint8Array[]): Uint8Array {
  if (typeof data === 'object' && data !== null && 'blob' in data) {
    const blob = blobs[Number(data.blob)];
    if (blob) return blob;
  }
  if (typeof data === 'string' && /^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(data)) {
    return new Uint8Array(Buffer.from(data, 'base64'));
  }
  throw new ArgsError(
    path,
    'not base64',
    'Give the elements in C order, little-endian: base64.b64encode(a.tobytes()).decode().',
  );
}

const plain = (_: string, value: unknown) => (typeof value === 'bigint' ? Number(value) : value);

function gibibytes(bytes: number): string {
  return `${(bytes / 2 ** 30).toLocaleString('en', { maximumSignificantDigits: 3 })} GiB`;
}
