import { type MathFunction, mathArity } from '../mathFunctions';
import type { Address, BinaryOperator, Expression, RaisedError, UnaryOperator } from '../nodes';
import type { ScalarType } from '../scalarType';
import { simdInstructions, type VectorLoad, vectorLoads } from '../simd';
import { binaryWords, comparePrecedence, infixOperators, scalarTypes, unaryWords } from '../text';
import { parseNumber } from './parseNumber';
import type { TokenReader } from './tokens';

const infix = new Map(infixOperators.map((operator) => [operator.text, operator]));

/** What expressions are read with: the tokens and the types of the function's locals. */
export interface ExpressionReader {
  readonly tokens: TokenReader;
  readonly locals: ReadonlyMap<string, ScalarType>;
}

export function parseExpression(reader: ExpressionReader): Expression {
  const condition = parseInfix(reader, 0);
  if (!reader.tokens.accept('?')) return condition;
  const whenTrue = parseInfix(reader, 0);
  reader.tokens.expect(':');
  const whenFalse = parseExpression(reader);
  return { op: 'select', type: whenTrue.type, condition, whenTrue, whenFalse };
}

export function parseArguments(reader: ExpressionReader): Expression[] {
  return reader.tokens.list('(', ')', () => parseExpression(reader));
}

function parseInfix(reader: ExpressionReader, precedence: number): Expression {
  const { tokens } = reader;
  let left = parseUnary(reader);
  for (;;) {
    const token = tokens.peek();
    const operator = token.kind === 'sign' ? infix.get(token.text) : undefined;
    if (!operator || operator.precedence < precedence) return left;
    tokens.next();
    const right = parseInfix(reader, operator.precedence + 1);
    const { op } = operator;
    left =
      operator.precedence === comparePrecedence
        ? ({ op, type: 'bool', left, right } as Expression)
        : ({ op, type: left.type, left, right } as Expression);
  }
}

function parseUnary(reader: ExpressionReader): Expression {
  const { tokens } = reader;
  if (tokens.at('-')) {
    const { kind, text } = tokens.peek(1);
    const constant = kind === 'number' || (kind === 'word' && /^(inf|nan)(\.f32)?$/.test(text));
    tokens.next();
    if (constant) return parseNumber(`-${tokens.next().text}`, tokens);
    return unary('neg', parseUnary(reader));
  }
  if (tokens.accept('!') || tokens.accept('~')) return unary('not', parseUnary(reader));
  return parsePrimary(reader);
}

function unary(op: UnaryOperator, value: Expression): Expression {
  return { op, type: value.type, value };
}

function parsePrimary(reader: ExpressionReader): Expression {
  const { tokens } = reader;
  const { kind, text, quoted } = tokens.peek();
  if (kind === 'number') return parseNumber(tokens.next().text, tokens);
  if (tokens.accept('(')) {
    const inner = parseExpression(reader);
    tokens.expect(')');
    return inner;
  }
  if (tokens.accept('&')) return { op: 'dataAddress', type: 'ptr', segment: tokens.name() };
  if (kind !== 'word') tokens.fail('expected an expression');
  return (quoted ? undefined : parseWord(text, reader)) ?? parseLocal(reader);
}

function parseLocal({ tokens, locals }: ExpressionReader): Expression {
  const name = tokens.peek().text;
  const type = locals.get(name);
  if (!type) return tokens.fail('expected a local');
  tokens.next();
  return { op: 'local', type, name };
}

/** An expression that starts with a word of the language, if this is one: a name is never followed by a bracket. */
function parseWord(word: string, reader: ExpressionReader): Expression | undefined {
  const { tokens } = reader;
  if (/^(true|false|inf|nan|inf\.f32|nan\.f32)$/.test(word)) return parseNumber(tokens.next().text, tokens);
  if (word === 'call' || word === 'reinterpret') return parseForm(word, reader);
  if (!tokens.at('(', 1) && !tokens.at('[', 1)) return undefined;
  if ((scalarTypes as readonly string[]).includes(word)) {
    tokens.next();
    return parseTyped(word as ScalarType, reader);
  }
  if ((unaryWords as readonly string[]).includes(word)) {
    tokens.next();
    return unary(word as UnaryOperator, parseArguments(reader)[0]!);
  }
  if ((binaryWords as readonly string[]).includes(word)) {
    tokens.next();
    const [left, right] = parseArguments(reader);
    return { op: word as BinaryOperator, type: left!.type, left: left!, right: right! };
  }
  if (Object.hasOwn(mathArity, word)) {
    tokens.next();
    const args = parseArguments(reader);
    return { op: 'math', type: args[0]!.type as 'f64', function: word as MathFunction, args };
  }
  const instruction = simdInstructions.get(word);
  if (instruction) return parseSimd(word, instruction.immediates, reader);
  const form = word.startsWith('v128.') ? word.slice('v128.'.length) : '';
  if (Object.hasOwn(vectorLoads, form)) {
    tokens.next();
    return { op: 'load', type: 'v128', address: parseAddress(reader), form: form as VectorLoad };
  }
  return parseForm(word, reader);
}

/** `f64x2.add(a, b)`; lane numbers come first. */
function parseSimd(instruction: string, immediates: number, reader: ExpressionReader): Expression {
  const { tokens } = reader;
  tokens.next();
  tokens.expect('(');
  const lanes: number[] = [];
  while (lanes.length < immediates) {
    lanes.push(tokens.integer());
    tokens.expect(',');
  }
  const args = [parseExpression(reader)];
  while (tokens.accept(',')) args.push(parseExpression(reader));
  tokens.expect(')');
  const type = simdInstructions.get(instruction)!.result;
  const node = { op: 'simd', type, instruction, args } as const;
  return immediates > 0 ? { ...node, lanes } : node;
}

function parseForm(word: string, reader: ExpressionReader): Expression | undefined {
  const { tokens } = reader;
  switch (word) {
    case 'reinterpret': {
      tokens.next();
      const type = tokens.name() as ScalarType;
      return { op: 'reinterpret', type, value: parseArguments(reader)[0]! };
    }
    case 'call': {
      tokens.next();
      const type = tokens.name() as ScalarType;
      return { op: 'call', type, callee: tokens.name(), args: parseArguments(reader) };
    }
    case 'wrapIndex': {
      tokens.next();
      const [index, length] = parseArguments(reader);
      return { op: 'wrapIndex', type: 'i64', index: index!, length: length! };
    }
    case 'checkIndex': {
      tokens.next();
      tokens.expect('(');
      const index = parseExpression(reader);
      tokens.expect(',');
      const length = parseExpression(reader);
      tokens.expect(',');
      const optional = tokens.accept('optional');
      const { error } = parseError(reader);
      tokens.expect(')');
      return { op: 'checkIndex', type: 'i64', index, length, error, optional };
    }
    default:
      return undefined;
  }
}

/** What follows a scalar type: a conversion in parentheses or a load in brackets. */
function parseTyped(type: ScalarType, reader: ExpressionReader): Expression {
  if (reader.tokens.at('[')) return { op: 'load', type, address: parseAddress(reader) };
  return { op: 'convert', type, value: parseArguments(reader)[0]! };
}

/** `[base + index * scale + offset]`. */
export function parseAddress(reader: ExpressionReader): Address {
  const { tokens } = reader;
  tokens.expect('[');
  const base = parseUnary(reader);
  let address: Address = { base };
  const isOffset = () => tokens.peek(1).kind === 'number' && tokens.at(']', 2);
  if (tokens.at('+') && !isOffset()) {
    tokens.next();
    const index = parseUnary(reader);
    tokens.expect('*');
    address = { base, index, scale: tokens.integer() };
  }
  if (tokens.at('+') || tokens.at('-')) {
    const sign = tokens.next().text === '-' ? -1 : 1;
    const offset = sign * tokens.integer();
    if (offset !== 0) address = { ...address, offset };
  }
  tokens.expect(']');
  return address;
}

/** `Name("message", args)`. */
export function parseError(reader: ExpressionReader): { error: RaisedError; args: Expression[] } {
  const { tokens } = reader;
  const name = tokens.name();
  tokens.expect('(');
  const message = tokens.take('string', 'a message');
  const args: Expression[] = [];
  while (tokens.accept(',')) args.push(parseExpression(reader));
  tokens.expect(')');
  return { error: { name, message }, args };
}
