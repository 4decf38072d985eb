import type { PrintPiece, Statement } from '../nodes';
import { scalarTypes } from '../text';
import {
  type ExpressionReader,
  parseAddress,
  parseArguments,
  parseError,
  parseExpression,
} from './parseExpression';
import { parseValueType } from './parseValueType';

function parseBody(reader: ExpressionReader): Statement[] {
  reader.tokens.expect('{');
  return parseToBrace(reader);
}

/** Statements up to the `}` that ends them. */
export function parseToBrace(reader: ExpressionReader): Statement[] {
  const { tokens } = reader;
  const body: Statement[] = [];
  while (!tokens.at('}')) body.push(parseStatement(reader));
  tokens.expect('}');
  return body;
}

function parseStatement(reader: ExpressionReader): Statement {
  const { tokens } = reader;
  const { kind, text, quoted } = tokens.peek();
  if (kind !== 'word') tokens.fail('expected a statement');
  const statement = quoted ? undefined : parseWordStatement(text, reader);
  if (statement) return statement;
  const names = [tokens.name()];
  while (tokens.accept(',')) names.push(tokens.name());
  if (names.length === 1 && tokens.accept('=')) {
    return { op: 'set', local: names[0]!, value: parseExpression(reader) };
  }
  tokens.expect('<-');
  return parseCall(names, reader);
}

function parseWordStatement(word: string, reader: ExpressionReader): Statement | undefined {
  const { tokens } = reader;
  const partial = /^v128\.low([48])$/.exec(word);
  if (tokens.at('[', 1) && (partial || (scalarTypes as readonly string[]).includes(word))) {
    tokens.next();
    const address = parseAddress(reader);
    tokens.expect('=');
    const store = { op: 'store', address, value: parseExpression(reader) } as const;
    return partial ? { ...store, lowBytes: Number(partial[1]) as 4 | 8 } : store;
  }
  if (tokens.at('=', 1) || tokens.at(',', 1) || tokens.at('<-', 1)) return undefined;
  const parse = statements[word];
  if (!parse) return undefined;
  if (word !== 'call') tokens.next();
  return parse(reader);
}

const statements: Readonly<Record<string, (reader: ExpressionReader) => Statement>> = {
  eval: (reader) => ({ op: 'evaluate', value: parseExpression(reader) }),
  call: (reader) => parseCall([], reader),
  if: (reader) => {
    const condition = parseExpression(reader);
    const whenTrue = parseBody(reader);
    const whenFalse = reader.tokens.accept('else') ? parseBody(reader) : [];
    return { op: 'if', condition, whenTrue, whenFalse };
  },
  loop: (reader) => ({ op: 'loop', label: reader.tokens.name(), body: parseBody(reader) }),
  block: (reader) => ({ op: 'block', label: reader.tokens.name(), body: parseBody(reader) }),
  for: parseFor,
  break: ({ tokens }) => ({ op: 'break', label: tokens.name() }),
  continue: ({ tokens }) => ({ op: 'continue', label: tokens.name() }),
  return: (reader) => ({ op: 'return', values: restOfLine(reader, () => parseExpression(reader)) }),
  raise: (reader) => {
    const { error, args } = parseError(reader);
    return args.length > 0 ? { op: 'raise', error, args } : { op: 'raise', error };
  },
  try: (reader) => {
    const body = parseBody(reader);
    reader.tokens.expect('catch');
    return { op: 'try', body, handler: parseBody(reader) };
  },
  print: (reader) => ({ op: 'print', pieces: restOfLine(reader, () => parsePiece(reader)) }),
  memoryCopy: (reader) => {
    const [target, source, size] = parseArguments(reader);
    return { op: 'memoryCopy', target: target!, source: source!, size: size! };
  },
  memoryFill: (reader) => {
    const [target, byte, size] = parseArguments(reader);
    return { op: 'memoryFill', target: target!, byte: byte!, size: size! };
  },
};

function parseCall(results: string[], reader: ExpressionReader): Statement {
  reader.tokens.expect('call');
  const callee = reader.tokens.name();
  return { op: 'callMany', callee, args: parseArguments(reader), results };
}

function parseFor(reader: ExpressionReader): Statement {
  const { tokens } = reader;
  const label = tokens.name();
  const index = tokens.name();
  tokens.expect('=');
  const start = parseExpression(reader);
  tokens.expect('to');
  const stop = parseExpression(reader);
  tokens.expect('step');
  const step = parseExpression(reader);
  const parallel = tokens.accept('parallel');
  const body = parseBody(reader);
  return { op: 'for', label, index, start, stop, step, body, ...(parallel ? { parallel } : {}) };
}

function parsePiece(reader: ExpressionReader): string | PrintPiece {
  const { tokens } = reader;
  if (tokens.peek().kind === 'string') return tokens.next().text;
  const type = parseValueType(tokens);
  const displayType = tokens.take('string', 'the name of a type');
  return { type, displayType, parts: parseArguments(reader) };
}

/** Items separated by commas, none if the line ends here. */
function restOfLine<T>({ tokens }: ExpressionReader, item: () => T): T[] {
  const items: T[] = [];
  if (tokens.peek().startsLine || tokens.at('}')) return items;
  do items.push(item());
  while (tokens.accept(','));
  return items;
}
