import type { BinaryOperator, CompareOperator } from '../../parse/ast';

const binary: Readonly<Record<BinaryOperator, string>> = {
  '+': 'add',
  '-': 'sub',
  '*': 'mul',
  '/': 'truediv',
  '//': 'floordiv',
  '%': 'mod',
  '**': 'pow',
  '@': 'matmul',
  '<<': 'lshift',
  '>>': 'rshift',
  '&': 'and_',
  '|': 'or_',
  '^': 'xor',
};

/** The library's name of a binary operator, as in Python's `operator` module. */
export const binaryOperator = (op: BinaryOperator): string => `operator.${binary[op]}`;

export const inPlaceOperator = (op: BinaryOperator): string => `operator.i${binary[op].replace('_', '')}`;

export const unaryOperators = {
  '-': 'operator.neg',
  '+': 'operator.pos',
  '~': 'operator.invert',
  not: 'operator.not_',
} as const;

/** Negations of identity and membership use the positive operator; see `TypedFunction.comparisons`. */
export const comparisonOperators: Readonly<Record<CompareOperator, string>> = {
  '==': 'operator.eq',
  '!=': 'operator.ne',
  '<': 'operator.lt',
  '<=': 'operator.le',
  '>': 'operator.gt',
  '>=': 'operator.ge',
  is: 'operator.is_',
  'is not': 'operator.is_',
  in: 'operator.contains',
  'not in': 'operator.contains',
};

/** Numba's name of the function behind an operator as it is written, `+` or `+=`: `add`, `iadd`. */
export function operatorFunction(operator: string): string | undefined {
  const plain = operator.slice(0, -1);
  if (Object.hasOwn(binary, operator)) return binary[operator as BinaryOperator];
  if (Object.hasOwn(comparisonOperators, operator))
    return comparisonOperators[operator as CompareOperator].slice('operator.'.length);
  const inPlace = operator.endsWith('=') && Object.hasOwn(binary, plain);
  return inPlace ? inPlaceOperator(plain as BinaryOperator).slice('operator.'.length) : undefined;
}
