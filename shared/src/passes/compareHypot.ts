import { add, compare, f64, localExpression, mul, not, sub, unary } from '../ir/expressions';
import type { CompareExpression, Expression, FunctionIR, MathExpression, Statement } from '../ir/nodes';
import { forEachExpression } from '../ir/walk';
import { FreshLocals } from './freshLocals';
import { isPure } from './purity';
import type { Report } from './remark';
import { mapBlocks, mapExpressions, rewriteExpression } from './rewrite';

/** Further from the limit's square than this, in proportion, no rounding of either side can matter. */
const margin = 2 ** -40;

/**
 * `hypot(x, y) <= c`, which is `abs(z) <= c` of a complex number: the squares decide, and only a value next to the limit
 * asks for the length itself. The answer is the same for all arguments, infinite and NaN ones too.
 */
export function compareHypot(fn: FunctionIR, report: Report): FunctionIR {
  if (!takesHypot(fn)) return fn;
  const locals = new FreshLocals(fn);
  return locals.finish(expandBody(fn.body, locals, report));
}

function takesHypot(fn: FunctionIR): boolean {
  let found = false;
  forEachExpression(fn.body, (one) => {
    found ||= one.op === 'math' && one.function === 'hypot';
  });
  return found;
}

function expandBody(body: readonly Statement[], locals: FreshLocals, report: Report): readonly Statement[] {
  let changed = false;
  const result = body.flatMap((statement) => {
    const before: Statement[] = [];
    const replaced = mapExpressions(statement, (expression) =>
      rewriteExpression(expression, (one) => {
        if (!isLengthTest(one)) return one;
        report('compared squares instead of taking a hypot', statement.range);
        return expand(one, locals, before, statement);
      }),
    );
    const inner = mapBlocks(replaced, (one) => expandBody(one, locals, report));
    changed ||= inner !== statement;
    return [...before, inner];
  });
  return changed ? result : body;
}

type LengthTest = CompareExpression & { readonly left: MathExpression };

function isLengthTest(one: Expression): one is LengthTest {
  if (one.op !== 'lt' && one.op !== 'le' && one.op !== 'gt' && one.op !== 'ge') return false;
  const { left, right } = one;
  if (left.op !== 'math' || left.function !== 'hypot' || left.type !== 'f64') return false;
  // The squares of such limits, and the distance from them, are normal numbers.
  const limit = right.op === 'const' ? Number(right.value) : 0;
  return limit > 1e-100 && limit < 1e100 && left.args.every(isPure);
}

function expand(test: LengthTest, locals: FreshLocals, before: Statement[], at: Statement): Expression {
  const { range } = at;
  const limit = Number((test.right as Expression & { op: 'const' }).value);
  const square = limit * limit;
  const hold = (hint: string, value: Expression) => {
    const local = locals.make(hint, value.type);
    before.push({ op: 'set', local: local.name, value, range });
    return local;
  };
  const [x, y] = test.left.args.map((arg) => (arg.op === 'local' ? arg : hold('side', arg)));
  const sum = hold('squares', add(mul(x!, x!), mul(y!, y!)));
  const result = hold('within', compare(test.op, sum, f64(square)));
  const isFar = compare('gt', unary('abs', sub(sum, f64(square))), f64(square * margin));
  const exact: Statement = {
    op: 'set',
    local: result.name,
    value: { ...test, left: { ...test.left, args: [x!, y!] } },
    range,
  };
  before.push({ op: 'if', condition: not(isFar), whenTrue: [exact], whenFalse: [], range });
  return localExpression(result.name, 'bool');
}
