import {
  arrayOf,
  boolean,
  type DateUnit,
  type NumbaType,
  none,
  unicode,
} from '../../../../src/frontends/python/types/numbaType';

/** The type that Numba prints as `text`; of the kinds that the recorded tables use. */
export function parseType(text: string): NumbaType {
  const number = /^(u?int|float|complex)(\d+)$/.exec(text);
  if (number) {
    const bits = Number(number[2]);
    if (number[1] === 'float' || number[1] === 'complex') return { kind: number[1], bits } as NumbaType;
    return { kind: 'int', bits, signed: number[1] === 'int' } as NumbaType;
  }
  const array = /^array\((.+), (\d)d, ([CFA])\)$/.exec(text);
  if (array) return arrayOf(parseType(array[1]!), Number(array[2]), array[3] as 'C');
  const optional = /^OptionalType\((.+)\)$/.exec(text);
  if (optional) return { kind: 'optional', value: parseType(optional[1]!) };
  const time = /^(datetime|timedelta)64\[(.*)\]$/.exec(text);
  if (time) return { kind: time[1] as 'datetime', unit: time[2] as DateUnit };
  const literal = /^Literal\[int\]\((-?\d+)\)$/.exec(text);
  if (literal) return { kind: 'literal', literal: 'int', value: BigInt(literal[1]!) };
  if (text === 'bool') return boolean;
  if (text === 'none') return none;
  if (text === 'unicode_type') return unicode;
  throw new Error(`no type for ${text}`);
}
