import { binary, constant, reinterpret, select, simd } from '../ir/expressions';
import type { Expression, FunctionIR, SelectExpression, Statement } from '../ir/nodes';
import { isFloatScalar } from '../ir/scalarType';
import { forEachStatement } from '../ir/walk';
import type { Report } from './remark';
import { rewriteBody } from './rewrite';
import { sameExpression } from './sameExpression';

/**
 * Gives choices between floats a form without a branch: V8 compiles a `select` of floats to a branch on x64, which costs
 * some twenty cycles each time it is mispredicted. The larger or smaller of two values is what `pmax` and `pmin` choose,
 * NaN and the sign of zero included; between others the choice is made among integers of the same bits, or of the sign.
 */
export function selectFloats(fn: FunctionIR, report: Report): FunctionIR {
  const kept = keptChoices(fn.body);
  let chosen = 0;
  const body = rewriteBody(fn.body, (one) => {
    if (one.op !== 'select' || !isFloatScalar(one.type) || kept.has(one)) return one;
    chosen++;
    return extremeOf(one) ?? chosenBits(one);
  });
  if (chosen === 0) return fn;
  report('chose between floats without a branch', fn.range);
  return { ...fn, body };
}

/**
 * Choices whether a local keeps its value, as of the best so far, in loops without loops inside: the branch is mostly
 * foreseen, and the next iteration need not wait for it. A loop inside is longer than the wait.
 */
function keptChoices(body: readonly Statement[]): ReadonlySet<Expression> {
  const kept = new Set<Expression>();
  forEachStatement(body, (loop) => {
    if ((loop.op !== 'for' && loop.op !== 'loop') || hasLoop(loop.body)) return;
    forEachStatement(loop.body, (one) => {
      if (one.op !== 'set' || one.value.op !== 'select') return;
      const { whenTrue, whenFalse } = one.value;
      if ([whenTrue, whenFalse].some((arm) => arm.op === 'local' && arm.name === one.local))
        kept.add(one.value);
    });
  });
  return kept;
}

function hasLoop(body: readonly Statement[]): boolean {
  let found = false;
  forEachStatement(body, (one) => {
    found ||= one.op === 'for' || one.op === 'loop';
  });
  return found;
}

/** `x > y ? x : y` and its like. */
function extremeOf({ condition, whenTrue, whenFalse }: SelectExpression): Expression | undefined {
  if (condition.op !== 'lt' && condition.op !== 'gt') return undefined;
  const [less, more] =
    condition.op === 'lt' ? [condition.left, condition.right] : [condition.right, condition.left];
  // pmin(a, b) is b < a ? b : a, and pmax(a, b) is a < b ? b : a.
  if (sameExpression(less, whenTrue) && sameExpression(more, whenFalse)) return lanewise('pmin', more, less);
  if (sameExpression(more, whenTrue) && sameExpression(less, whenFalse)) return lanewise('pmax', less, more);
  return undefined;
}

function lanewise(name: 'pmin' | 'pmax', a: Expression, b: Expression): Expression {
  const shape = a.type === 'f64' ? 'f64x2' : 'f32x4';
  const vectors = [a, b].map((one) =>
    one.op === 'simd' && one.instruction === `${shape}.extract_lane` && one.lanes?.[0] === 0
      ? one.args[0]!
      : simd(`${shape}.splat`, [one]),
  );
  return simd(`${shape}.extract_lane`, [simd(`${shape}.${name}`, vectors)], [0]);
}

function chosenBits({ type, condition, whenTrue, whenFalse }: SelectExpression): Expression {
  const integer = type === 'f64' ? 'i64' : 'i32';
  const [kept, flipped] = [
    constant(integer, 0),
    constant(integer, integer === 'i64' ? -(1n << 63n) : -(2 ** 31)),
  ];
  const withSign = (value: Expression, sign: Expression) =>
    reinterpret(binary('xor', reinterpret(value, integer), sign), type);
  if (isNegated(whenFalse, whenTrue)) return withSign(whenTrue, select(condition, kept, flipped));
  if (isNegated(whenTrue, whenFalse)) return withSign(whenFalse, select(condition, flipped, kept));
  const [a, b] = [whenTrue, whenFalse].map((one) => bitsOf(one, integer));
  return reinterpret(select(condition, a!, b!), type);
}

function isNegated(negated: Expression, value: Expression): boolean {
  return negated.op === 'neg' && sameExpression(negated.value, value);
}

function bitsOf(value: Expression, type: 'i32' | 'i64'): Expression {
  if (value.op !== 'const') return reinterpret(value, type);
  const view = new DataView(new ArrayBuffer(8));
  if (type === 'i32') {
    view.setFloat32(0, Number(value.value));
    return constant(type, view.getInt32(0));
  }
  view.setFloat64(0, Number(value.value));
  return constant(type, view.getBigInt64(0));
}
