import { ArgsError } from './argsError';
import { decodeArray } from './decodeArray';
import { parseFloatText } from './hexFloat';
import { decodeRandomGenerator } from './randomGenerator';
import { integerRange, notATime, type PythonValue, pythonInt } from './pythonValue';

/** Binary parts that travel beside the JSON, where a value's `data` is `{"blob": index}`. */
export type Blobs = readonly Uint8Array[];

type Fields = Readonly<Record<string, unknown>>;
type Decoder = (fields: Fields, path: string, blobs: Blobs) => PythonValue;

/**
 * Reads one encoded value, or a plain JSON value as the Python literal it looks like (a list is a list). Throws
 * ArgsError, which names the place and says what to write.
 */
export function decodeValue(json: unknown, path: string, blobs: Blobs = []): PythonValue {
  if (json === null) return { kind: 'none' };
  if (typeof json === 'boolean') return { kind: 'bool', value: json };
  if (typeof json === 'bigint') return pythonInt(json);
  if (typeof json === 'number') return { kind: 'float', name: 'float64', value: json };
  if (typeof json === 'string') return { kind: 'str', value: json };
  if (Array.isArray(json)) return { kind: 'sequence', type: 'list', items: decodeItems(json, path, blobs) };
  const fields = json as Fields;
  if (typeof fields.t !== 'string') {
    throw new ArgsError(
      path,
      'an object without "t"',
      'Write an encoded value such as {"t":"float64","v":"0x1.8p+0"}, or a plain number, string, list or null.',
    );
  }
  const decode = decoders[fields.t] ?? decoderByPattern(fields.t);
  if (!decode) {
    throw new ArgsError(
      path,
      `unknown type "${fields.t}"`,
      `"t" is one of ${Object.keys(decoders).join(', ')}, datetime64[UNIT], timedelta64[UNIT].`,
    );
  }
  return decode(fields, path, blobs);
}

function decodeItems(json: unknown, path: string, blobs: Blobs): PythonValue[] {
  if (!Array.isArray(json)) throw new ArgsError(path, 'not an array', 'Give the items as a JSON array.');
  return json.map((item, i) => decodeValue(item, `${path}[${i}]`, blobs));
}

const decodeInt: Decoder = ({ t, v }, path) => {
  const text = typeof v === 'bigint' || typeof v === 'string' ? String(v).trim() : '';
  const hex = t === 'int' && /^(-?)(0x[0-9a-f]+)$/.exec(text);
  if (hex) return pythonInt(hex[1] ? -BigInt(hex[2]!) : BigInt(hex[2]!));
  if (!/^[+-]?\d+$/.test(text)) {
    throw new ArgsError(
      `${path}.v`,
      `${show(v)} is not an integer`,
      `Write its digits as a string: {"t":"${t}","v":"123"}.`,
    );
  }
  const value = BigInt(text);
  const range = integerRange(t as string);
  if (t === 'int') return pythonInt(value);
  if (range && (value < range[0] || value > range[1])) {
    // CPython's own ints outgrow the type that Numba would give them; that is for the comparison to say.
    if (t === 'int64') return pythonInt(value);
    throw new ArgsError(`${path}.v`, `${text} does not fit ${t}`, `Use ${range[0]} to ${range[1]}.`);
  }
  return { kind: 'int', name: t as string, value };
};

const decodeFloat: Decoder = ({ t, v }, path) => ({
  kind: 'float',
  name: t as 'float64',
  value: floatOf(v, `${path}.v`, t as string),
});

function floatOf(v: unknown, path: string, t: string): number {
  const value =
    typeof v === 'string'
      ? parseFloatText(v)
      : typeof v === 'number' || typeof v === 'bigint'
        ? Number(v)
        : undefined;
  if (value !== undefined) return t === 'float32' || t === 'complex64' ? Math.fround(value) : value;
  throw new ArgsError(
    path,
    `${show(v)} is not a float`,
    'Write it as Python\'s float.hex does, "0x1.8p+0", as decimal text, "1.5", or "nan", "inf", "-inf".',
  );
}

const decodeComplex: Decoder = ({ t, v }, path) => {
  if (!Array.isArray(v) || v.length !== 2) {
    throw new ArgsError(`${path}.v`, 'not a pair', `Write {"t":"${t}","v":["0x1.0p+0","0x0.0p+0"]}.`);
  }
  const [re, im] = v.map((part, i) => floatOf(part, `${path}.v[${i}]`, t as string));
  return { kind: 'complex', name: t as 'complex128', re: re!, im: im! };
};

const decodeBool: Decoder = ({ v }, path) => {
  if (typeof v !== 'boolean')
    throw new ArgsError(`${path}.v`, `${show(v)} is not a bool`, 'Write true or false.');
  return { kind: 'bool', value: v };
};

const decodeStr: Decoder = ({ v }, path) => {
  if (typeof v !== 'string') throw new ArgsError(`${path}.v`, `${show(v)} is not a string`, 'Write "text".');
  return { kind: 'str', value: v };
};

const decodeTuple: Decoder = ({ v, name, fields }, path, blobs) => {
  const items = decodeItems(v, `${path}.v`, blobs);
  if (name === undefined) return { kind: 'tuple', items };
  if (!Array.isArray(fields) || fields.length !== items.length) {
    throw new ArgsError(`${path}.fields`, 'not one name per item', 'Name every field of the namedtuple.');
  }
  return { kind: 'tuple', items, named: { name: String(name), fields: fields.map(String) } };
};

const decodeSequence: Decoder = ({ t, v }, path, blobs) => ({
  kind: 'sequence',
  type: t as 'list',
  items: decodeItems(v, `${path}.v`, blobs),
});

const decodeDict: Decoder = ({ v }, path, blobs) => {
  const pairs = Array.isArray(v) ? v : [undefined];
  const entries = pairs.map((pair, i) => {
    const [key, value, ...rest] = decodeItems(pair, `${path}.v[${i}]`, blobs);
    if (!key || !value || rest.length > 0) {
      throw new ArgsError(`${path}.v[${i}]`, 'not a pair', 'Write entries as [key, value].');
    }
    return [key, value] as const;
  });
  return { kind: 'typedDict', entries };
};

const decodeDatetime: Decoder = ({ t, v }, path) => {
  const [, type, unit = ''] = /^(datetime64|timedelta64)(?:\[(\w*)\])?$/.exec(t as string)!;
  const text = String(v);
  if (text !== 'NaT' && !/^[+-]?\d+$/.test(text)) {
    throw new ArgsError(
      `${path}.v`,
      `${show(v)} is not a count of units`,
      'Write the integer NumPy stores, "18262", or "NaT".',
    );
  }
  return {
    kind: 'datetime',
    type: type as 'datetime64',
    unit,
    value: text === 'NaT' ? notATime : BigInt.asIntN(64, BigInt(text)),
  };
};

const decodeBytes: Decoder = ({ t, v }, path) => {
  if (typeof v !== 'string') throw new ArgsError(`${path}.v`, 'not base64', 'Write base64.b64encode(b).');
  return { kind: 'bytes', type: t as 'bytes', data: new Uint8Array(Buffer.from(v, 'base64')) };
};

const decodeOpaque: Decoder = ({ t, v }) => ({ kind: 'opaque', type: t as string, detail: v });

const decoders: Readonly<Record<string, Decoder>> = {
  none: () => ({ kind: 'none' }),
  bool: decodeBool,
  ...Object.fromEntries(
    ['int8', 'int16', 'int32', 'int64', 'uint8', 'uint16', 'uint32', 'uint64', 'int'].map((t) => [
      t,
      decodeInt,
    ]),
  ),
  float16: decodeFloat,
  float32: decodeFloat,
  float64: decodeFloat,
  complex64: decodeComplex,
  complex128: decodeComplex,
  str: decodeStr,
  tuple: decodeTuple,
  namedtuple: decodeTuple,
  list: decodeSequence,
  set: decodeSequence,
  'typed.List': decodeSequence,
  generator: decodeSequence,
  'typed.Dict': decodeDict,
  array: decodeArray,
  Generator: ({ v }, path) => decodeRandomGenerator(v, path),
  bytes: decodeBytes,
  bytearray: decodeBytes,
  memoryview: decodeBytes,
  ...Object.fromEntries(
    ['function', 'class', 'object', 'enum', 'dtype', 'jitclass', 'slice', 'dict', 'module'].map((t) => [
      t,
      decodeOpaque,
    ]),
  ),
};

function decoderByPattern(t: string): Decoder | undefined {
  return /^(datetime|timedelta)64(\[\w*\])?$/.test(t) ? decodeDatetime : undefined;
}

function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = typeof value === 'bigint' ? String(value) : JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
