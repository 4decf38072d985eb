import type { BinaryOperator, CompareOperator, UnaryOperator } from './nodes';
import type { ScalarType } from './scalarType';
import type { ValueType } from './valueType';

/** The vocabulary of the IR's text form, shared by its printer and its parser. */

export const scalarTypes: readonly ScalarType[] = [
  'bool',
  'i8',
  'i16',
  'i32',
  'i64',
  'u8',
  'u16',
  'u32',
  'u64',
  'f32',
  'f64',
  'ptr',
  'v128',
];

/** Infix operators and how tightly they bind. Comparisons bind least, as in Python. */
export const infixOperators: readonly {
  readonly text: string;
  readonly op: BinaryOperator | CompareOperator;
  readonly precedence: number;
}[] = [
  { text: '==', op: 'eq', precedence: 2 },
  { text: '!=', op: 'ne', precedence: 2 },
  { text: '<', op: 'lt', precedence: 2 },
  { text: '<=', op: 'le', precedence: 2 },
  { text: '>', op: 'gt', precedence: 2 },
  { text: '>=', op: 'ge', precedence: 2 },
  { text: '|', op: 'or', precedence: 3 },
  { text: '^', op: 'xor', precedence: 4 },
  { text: '&', op: 'and', precedence: 5 },
  { text: '<<', op: 'shl', precedence: 6 },
  { text: '>>', op: 'shr', precedence: 6 },
  { text: '+', op: 'add', precedence: 7 },
  { text: '-', op: 'sub', precedence: 7 },
  { text: '*', op: 'mul', precedence: 8 },
  { text: '/', op: 'div', precedence: 8 },
  { text: '%', op: 'rem', precedence: 8 },
  { text: '//', op: 'floordiv', precedence: 8 },
  { text: '%%', op: 'floormod', precedence: 8 },
];

export const comparePrecedence = 2;
export const unaryPrecedence = 9;

/** Unary operators written like a call; `neg` and `not` have signs of their own. */
export const unaryWords: readonly UnaryOperator[] = [
  'abs',
  'sqrt',
  'floor',
  'ceil',
  'trunc',
  'nearest',
  'clz',
  'ctz',
  'popcnt',
];

export const binaryWords: readonly BinaryOperator[] = ['min', 'max', 'copysign'];

export const compareOperators: readonly CompareOperator[] = ['eq', 'ne', 'lt', 'le', 'gt', 'ge'];

/** The few words that would be taken for something else wherever a name may stand. */
const reserved = new Set([
  'true',
  'false',
  'inf',
  'nan',
  'inf.f32',
  'nan.f32',
  'call',
  'reinterpret',
  'optional',
]);

/** Names that need no quotes unless they are reserved: letters, digits, `_`, `.` and `$`. */
export const plainName = /^[A-Za-z_][\w.$]*$/;

export function printName(name: string): string {
  return plainName.test(name) && !reserved.has(name) ? name : `\`${name.replaceAll('`', '``')}\``;
}

/** How a value's type is written: `array(f64, 2)`, `list(tuple(i64, f64))`. */
export function printValueType(type: ValueType): string {
  switch (type.kind) {
    case 'none':
    case 'string':
      return type.kind;
    case 'scalar':
      return type.scalar;
    case 'complex':
      return `complex(${type.part})`;
    case 'tuple':
      return `tuple(${type.elements.map(printValueType).join(', ')})`;
    case 'optional':
      return `optional(${printValueType(type.value)})`;
    case 'array':
      return `array(${printValueType(type.element)}, ${type.ndim})`;
    case 'list':
    case 'set':
      return `${type.kind}(${printValueType(type.element)})`;
    case 'dict':
      return `dict(${printValueType(type.key)}, ${printValueType(type.value)})`;
    case 'record': {
      const fields = type.fields.map(
        (field) => `, ${printName(field.name)} ${field.offset} ${printValueType(field.type)}`,
      );
      return `record(${type.size}${fields.join('')})`;
    }
  }
}
