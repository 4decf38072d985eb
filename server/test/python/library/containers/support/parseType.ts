import {
  arrayOf,
  boolean,
  complex64,
  complex128,
  float32,
  float64,
  int8,
  int16,
  int32,
  int64,
  type NumbaType,
  none,
  uint8,
  uint16,
  uint32,
  uint64,
  undefinedType,
  unicode,
} from '../../../../../src/frontends/python/types/numbaType';

const atoms: Readonly<Record<string, NumbaType>> = {
  int8,
  int16,
  int32,
  int64,
  uint8,
  uint16,
  uint32,
  uint64,
  float32,
  float64,
  complex64,
  complex128,
  bool: boolean,
  none,
  undefined: undefinedType,
  unicode_type: unicode,
};

/** Reads Numba's spelling of the types that the recorded tables use as arguments; undefined for others. */
export function parseType(text: string): NumbaType | undefined {
  const reader = new Reader(text);
  const type = reader.type();
  return type && reader.atEnd() ? type : undefined;
}

class Reader {
  private at = 0;
  constructor(private readonly text: string) {}

  atEnd(): boolean {
    return this.at === this.text.length;
  }

  type(): NumbaType | undefined {
    const literal = this.match(/^Literal\[(int|bool|str)\]\(([^)]*)\)/);
    if (literal) return literalType(literal[1]!, literal[2]!);
    const array = this.match(/^(readonly )?array\(/);
    if (array) return this.array(array[1] !== undefined);
    const uniform = this.match(/^UniTuple\(/);
    if (uniform) {
      const element = this.type();
      const count = this.match(/^ x (\d+)\)/);
      return element && count
        ? { kind: 'tuple', elements: Array(Number(count[1])).fill(element) }
        : undefined;
    }
    if (this.match(/^Tuple\(/)) return tupleOrUndefined(this.listUntil(')'));
    if (this.match(/^\(/)) return tupleOrUndefined(this.listUntil(')'));
    const list = this.match(/^(reflected )?list\(/);
    if (list) return this.container((element) => ({ kind: 'list', element, reflected: !!list[1] }), true);
    const set = this.match(/^(reflected )?set\(/);
    if (set) return this.container((element) => ({ kind: 'set', element, reflected: !!set[1] }));
    if (this.match(/^ListType\[/)) return this.bracketed((element) => ({ kind: 'typedList', element }));
    if (this.match(/^OptionalType\(/)) return this.container((value) => ({ kind: 'optional', value }));
    if (this.match(/^slice<a:b>/)) return { kind: 'slice', hasStep: false };
    if (this.match(/^slice<a:b:c>/)) return { kind: 'slice', hasStep: true };
    if (this.match(/^DictType\[/)) return this.dictionary();
    const dtype = this.match(/^(dtype|class)\(/);
    if (dtype) {
      return this.container((of) => ({ kind: dtype[1] === 'dtype' ? 'dtype' : 'typeClass', of }));
    }
    const time = this.match(/^(datetime|timedelta)64\[(\w*)\]/);
    if (time) return { kind: time[1] as 'datetime', unit: time[2] as 'D' };
    const name = this.match(/^\w+/);
    return name ? atoms[name[0]] : undefined;
  }

  private array(readonly: boolean): NumbaType | undefined {
    const dtype = this.type();
    const rest = this.match(/^, (\d+)d, ([CFA])\)/);
    if (!dtype || !rest) return undefined;
    const layout = rest[2] as 'C' | 'F' | 'A';
    return { ...arrayOf(dtype, Number(rest[1]), layout), readonly };
  }

  private dictionary(): NumbaType | undefined {
    const key = this.type();
    this.match(/^,/);
    const value = this.type();
    if (!key || !value || !this.match(/^\]/)) return undefined;
    this.match(/^<iv=[^>]*>/);
    return { kind: 'typedDict', key, value };
  }

  private container(make: (inside: NumbaType) => NumbaType, initial = false): NumbaType | undefined {
    const inside = this.type();
    if (!inside || !this.match(/^\)/)) return undefined;
    if (initial) this.match(/^<iv=[^>]*>/);
    return make(inside);
  }

  private bracketed(make: (inside: NumbaType) => NumbaType): NumbaType | undefined {
    const inside = this.type();
    return inside && this.match(/^\]/) ? make(inside) : undefined;
  }

  private listUntil(end: string): NumbaType[] | undefined {
    const found: NumbaType[] = [];
    while (!this.text.startsWith(end, this.at)) {
      const type = this.type();
      if (!type) return undefined;
      found.push(type);
      this.match(/^, ?/);
    }
    this.at += end.length;
    return found;
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    const found = pattern.exec(this.text.slice(this.at));
    if (found) this.at += found[0].length;
    return found;
  }
}

function tupleOrUndefined(elements: NumbaType[] | undefined): NumbaType | undefined {
  return elements && { kind: 'tuple', elements };
}

function literalType(kind: string, text: string): NumbaType {
  if (kind === 'int') return { kind: 'literal', literal: 'int', value: BigInt(text) };
  if (kind === 'bool') return { kind: 'literal', literal: 'bool', value: text === 'True' };
  return { kind: 'literal', literal: 'str', value: text };
}
