import type { ScalarType } from '../scalarType';
import { scalarTypes } from '../text';
import type { RecordField, ValueType } from '../valueType';
import type { TokenReader } from './tokens';

/** A type of whole values: see `printValueType`. */
export function parseValueType(tokens: TokenReader): ValueType {
  const kind = tokens.name();
  switch (kind) {
    case 'none':
    case 'string':
      return { kind };
    case 'complex':
      return { kind, part: one(tokens, () => tokens.name()) as 'f32' | 'f64' };
    case 'tuple':
      return { kind, elements: tokens.list('(', ')', () => parseValueType(tokens)) };
    case 'optional':
      return { kind, value: one(tokens, () => parseValueType(tokens)) };
    case 'list':
    case 'set':
      return { kind, element: one(tokens, () => parseValueType(tokens)) };
    case 'dict': {
      const [key, value] = tokens.list('(', ')', () => parseValueType(tokens));
      return { kind, key: key!, value: value! };
    }
    case 'array': {
      tokens.expect('(');
      const element = parseValueType(tokens);
      tokens.expect(',');
      const ndim = tokens.integer();
      tokens.expect(')');
      return { kind, element, ndim };
    }
    case 'record':
      return parseRecord(tokens);
    default:
      if (!(scalarTypes as readonly string[]).includes(kind)) tokens.fail(`no type: ${kind}`);
      return { kind: 'scalar', scalar: kind as ScalarType };
  }
}

function one<T>(tokens: TokenReader, item: () => T): T {
  tokens.expect('(');
  const value = item();
  tokens.expect(')');
  return value;
}

function parseRecord(tokens: TokenReader): ValueType {
  tokens.expect('(');
  const size = tokens.integer();
  const fields: RecordField[] = [];
  while (tokens.accept(',')) {
    fields.push({ name: tokens.name(), offset: tokens.integer(), type: parseValueType(tokens) });
  }
  tokens.expect(')');
  return { kind: 'record', size, fields };
}
