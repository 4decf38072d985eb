import { type DateUnit, literalInt, type NumbaType, tupleOf } from './numbaType';
import { UnreadableType } from './parsed';
import type { TypeValue } from './typeExpression';

type Keywords = ReadonlyMap<string, TypeValue>;

/** Calls one of `numba.types`' constructors: `UniTuple(float64, 3)`. Throws UnreadableType. */
export function constructType(name: string, args: readonly TypeValue[], keywords: Keywords): NumbaType {
  const given = new Arguments(name, args, keywords);
  switch (name) {
    case 'Array':
      return arrayType(given);
    case 'Tuple':
      return tupleOf(given.types(0, 'types'));
    case 'UniTuple': {
      const element = given.type(0, 'dtype');
      return tupleOf(Array.from({ length: given.count(1, 'count') }, () => element));
    }
    case 'List':
      return { kind: 'list', element: given.type(0, 'dtype'), reflected: given.flag(1, 'reflected', false) };
    case 'Set':
      return { kind: 'set', element: given.type(0, 'dtype'), reflected: given.flag(1, 'reflected', false) };
    case 'ListType':
      return { kind: 'typedList', element: given.type(0, 'itemty') };
    case 'DictType':
      return { kind: 'typedDict', key: given.type(0, 'keyty'), value: given.type(1, 'valty') };
    case 'Optional':
    case 'optional':
      return { kind: 'optional', value: given.type(0, 'ty') };
    case 'NPDatetime':
      return { kind: 'datetime', unit: given.unit() };
    case 'NPTimedelta':
      return { kind: 'timedelta', unit: given.unit() };
    case 'UnicodeCharSeq':
    case 'CharSeq':
      return { kind: 'charseq', unicode: name === 'UnicodeCharSeq', length: given.count(0, 'count') };
    case 'Bytes':
      return { kind: 'bytes' };
    case 'DType':
      return { kind: 'dtype', of: given.type(0, 'dtype') };
    case 'NumberClass':
      return { kind: 'typeClass', of: given.type(0, 'instance_type') };
    case 'LiteralList':
      return { kind: 'literalList', elements: given.types(0, 'literal_value') };
    default:
      return literalType(name, given);
  }
}

function literalType(name: string, given: Arguments): NumbaType {
  const value = given.constant(0, 'value');
  if (name === 'Omitted') throw new UnreadableType('an omitted argument has no type of its own', true);
  if (typeof value === 'boolean') return { kind: 'literal', literal: 'bool', value };
  if (typeof value === 'number') return literalInt(BigInt(value));
  if (typeof value === 'string') return { kind: 'literal', literal: 'str', value };
  throw new UnreadableType(`${name} takes an int, a bool or a str`);
}

function arrayType(given: Arguments): NumbaType {
  const layout = given.constant(2, 'layout');
  if (layout !== 'C' && layout !== 'F' && layout !== 'A') {
    throw new UnreadableType(`the layout of an Array is 'C', 'F' or 'A', not '${layout}'`);
  }
  return {
    kind: 'array',
    dtype: given.type(0, 'dtype'),
    ndim: given.count(1, 'ndim'),
    layout,
    readonly: given.flag(3, 'readonly', false),
    aligned: given.flag(5, 'aligned', true),
  };
}

const units: ReadonlySet<string> = new Set(['', ...'Y M W D h m s ms us ns ps fs as'.split(' ')]);

export function isDateUnit(text: string): text is DateUnit {
  return units.has(text);
}

/** Arguments of one constructor by position or keyword. */
class Arguments {
  constructor(
    private readonly name: string,
    private readonly args: readonly TypeValue[],
    private readonly keywords: Keywords,
  ) {}

  private find(index: number, keyword: string): TypeValue | undefined {
    return this.args[index] ?? this.keywords.get(keyword);
  }

  private need(index: number, keyword: string): TypeValue {
    const value = this.find(index, keyword);
    if (!value) throw new UnreadableType(`${this.name} needs its argument '${keyword}'`);
    return value;
  }

  type(index: number, keyword: string): NumbaType {
    const value = this.need(index, keyword);
    if (value.kind !== 'type') throw new UnreadableType(`${this.name}: '${keyword}' must be a type`);
    return value.type;
  }

  types(index: number, keyword: string): NumbaType[] {
    const value = this.need(index, keyword);
    if (value.kind !== 'sequence' || this.args.length > 1) {
      throw new UnreadableType(`${this.name} takes its types as one tuple: ${this.name}((int64, float64))`);
    }
    return value.elements.map((element) => {
      if (element.kind !== 'type') throw new UnreadableType(`${this.name} takes types only`);
      return element.type;
    });
  }

  constant(index: number, keyword: string): string | number | boolean | null {
    const value = this.need(index, keyword);
    if (value.kind !== 'constant') throw new UnreadableType(`${this.name}: '${keyword}' must be a constant`);
    return value.value;
  }

  count(index: number, keyword: string): number {
    const value = this.constant(index, keyword);
    const isCount = typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 1000;
    if (!isCount) throw new UnreadableType(`${this.name}: '${keyword}' must be a small number`);
    return value;
  }

  flag(index: number, keyword: string, otherwise: boolean): boolean {
    return this.find(index, keyword) === undefined ? otherwise : this.constant(index, keyword) === true;
  }

  unit(): DateUnit {
    const unit = this.constant(0, 'unit');
    if (typeof unit === 'string' && isDateUnit(unit)) return unit;
    throw new UnreadableType(
      `${this.name}: '${unit}' is no unit; the units are Y M W D h m s ms us ns ps fs as`,
    );
  }
}
