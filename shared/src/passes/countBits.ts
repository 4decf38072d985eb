import { add, constant, convert, localExpression, unary } from '../ir/expressions';
import type { Expression, FunctionIR, SetStatement, Statement } from '../ir/nodes';
import { isFloatScalar, type ScalarType } from '../ir/scalarType';
import type { Report } from './remark';
import { mapBlocks, mapList } from './rewrite';

/**
 * The loop that counts the bits of `x` by clearing the lowest until none is left (`x = x & (x - 1)`) becomes one
 * instruction, as LLVM makes of it for Numba.
 */
export function countBits(fn: FunctionIR, report: Report): FunctionIR {
  const visit = (body: readonly Statement[]): readonly Statement[] => {
    const inner = mapList(body, (one) => mapBlocks(one, visit));
    if (!inner.some(countedBits)) return inner;
    return inner.flatMap((statement): readonly Statement[] => {
      const counted = countedBits(statement);
      if (counted) report('counted bits by one instruction instead of a loop', statement.range);
      return counted ?? [statement];
    });
  };
  const body = visit(fn.body);
  return body === fn.body ? fn : { ...fn, body };
}

function countedBits(loop: Statement): readonly SetStatement[] | undefined {
  if (loop.op !== 'loop' || loop.body.length !== 3) return undefined;
  const [test, ...sets] = loop.body;
  if (test!.op !== 'if' || test!.whenFalse.length > 0 || test!.whenTrue.length !== 1) return undefined;
  const [leave] = test!.whenTrue;
  if (leave!.op !== 'break' || leave!.label !== loop.label) return undefined;
  const bits = zeroTested(test!.condition);
  if (bits === undefined || !sets.every((one) => one.op === 'set')) return undefined;
  const clear = sets.find((one) => one.local === bits);
  const count = sets.find((one) => one.local !== bits);
  if (!clear || !count || !clearsLowest(clear) || !addsOne(count)) return undefined;
  const { type } = clear.value;
  const number = convert(unary('popcnt', localExpression(bits, type)), count.value.type);
  const total = localExpression(count.local, count.value.type);
  return [
    { ...count, value: add(total, number) },
    { ...clear, value: constant(type, 0) },
  ];
}

/** The local of which the condition says that it is zero. */
function zeroTested(condition: Expression): string | undefined {
  if (condition.op === 'eq') return isNumber(condition.right, 0) ? nameOf(condition.left) : undefined;
  if (condition.op !== 'not') return undefined;
  const { value } = condition;
  if (value.op === 'ne') return isNumber(value.right, 0) ? nameOf(value.left) : undefined;
  return value.op === 'convert' && value.type === 'bool' ? nameOf(value.value) : undefined;
}

function clearsLowest({ local, value }: SetStatement): boolean {
  if (value.op !== 'and' || !isInteger(value.type)) return false;
  const [x, less] = nameOf(value.left) === local ? [value.left, value.right] : [value.right, value.left];
  return nameOf(x) === local && less.op === 'sub' && nameOf(less.left) === local && isNumber(less.right, 1);
}

function addsOne({ local, value }: SetStatement): boolean {
  return (
    value.op === 'add' && isInteger(value.type) && nameOf(value.left) === local && isNumber(value.right, 1)
  );
}

function nameOf(expression: Expression): string | undefined {
  return expression.op === 'local' && isInteger(expression.type) ? expression.name : undefined;
}

function isInteger(type: ScalarType): boolean {
  return !isFloatScalar(type) && type !== 'bool' && type !== 'v128' && type !== 'ptr';
}

function isNumber(expression: Expression, value: number): boolean {
  return expression.op === 'const' && Number(expression.value) === value;
}
