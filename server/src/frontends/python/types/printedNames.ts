import { int32, int64, type NumbaType, tupleOf, uint64 } from './numbaType';
import { UnreadableType } from './parsed';
import type { PrintedTypeContext } from './printedType';
import { isDateUnit } from './typeConstruction';
import { typeNamed } from './typeNamespace';
import type { TypeReader } from './typeReader';

const newest = '999';

/** A type that begins with a name of its own: a scalar, a date, a record, or a named tuple. */
export function readNamed(
  reader: TypeReader,
  name: string,
  inner: () => NumbaType,
  context: PrintedTypeContext,
): NumbaType {
  if (name === '...') return { kind: 'ellipsis' };
  if (name === 'datetime64' || name === 'timedelta64') {
    const unit = reader.match(/^\[(\w*)\]/)?.[1] ?? '';
    if (!isDateUnit(unit)) throw new UnreadableType(`'${unit}' is no unit of ${name}`);
    return { kind: name === 'datetime64' ? 'datetime' : 'timedelta', unit };
  }
  const range = /^range_state_(int32|int64|uint64)$/.exec(name)?.[1];
  if (range) return { kind: 'range', item: range === 'int32' ? int32 : range === 'int64' ? int64 : uint64 };
  if (name === 'NumPyRandomGeneratorType') return { kind: 'randomGenerator' };
  if (name === 'NumPyRandomBitGeneratorType') return { kind: 'bitGenerator' };
  if (name === 'Enum' || name === 'IntEnum') return readEnum(reader, name, inner, context);
  if (name === 'Record' && reader.take('(')) return readRecord(reader, inner);
  if (opaqueNames.test(name)) throw new UnreadableType(`Jitsight does not read the type ${name}(...)`, true);
  if (reader.take('(')) return readNamedTuple(reader, name, inner, context);
  const scalar = scalarNames.test(name) ? typeNamed(name, newest) : undefined;
  if (scalar) return scalar;
  throw new UnreadableType(`Jitsight does not know the type ${name}`, !/^[a-z]\w*$/.test(name));
}

/** Printed with a Python object inside, which a spelling cannot bring back. */
const opaqueNames = /^(Function|BoundFunction|Module|recursive|Generator|Dispatcher|FunctionType|pyarray)$/;

/** Spellings that Numba prints; aliases like `f8` are for signatures. */
const scalarNames =
  /^(u?int(8|16|32|64|p)|float(16|32|64)|complex(64|128)|bool|boolean|none|void|unicode_type|pyobject|undefined)$/;

function readEnum(
  reader: TypeReader,
  kind: string,
  inner: () => NumbaType,
  context: PrintedTypeContext,
): NumbaType {
  reader.expect('<');
  const of = inner();
  const name = reader.match(/^>\(([\w.]+)\)/)?.[1];
  if (name === undefined) throw reader.unexpected();
  const known = context.enumNamed?.(name);
  if (known) return known;
  return { kind: 'enumMember', name, of, ...(kind === 'IntEnum' && { integer: true }) };
}

function readRecord(reader: TypeReader, inner: () => NumbaType): NumbaType {
  const fields: { name: string; type: NumbaType; offset: number }[] = [];
  while (!reader.take(';')) {
    const name = reader.match(/^,?\s*([^[,;()]+)\[type=/)?.[1];
    if (name === undefined) throw reader.unexpected();
    const type = inner();
    const offset = reader.match(/^;offset=(\d+)(?:;title=[^\]]*)?\]/)?.[1];
    if (offset === undefined) throw reader.unexpected();
    fields.push({ name, type, offset: Number(offset) });
  }
  const end = reader.match(/^(\d+);(True|False)\)/);
  if (!end) throw reader.unexpected();
  return { kind: 'record', fields, size: Number(end[1]), aligned: end[2] === 'True' };
}

function readNamedTuple(
  reader: TypeReader,
  name: string,
  inner: () => NumbaType,
  context: PrintedTypeContext,
): NumbaType {
  const fields = context.fieldsOf?.(name);
  if (!fields) {
    reader.upToClosing();
    throw new UnreadableType(`the fields of the named tuple ${name} are not known`, true);
  }
  const elements = reader.elements(inner);
  if (elements.length !== fields.length) {
    throw new UnreadableType(`${name} has ${fields.length} fields, not ${elements.length}`);
  }
  return { ...tupleOf(elements), named: { name, fields } };
}
