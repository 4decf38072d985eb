import { formatHexFloat } from './hexFloat';
import { notATime, type PythonArray, type PythonValue } from './pythonValue';
import { encodeRandomGenerator } from './randomGenerator';

/** The JSON form of a value; with `blobs`, arrays' bytes are put there and `data` says which. */
export function encodeValue(value: PythonValue, blobs?: Uint8Array[]): unknown {
  switch (value.kind) {
    case 'none':
      return { t: 'none' };
    case 'bool':
      return { t: 'bool', v: value.value };
    case 'str':
      return { t: 'str', v: value.value };
    case 'bytes':
      return { t: value.type, v: Buffer.from(value.data).toString('base64') };
    case 'int':
      return { t: value.name, v: value.name === 'int' ? hexInteger(value.value) : String(value.value) };
    case 'float':
      return { t: value.name, v: formatHexFloat(value.value) };
    case 'complex':
      return { t: value.name, v: [formatHexFloat(value.re), formatHexFloat(value.im)] };
    case 'datetime':
      return {
        t: `${value.type}[${value.unit}]`,
        v: value.value === notATime ? 'NaT' : String(value.value),
      };
    case 'array':
      return encodeArray(value, blobs);
    case 'tuple':
      return { t: 'tuple', v: value.items.map((item) => encodeValue(item, blobs)), ...value.named };
    case 'sequence':
      return { t: value.type, v: value.items.map((item) => encodeValue(item, blobs)) };
    case 'typedDict':
      return {
        t: 'typed.Dict',
        v: value.entries.map((entry) => entry.map((part) => encodeValue(part, blobs))),
      };
    case 'randomGenerator':
      return encodeRandomGenerator(value);
    case 'opaque':
      return value.detail === undefined ? { t: value.type } : { t: value.type, v: value.detail };
  }
}

/** Decimal text of a very long integer is refused by Python. */
function hexInteger(value: bigint): string {
  return value < 0n ? `-0x${(-value).toString(16)}` : `0x${value.toString(16)}`;
}

function encodeArray({ dtype, shape, order, strides, readonly, data }: PythonArray, blobs?: Uint8Array[]) {
  return {
    t: 'array',
    dtype,
    shape,
    order,
    ...(order === 'A' ? { strides } : {}),
    ...(readonly ? { readonly } : {}),
    data: blobs ? { blob: blobs.push(data) - 1 } : Buffer.from(data).toString('base64'),
  };
}
