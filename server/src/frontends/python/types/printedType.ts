import type { BoundFunction } from '../bind/boundModule';
import { int64, type NumbaType, none, tupleOf } from './numbaType';
import { type Parsed, reading, UnreadableType } from './parsed';
import { readNamed } from './printedNames';
import { TypeReader } from './typeReader';

/** What only the program around a printed type knows. */
export interface PrintedTypeContext {
  readonly functionNamed?: (name: string) => BoundFunction | undefined;
  /** The instances of the jitclass of that name. */
  readonly jitclassNamed?: (name: string) => NumbaType | undefined;
  /** The type of the members of the enum of that name. */
  readonly enumNamed?: (name: string) => NumbaType | undefined;
  /** Field names of a named tuple; the spelling has only its types. */
  readonly fieldsOf?: (namedTuple: string) => readonly string[] | undefined;
}

/** Reads a type as Numba prints it: `array(float64, 2d, C)`, `reflected list(int64)<iv=None>`. */
export function parsePrintedType(text: string, context: PrintedTypeContext = {}): Parsed<NumbaType> {
  return reading(() => {
    const reader = new TypeReader(text);
    const type = readType(reader, context);
    reader.end();
    return type;
  });
}

/** Reads a printed tuple of argument types: `(array(float64, 1d, C), int64)`, `(int64,)`, `()`. */
export function parsePrintedTuple(
  text: string,
  context: PrintedTypeContext = {},
): Parsed<readonly NumbaType[]> {
  return reading(() => {
    const reader = new TypeReader(text);
    reader.expect('(');
    const types = reader.list(')', () => readType(reader, context));
    reader.end();
    return types;
  });
}

/** One type at the reader's place. */
export function readType(reader: TypeReader, context: PrintedTypeContext): NumbaType {
  reader.enter();
  const type = readHead(reader, context);
  reader.leave();
  return type;
}

function readHead(reader: TypeReader, context: PrintedTypeContext): NumbaType {
  const inner = () => readType(reader, context);
  const qualifiers = new Set<string>();
  for (let word = reader.word(qualifierWords); word; word = reader.word(qualifierWords)) qualifiers.add(word);
  const found =
    readArray(reader, inner, qualifiers) ??
    readContainer(reader, inner, qualifiers) ??
    readBracketed(reader, inner) ??
    readLiteral(reader) ??
    readOpaque(reader, inner, context);
  if (found) return found;
  const name = reader.match(/^(\.\.\.|void\*|[A-Za-z_][\w.]*)/)?.[1];
  if (name === undefined) throw reader.unexpected();
  return readNamed(reader, name, inner, context);
}

const qualifierWords = /^(readonly|unaligned|nonconst|reflected|mutable)\s+/;

function readArray(
  reader: TypeReader,
  inner: () => NumbaType,
  qualifiers: ReadonlySet<string>,
): NumbaType | undefined {
  const flags = { readonly: qualifiers.has('readonly'), aligned: !qualifiers.has('unaligned') };
  if (reader.take('array(')) {
    const dtype = inner();
    const shape = reader.match(/^,\s*(\d+)d,\s*([CFA])\)/);
    if (!shape) throw new UnreadableType(`an array is printed as array(float64, 2d, C): ${reader.rest()}`);
    return { kind: 'array', dtype, ndim: Number(shape[1]), layout: shape[2] as 'C' | 'F' | 'A', ...flags };
  }
  if (reader.take('Array(')) {
    const dtype = inner();
    const rest = reader.match(/^,\s*(\d+),\s*'([CFA])'(?:,\s*(True|False))?(?:,\s*aligned=(True|False))?\)/);
    if (!rest) throw new UnreadableType(`an Array is printed as Array(float64, 2, 'C', False, aligned=True)`);
    return {
      kind: 'array',
      dtype,
      ndim: Number(rest[1]),
      layout: rest[2] as 'C' | 'F' | 'A',
      readonly: rest[3] === 'True',
      aligned: rest[4] !== 'False',
    };
  }
  const buffer = reader.match(/^(bytes|bytearray|memoryview)\(uint8, 1d, C\)/)?.[1];
  if (buffer === undefined) return undefined;
  if (buffer === 'bytes') return { kind: 'bytes' };
  return { kind: 'bytes', buffer: buffer as 'bytearray', ...(flags.readonly ? {} : { mutable: true }) };
}

function readContainer(
  reader: TypeReader,
  inner: () => NumbaType,
  qualifiers: ReadonlySet<string>,
): NumbaType | undefined {
  const container = reader.match(/^(list|set|List|Set)\(/)?.[1];
  if (container) {
    const element = inner();
    const flag = reader.match(/^,\s*(?:reflected=)?(True|False)/)?.[1];
    reader.expect(')');
    const initial = reader.initialValue();
    const reflected = qualifiers.has('reflected') || flag === 'True';
    if (container.toLowerCase() === 'set') return { kind: 'set', element, reflected };
    return { kind: 'list', element, reflected, ...(initial !== undefined && { initial }) };
  }
  if (reader.take('ListType[')) {
    const element = inner();
    reader.expect(']');
    return { kind: 'typedList', element };
  }
  if (reader.take('DictType[')) {
    const key = inner();
    reader.expect(',');
    const value = inner();
    reader.expect(']');
    const initial = reader.initialValue();
    return { kind: 'typedDict', key, value, ...(initial !== undefined && { initial }) };
  }
  return undefined;
}

/** Types with one type in parentheses, or a fixed spelling with brackets. */
function readBracketed(reader: TypeReader, inner: () => NumbaType): NumbaType | undefined {
  const wrapper = reader.match(/^(OptionalType|Optional|optional|dtype|DType|class|NumberClass)\(/)?.[1];
  if (wrapper) {
    const of = inner();
    reader.expect(')');
    if (wrapper.toLowerCase().startsWith('optional')) return { kind: 'optional', value: of };
    return { kind: wrapper.toLowerCase() === 'dtype' ? 'dtype' : 'typeClass', of };
  }
  const sequence = reader.match(/^\[(unichr|char) x (\d+)\]/);
  if (sequence) return { kind: 'charseq', unicode: sequence[1] === 'unichr', length: Number(sequence[2]) };
  const slice = reader.match(/^slice<a:b(:c)?>/);
  if (slice) return { kind: 'slice', hasStep: slice[1] !== undefined };
  const omitted = reader.match(/^omitted\(default=/);
  return omitted ? omittedType(reader) : undefined;
}

/** An argument left to its default is typed as the default's value. */
function omittedType(reader: TypeReader): NumbaType {
  const text = reader.upToClosing();
  if (text === 'None') return none;
  if (text === 'True' || text === 'False') return { kind: 'bool' };
  if (/^-?\d+$/.test(text)) return int64;
  if (/^['"]/.test(text)) return { kind: 'unicode' };
  if (/^-?(\d+\.?\d*(e[-+]?\d+)?|inf|nan)$/.test(text)) return { kind: 'float', bits: 64 };
  throw new UnreadableType(`the type of the default ${text} is not known`, true);
}

function readLiteral(reader: TypeReader): NumbaType | undefined {
  const literal = reader.match(/^Literal\[(\w+)\]\(/)?.[1];
  if (!literal) return undefined;
  const text = reader.upToClosing();
  if (literal === 'int') return { kind: 'literal', literal, value: BigInt(text) };
  if (literal === 'bool') return { kind: 'literal', literal, value: text === 'True' };
  if (literal === 'str') return { kind: 'literal', literal, value: text };
  if (literal === 'slice') return { kind: 'slice', hasStep: !text.endsWith('None)'), literal: true };
  throw new UnreadableType(`Jitsight does not analyse Literal[${literal}]`, true);
}

function readOpaque(
  reader: TypeReader,
  inner: () => NumbaType,
  context: PrintedTypeContext,
): NumbaType | undefined {
  const dispatcher = reader.match(
    /^type\(CPUDispatcher\((?:<function )?([\w.<>]+?)(?: at 0x[0-9a-f]+)?>?\)\)/,
  )?.[1];
  if (dispatcher) {
    const fn = context.functionNamed?.(dispatcher);
    if (fn) return { kind: 'dispatcher', function: fn };
    throw new UnreadableType(`there is no function ${dispatcher}`, true);
  }
  if (reader.take('FunctionType[')) {
    const returns = inner();
    reader.expect('(');
    const args = reader.list(')', inner);
    reader.expect(']');
    return { kind: 'functionType', members: [], signature: { args, returns } };
  }
  const jitclass = reader.match(/^instance\.jitclass\.([\w.]+)#[0-9a-f]+</)?.[1];
  if (jitclass) {
    reader.upToClosing('<', '>');
    const instance = context.jitclassNamed?.(jitclass);
    if (instance) return instance;
    throw new UnreadableType(`there is no jitclass ${jitclass}`, true);
  }
  if (reader.take('LiteralList((')) {
    const elements = reader.list(')', inner);
    reader.expect(')');
    return { kind: 'literalList', elements };
  }
  if (reader.take('LiteralStrKey[Dict]({')) {
    const items = reader.list('}', () => {
      const key = reader.match(/^(?:Literal\[str\]\()?(\w+)\)?:\s*/)?.[1];
      if (key === undefined) throw reader.unexpected();
      return { key, value: inner() };
    });
    reader.expect(')');
    return { kind: 'literalDict', items };
  }
  const tuple = reader.match(/^(?:StarArg)?(?:Uni)?Tuple\(/);
  return tuple ? tupleOf(reader.elements(inner)) : undefined;
}
