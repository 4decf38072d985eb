import { constant, convert, localExpression, select } from '../../ir/expressions';
import type { CompareExpression, Expression, Statement } from '../../ir/nodes';
import {
  isFloatScalar,
  isIntegerScalar,
  isUnsignedScalar,
  type ScalarType,
  scalarSize,
} from '../../ir/scalarType';
import { forEachExpression, forEachStatement } from '../../ir/walk';
import { localsOf } from '../purity';
import { mapBlocks, mapExpressions, mapList, mapOperands } from '../rewrite';
import { simplifyExpression } from '../simplify';
import { exposedReads } from '../carried';
import { splitLocals } from './splitLocals';
import { fits, hull, type ValueRange, ValueRanges } from './valueRange';

/** Makes a local, of another type maybe, to stand for one. */
export type NewLocal = (name: string, type: ScalarType) => string;

/**
 * Computes integers in the narrowest type that gives the same values: `int64(a[i]) + int64(b[i])` of bytes, as Numba types
 * it, in 16 bits, and in 8 where the sum goes into a byte. Addresses stay as they are. `varying`: the locals that differ
 * between iterations and that the iteration sets before it reads them.
 */
export function narrowIntegers(
  body: readonly Statement[],
  varying: ReadonlySet<string>,
  newLocal: NewLocal,
): readonly Statement[] {
  if (!widens(body)) return body;
  const own = ownValues(body, varying);
  const made: string[] = [];
  const split = splitLocals(body, own, (name, type) => {
    made.push(newLocal(name, type));
    return made.at(-1)!;
  });
  const values = split === body ? own : ownValues(split, new Set([...varying, ...made]));
  const narrower = new Narrower(new ValueRanges(values), values, newLocal);
  return narrower.body(split);
}

function widens(body: readonly Statement[]): boolean {
  let found = false;
  forEachExpression(body, (one) => {
    if (one.op === 'convert' && one.value.type !== 'ptr' && one.type !== 'ptr')
      found ||= scalarSize(one.value.type) < scalarSize(one.type);
  });
  return found;
}

/** All values of the locals that an iteration computes for itself, and not for an address or as a bound. */
function ownValues(
  body: readonly Statement[],
  varying: ReadonlySet<string>,
): Map<string, readonly Expression[]> {
  const values = new Map<string, readonly Expression[]>();
  const given = exposedReads(body);
  const give = (...expressions: readonly (Expression | undefined)[]): void => {
    for (const one of expressions) if (one) for (const local of localsOf(one)) given.add(local);
  };
  forEachExpression(body, (one) => {
    if (one.op === 'load') give(one.address.base, one.address.index);
  });
  forEachStatement(body, (one) => {
    if (one.op === 'callMany') for (const local of one.results) given.add(local);
    if (one.op === 'store') give(one.address.base, one.address.index);
    if (one.op === 'for') {
      given.add(one.index);
      give(one.start, one.stop, one.step);
    }
    if (one.op !== 'set') return;
    if (!varying.has(one.local)) given.add(one.local);
    values.set(one.local, [...(values.get(one.local) ?? []), one.value]);
  });
  for (const local of given) values.delete(local);
  return values;
}

/** Operators whose low bits come from the low bits of their operands alone. */
const modular: ReadonlySet<string> = new Set(['add', 'sub', 'mul', 'and', 'or', 'xor', 'shl', 'neg', 'not']);
/** Operators that need their operands' whole values. */
const whole: ReadonlySet<string> = new Set(['min', 'max', 'floordiv', 'floormod', 'shr', 'abs', 'select']);
const comparisons: ReadonlySet<string> = new Set(['eq', 'ne', 'lt', 'le', 'gt', 'ge']);

class Narrower {
  private readonly locals = new Map<string, { readonly name: string; readonly type: ScalarType }>();

  constructor(
    private readonly ranges: ValueRanges,
    values: Map<string, readonly Expression[]>,
    newLocal: NewLocal,
  ) {
    for (const [local, all] of [...values]) {
      const { type } = all[0]!;
      const range = isIntegerScalar(type) && scalarSize(type) > 1 ? ranges.ofLocal(local) : undefined;
      const narrow = range && narrowest(range, 1);
      if (!narrow || scalarSize(narrow) >= scalarSize(type)) continue;
      const name = newLocal(local, narrow);
      values.set(name, all);
      this.locals.set(local, { name, type: narrow });
    }
  }

  body(body: readonly Statement[]): readonly Statement[] {
    return mapList(body, (statement) => this.statement(statement));
  }

  private statement(statement: Statement): Statement {
    if (statement.op === 'for') return mapBlocks(statement, (inner) => this.body(inner));
    if (statement.op === 'store') {
      const value = this.rewrite(statement.value);
      return value === statement.value ? statement : { ...statement, value };
    }
    const narrow = statement.op === 'set' ? this.locals.get(statement.local) : undefined;
    if (statement.op === 'set' && narrow) {
      const value = this.to(narrow.type, this.rewrite(statement.value));
      return { ...statement, local: narrow.name, value };
    }
    const simple = mapExpressions(statement, (expression) => this.rewrite(expression));
    return mapBlocks(simple, (inner) => this.body(inner));
  }

  private rewrite(expression: Expression): Expression {
    if (expression.op === 'load') return expression;
    const mapped = mapOperands(expression, (operand) => this.rewrite(operand));
    return this.step(mapped === expression ? mapped : simplifyExpression(mapped));
  }

  /** One step on an expression whose operands are narrow already: such ones are widened by a conversion on top. */
  private step(one: Expression): Expression {
    if (one.op === 'local') {
      const narrow = this.locals.get(one.name);
      return narrow ? convert(localExpression(narrow.name, narrow.type), one.type) : one;
    }
    if (one.op === 'convert') return this.converted(one.value, one.type);
    if (comparisons.has(one.op)) return this.compared(one as CompareExpression);
    if (!isIntegerScalar(one.type) || scalarSize(one.type) === 1) return one;
    if (one.op === 'mul') {
      const chosen = chosenFactor(one.left, one.right) ?? chosenFactor(one.right, one.left);
      if (chosen) return this.step(chosen);
    }
    const isModular = modular.has(one.op);
    if (!isModular && !whole.has(one.op)) return one;
    const operands = valueOperands(one);
    if (!operands.every((operand) => isNarrow(operand))) return one;
    let range = this.ranges.of(one);
    if (!isModular) for (const operand of operands) range = hull(range, this.ranges.of(operand));
    const least = Math.max(one.op === 'mul' ? 2 : 1, ...operands.map(innerSize));
    const type = narrowest(range, least);
    if (!type || scalarSize(type) >= scalarSize(one.type)) return one;
    const result = this.in(type, one);
    return result ? convert(result, one.type) : one;
  }

  private converted(value: Expression, type: ScalarType): Expression {
    if (isIntegerScalar(type) && hasBits(value.type)) return this.to(type, value);
    if (type === 'f32' && value.type === 'f64') return inSingle(value) ?? convert(value, type);
    if (value.op === 'convert' && hasBits(value.type) && hasBits(value.value.type)) {
      const isSame = fits(this.ranges.of(value.value), value.type);
      if (isSame && isFloatScalar(type)) return this.converted(value.value, type);
      if (isSame && type === 'bool') return convert(value.value, type);
    }
    return convert(value, type);
  }

  private compared(one: CompareExpression): Expression {
    const { left, right } = one;
    if (!isIntegerScalar(left.type)) return one;
    const [a, b] = [this.ranges.of(left), this.ranges.of(right)];
    if (one.op === 'eq' && (a.most < b.least || b.most < a.least)) return constant('bool', 0);
    if (!isNarrow(left) || !isNarrow(right)) return one;
    const range = hull(a, b);
    const type = narrowest(range, Math.max(innerSize(left), innerSize(right)));
    if (!type || scalarSize(type) >= scalarSize(left.type)) return one;
    return { ...one, left: this.to(type, left), right: this.to(type, right) };
  }

  /** The operation itself in another type; undefined where a shift would go past that. */
  private in(type: ScalarType, one: Expression): Expression | undefined {
    const of = (operand: Expression) => this.to(type, operand);
    if (one.op === 'select') {
      const { condition, whenTrue, whenFalse, range } = one;
      return { op: 'select', type, condition, whenTrue: of(whenTrue), whenFalse: of(whenFalse), range };
    }
    if (one.op === 'shl' || one.op === 'shr') {
      const { left, right } = one;
      if (right.op !== 'const' || right.value < 0 || right.value >= scalarSize(type) * 8) return undefined;
      return { ...one, type, left: of(left), right: of(right) };
    }
    if ('left' in one) return { ...one, type, left: of(one.left), right: of(one.right) } as Expression;
    return { ...one, type, value: of((one as Expression & { op: 'neg' }).value) } as Expression;
  }

  /** The value's low bits, or all of it, in another integer type. */
  private to(type: ScalarType, one: Expression): Expression {
    if (one.type === type) return one;
    const size = scalarSize(type);
    if (one.op === 'const' && isIntegerScalar(one.type)) return constantOf(type, BigInt(one.value));
    if (one.op === 'convert' && hasBits(one.value.type)) {
      const isLow = size <= scalarSize(one.type);
      if (isLow || fits(this.ranges.of(one.value), one.type)) return this.to(type, one.value);
    }
    // Without their sign differences may leave their type, with it they may fit.
    if (size === scalarSize(one.type) && modular.has(one.op) && valueOperands(one).every(isNarrow)) {
      const result = this.in(type, one);
      return result ? this.step(result) : convert(one, type);
    }
    if (size < scalarSize(one.type) && (modular.has(one.op) || one.op === 'select') && pays(one)) {
      if (one.op === 'mul' && size === 1) return convert(this.in('i16', one)!, type);
      const result = this.in(type, one);
      if (result) return result;
    }
    return convert(one, type);
  }
}

/** `condition * x` is `x` or 0. */
function chosenFactor(condition: Expression, factor: Expression): Expression | undefined {
  if (condition.op !== 'convert' || condition.value.type !== 'bool') return undefined;
  return select(condition.value, factor, constant(factor.type, 0));
}

function hasBits(type: ScalarType): boolean {
  return isIntegerScalar(type) || type === 'bool';
}

function valueOperands(one: Expression): readonly Expression[] {
  if (one.op === 'select') return [one.whenTrue, one.whenFalse];
  if (one.op === 'shl' || one.op === 'shr') return [one.left];
  if ('left' in one) return [one.left, one.right];
  return [(one as Expression & { op: 'neg' }).value];
}

function isNarrow(one: Expression): boolean {
  if (one.op === 'const') return true;
  return one.op === 'convert' && hasBits(one.value.type) && scalarSize(one.value.type) < scalarSize(one.type);
}

/** Bytes of what was widened; a mask has the width of what was compared, whatever that is. */
function innerSize(one: Expression): number {
  return one.op === 'convert' && one.value.type !== 'bool' ? scalarSize(one.value.type) : 1;
}

/** Whether it saves more to compute in few bits than it costs to narrow all the operands. */
function pays(one: Expression): boolean {
  let operations = 0;
  let wide = 0;
  const count = (part: Expression): void => {
    if (isNarrow(part)) return;
    if (!modular.has(part.op) && part.op !== 'select') {
      wide++;
      return;
    }
    operations++;
    for (const operand of valueOperands(part)) count(operand);
  };
  count(one);
  return wide <= operations && wide <= 1;
}

/** The smallest type, of so many bytes at least, that holds all values; none of 64 bits. */
function narrowest(range: ValueRange, least: number): ScalarType | undefined {
  const types = ['i8', 'u8', 'i16', 'u16', 'i32', 'u32'] as const;
  return types.find((type) => scalarSize(type) >= least && fits(range, type));
}

function constantOf(type: ScalarType, value: bigint): Expression {
  const bits = scalarSize(type) * 8;
  return constant(type, isUnsignedScalar(type) ? BigInt.asUintN(bits, value) : BigInt.asIntN(bits, value));
}

const exactInSingle: ReadonlySet<string> = new Set(['add', 'sub', 'mul', 'div']);

/** One operation on singles in double precision, rounded to single again, is that operation in single precision. */
function inSingle(value: Expression): Expression | undefined {
  if (value.op === 'sqrt') {
    const single = asSingle(value.value);
    return single && { ...value, type: 'f32', value: single };
  }
  if (!exactInSingle.has(value.op) || !('left' in value)) return undefined;
  const [left, right] = [asSingle(value.left), asSingle(value.right)];
  return left && right && ({ ...value, type: 'f32', left, right } as Expression);
}

function asSingle(one: Expression): Expression | undefined {
  if (one.op === 'convert' && one.value.type === 'f32') return one.value;
  if (one.op !== 'const' || one.type !== 'f64') return undefined;
  const number = Number(one.value);
  return Object.is(Math.fround(number), number) ? constant('f32', number) : undefined;
}
