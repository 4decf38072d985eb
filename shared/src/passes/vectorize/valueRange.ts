import type { BinaryExpression, Expression, SelectExpression } from '../../ir/nodes';
import { isIntegerScalar, isUnsignedScalar, type ScalarType, scalarSize } from '../../ir/scalarType';
import { sameExpression } from '../sameExpression';

/** Least and greatest value that an integer can have. */
export interface ValueRange {
  readonly least: bigint;
  readonly most: bigint;
}

/** Ranges of the integers in a loop's body; a bool counts as 0 or 1. */
export class ValueRanges {
  private readonly known = new Map<Expression, ValueRange>();
  private readonly locals = new Map<string, ValueRange | undefined>();

  /** `values`: all that the body gives to locals whose values never come from outside or from another iteration. */
  constructor(private readonly values: ReadonlyMap<string, readonly Expression[]>) {}

  /** What lies outside of the type is never an answer: sums that may wrap around have the type's whole range. */
  of(expression: Expression): ValueRange {
    let range = this.known.get(expression);
    if (!range) {
      const found = this.find(expression);
      range = found && fits(found, expression.type) ? found : typeRange(expression.type);
      this.known.set(expression, range);
    }
    return range;
  }

  /** Of a local, from all its values; within one of them nothing is known of it. */
  ofLocal(name: string): ValueRange | undefined {
    const values = this.values.get(name);
    if (!values || this.locals.has(name)) return this.locals.get(name);
    this.locals.set(name, undefined);
    const range = values.map((one) => this.of(one)).reduce(hull);
    this.locals.set(name, range);
    return range;
  }

  private find(one: Expression): ValueRange | undefined {
    switch (one.op) {
      case 'const':
        return isIntegerScalar(one.type) ? point(BigInt(one.value)) : undefined;
      case 'local':
        return this.ofLocal(one.name);
      case 'convert':
        return hasRange(one.value.type) ? this.of(one.value) : undefined;
      case 'neg':
        return between(-this.of(one.value).most, -this.of(one.value).least);
      case 'not':
        return isUnsignedScalar(one.type)
          ? undefined
          : between(-this.of(one.value).most - 1n, -this.of(one.value).least - 1n);
      case 'abs':
        return magnitudes(this.of(one.value));
      case 'select':
        return this.ofSelect(one);
      default:
        return 'left' in one && isIntegerScalar(one.type)
          ? binaryRange(one as BinaryExpression, this.of(one.left), this.of(one.right))
          : undefined;
    }
  }

  /** Absolute values and extremes are written as choices. */
  private ofSelect({ condition, whenTrue, whenFalse }: SelectExpression): ValueRange {
    const [a, b] = [this.of(whenTrue), this.of(whenFalse)];
    const all = hull(a, b);
    if (!('left' in condition) || condition.left.type !== whenTrue.type) return all;
    const { left, right, op } = condition;
    const isZero = right.op === 'const' && Number(right.value) === 0;
    if (op === 'lt' && isZero && whenTrue.op === 'neg' && sameExpression(whenTrue.value, whenFalse))
      return sameExpression(left, whenFalse) ? between(0n, all.most) : all;
    const straight = sameExpression(left, whenTrue) && sameExpression(right, whenFalse);
    const crossed = sameExpression(left, whenFalse) && sameExpression(right, whenTrue);
    if (!straight && !crossed) return all;
    if (op === 'lt' || op === 'le') return straight ? leastOf(a, b) : mostOf(a, b);
    if (op === 'gt' || op === 'ge') return straight ? mostOf(a, b) : leastOf(a, b);
    return all;
  }
}

const leastOf = (a: ValueRange, b: ValueRange) => between(least(a.least, b.least), least(a.most, b.most));
const mostOf = (a: ValueRange, b: ValueRange) =>
  between(greatest(a.least, b.least), greatest(a.most, b.most));

function hasRange(type: ScalarType): boolean {
  return isIntegerScalar(type) || type === 'bool';
}

/** All values of a type. */
export function typeRange(type: ScalarType): ValueRange {
  if (type === 'bool') return between(0n, 1n);
  const bits = BigInt(scalarSize(type) * 8);
  if (isUnsignedScalar(type)) return between(0n, (1n << bits) - 1n);
  return between(-(1n << (bits - 1n)), (1n << (bits - 1n)) - 1n);
}

export function fits({ least, most }: ValueRange, type: ScalarType): boolean {
  if (!hasRange(type)) return true;
  const all = typeRange(type);
  return all.least <= least && most <= all.most;
}

export function hull(a: ValueRange, b: ValueRange): ValueRange {
  return between(least(a.least, b.least), greatest(a.most, b.most));
}

const between = (least: bigint, most: bigint): ValueRange => ({ least, most });
const point = (value: bigint): ValueRange => ({ least: value, most: value });
const magnitude = (value: bigint) => (value < 0n ? -value : value);

function magnitudes({ least, most }: ValueRange): ValueRange {
  const far = greatest(magnitude(least), magnitude(most));
  return between(least <= 0n && most >= 0n ? 0n : least < 0n ? magnitude(most) : least, far);
}

function binaryRange(one: BinaryExpression, a: ValueRange, b: ValueRange): ValueRange | undefined {
  switch (one.op) {
    case 'add':
      return between(a.least + b.least, a.most + b.most);
    case 'sub':
      return between(a.least - b.most, a.most - b.least);
    case 'mul':
      return corners(a, b, (x, y) => x * y);
    case 'min':
      return leastOf(a, b);
    case 'max':
      return mostOf(a, b);
    case 'and':
    case 'or':
    case 'xor':
      return bitRange(one.op, a, b);
    case 'shl':
    case 'shr': {
      if (one.right.op !== 'const') return undefined;
      const count = BigInt.asUintN(64, BigInt(one.right.value)) % BigInt(scalarSize(one.type) * 8);
      if (one.op === 'shr') return between(a.least >> count, a.most >> count);
      return between(a.least << count, a.most << count);
    }
    case 'div':
    case 'floordiv': {
      if (b.least === b.most && b.least !== 0n)
        return corners(a, b, one.op === 'div' ? (x, y) => x / y : floorOf);
      // A divisor has a magnitude of one at least; rounding down may make -1 of a fraction.
      const far = greatest(magnitudes(a).most, 1n);
      if (a.least < 0n || b.least < 0n) return between(-far, far);
      return between(0n, a.most / greatest(b.least, 1n));
    }
    case 'floormod':
    case 'rem': {
      const far = magnitudes(b).most - 1n;
      if (one.op === 'rem') return between(a.least < 0n ? -far : 0n, far);
      return between(b.least < 0n ? -far : 0n, b.most > 0n ? far : 0n);
    }
    default:
      return undefined;
  }
}

function floorOf(x: bigint, y: bigint): bigint {
  const quotient = x / y;
  return quotient * y !== x && x < 0n !== y < 0n ? quotient - 1n : quotient;
}

function corners(a: ValueRange, b: ValueRange, op: (x: bigint, y: bigint) => bigint): ValueRange {
  const all = [op(a.least, b.least), op(a.least, b.most), op(a.most, b.least), op(a.most, b.most)];
  return between(all.reduce(least), all.reduce(greatest));
}

const least = (a: bigint, b: bigint) => (a < b ? a : b);
const greatest = (a: bigint, b: bigint) => (a > b ? a : b);

function bitRange(op: 'and' | 'or' | 'xor', a: ValueRange, b: ValueRange): ValueRange {
  if (op === 'and' && (a.least >= 0n || b.least >= 0n)) {
    const tops = [a, b].filter((one) => one.least >= 0n).map((one) => one.most);
    return between(0n, tops.reduce(least));
  }
  const both = hull(a, b);
  const top = greatest(both.most, -both.least - 1n);
  const ones = (1n << BigInt(top.toString(2).length)) - 1n;
  return between(both.least < 0n ? -ones - 1n : 0n, ones);
}
