import type { DataSegment, FunctionIR, LocalIR, ModuleIR, ParameterIR } from './nodes';
import { parseToBrace } from './parse/parseStatement';
import { parseValueType } from './parse/parseValueType';
import { TokenReader, tokenize } from './parse/tokens';
import { usualLocals } from './printer';
import type { ScalarType } from './scalarType';
import { flatten } from './valueType';

/**
 * Reads a module as `printModule` prints it. Source ranges and the source's names of locals are not in the text. Throws
 * with the line where the text is wrong.
 */
export function parseModule(text: string): ModuleIR {
  const tokens = new TokenReader(tokenize(text));
  tokens.expect('module');
  const name = tokens.name();
  tokens.expect('entry');
  const entry = tokens.name();
  const data: DataSegment[] = [];
  while (tokens.at('data')) data.push(parseData(tokens));
  return { name, entry, data, functions: parseRest(tokens) };
}

/** Reads functions alone, as the run-time library is written. */
export function parseFunctions(text: string): FunctionIR[] {
  return parseRest(new TokenReader(tokenize(text)));
}

function parseRest(tokens: TokenReader): FunctionIR[] {
  const functions: FunctionIR[] = [];
  while (tokens.at('func')) functions.push(parseFunction(tokens));
  if (tokens.peek().kind !== 'end') tokens.fail('expected func');
  return functions;
}

function parseData(tokens: TokenReader): DataSegment {
  tokens.expect('data');
  const name = tokens.name();
  tokens.expect('align');
  const align = tokens.integer();
  const hex = tokens.take('string', 'bytes in hexadecimal');
  return { name, align, bytes: Uint8Array.from(Buffer.from(hex, 'hex')) };
}

function parseFunction(tokens: TokenReader): FunctionIR {
  tokens.expect('func');
  const name = tokens.name();
  const params = tokens.list('(', ')', () => parseParameter(tokens));
  tokens.expect('->');
  const result = parseValueType(tokens);
  const alwaysInline = tokens.accept('alwaysInline');
  const fastmath = tokens.accept('fastmath');
  const locals: LocalIR[] = params.flatMap((param) => {
    const types = flatten(param.type);
    return param.locals.map((local, i) => ({ name: local, type: types[i]! }));
  });
  tokens.expect('{');
  while (tokens.at('local') && tokens.peek(1).kind === 'word') {
    tokens.expect('local');
    locals.push(...parseLocals(tokens));
  }
  const types = new Map(locals.map((local) => [local.name, local.type]));
  const body = parseToBrace({ tokens, locals: types });
  return {
    name,
    params,
    result,
    locals,
    body,
    ...(alwaysInline ? { alwaysInline } : {}),
    ...(fastmath ? { fastmath } : {}),
  };
}

function parseParameter(tokens: TokenReader): ParameterIR {
  const name = tokens.name();
  tokens.expect(':');
  const type = parseValueType(tokens);
  const locals = tokens.accept('in')
    ? tokens.list('(', ')', () => tokens.name())
    : usualLocals(name, flatten(type).length);
  if (tokens.peek().kind !== 'string') return { name, type, locals };
  return { name, type, locals, displayType: tokens.next().text };
}

/** `a, b: f64`, after `local`. */
function parseLocals(tokens: TokenReader): LocalIR[] {
  const names = [tokens.name()];
  while (tokens.accept(',')) names.push(tokens.name());
  tokens.expect(':');
  const type = tokens.name() as ScalarType;
  return names.map((name) => ({ name, type }));
}
