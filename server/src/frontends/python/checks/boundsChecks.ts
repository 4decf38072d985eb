import { walk, walkAll } from '../advice/childNodes';
import type { BoundFunction, BoundModule } from '../bind/boundModule';
import type { Problem } from '../infer/problem';
import type { TypedFunction } from '../infer/typedFunction';
import type { Call, Expression, For, Statement, Subscript } from '../parse/ast';
import type { AnalysisSession } from '../units/session';

/**
 * Reads and writes that certainly leave an array: `a[i + 1]` on every pass of a loop over `range(len(a))`. Numba does
 * not check unless told to.
 */
export function checkBounds(fn: BoundFunction, typed: TypedFunction): readonly Problem[] {
  if (typed.options.boundscheck) return [];
  const isArray = (node: Expression) => typed.types.get(node)?.kind === 'array';
  const beyond = walkAll(fn.node.body)
    .filter((node): node is For => node.kind === 'For')
    .flatMap((loop) => beyondLoop(loop, fn).filter((one) => isArray(one.value)));
  return beyond.map(
    (one): Problem => ({
      kind: 'out-of-bounds',
      range: one.range,
      function: fn,
      subject: fn.module.file.slice(one.value.range),
      reason: `the last pass of the loop reaches index ${fn.module.file.slice(one.index.range)}, one past the end or more`,
    }),
  );
}

/** Subscripts `a[i + c]` that every pass of `for i in range(len(a))` comes to. */
function beyondLoop(loop: For, { module }: BoundFunction): readonly Subscript[] {
  const array = lengthOf(countOf(loop, module), module);
  if (!array || loop.target.kind !== 'Name') return [];
  const index = loop.target.id;
  return certain(loop.body).filter(
    (node) => node.value.kind === 'Name' && node.value.id === array && isAhead(node.index, index),
  );
}

function isAhead(expression: Expression, index: string): boolean {
  return (
    expression.kind === 'BinOp' &&
    expression.op === '+' &&
    expression.left.kind === 'Name' &&
    expression.left.id === index &&
    expression.right.kind === 'Constant' &&
    expression.right.value.type === 'int' &&
    expression.right.value.value > 0n
  );
}

/** How often `range(n)` or `range(0, n)` counts. */
function countOf({ iter }: For, module: BoundModule): Expression | undefined {
  if (
    iter.kind !== 'Call' ||
    !/^(builtins\.range|numba\.(misc\.special\.)?prange)$/.test(nameOf(iter, module))
  )
    return undefined;
  return iter.args.length === 1 ? iter.args[0] : iter.args.length === 2 ? iter.args[1] : undefined;
}

function nameOf(call: Call, module: BoundModule): string {
  return module.qualifiedName(call.func) ?? '';
}

/** The array that `len(a)`, `a.size` or `a.shape[0]` measures. */
function lengthOf(expression: Expression | undefined, module: BoundModule): string | undefined {
  if (!expression) return undefined;
  if (expression.kind === 'Call') {
    const [only] = expression.args;
    return nameOf(expression, module) === 'builtins.len' && only?.kind === 'Name' ? only.id : undefined;
  }
  const first =
    expression.kind === 'Subscript' &&
    expression.index.kind === 'Constant' &&
    expression.index.value.type === 'int' &&
    expression.index.value.value === 0n;
  const measured = first ? expression.value : expression;
  if (measured.kind !== 'Attribute' || measured.attr !== (first ? 'shape' : 'size')) return undefined;
  return measured.value.kind === 'Name' ? measured.value.id : undefined;
}

/** Subscripts that every pass evaluates: nothing under a test, and nothing after a way out. */
function certain(body: readonly Statement[]): readonly Subscript[] {
  const found: Subscript[] = [];
  for (const statement of body) {
    if (!['Assign', 'AugAssign', 'AnnAssign', 'ExpressionStatement', 'Return'].includes(statement.kind))
      break;
    const nodes = walk(statement);
    const tested = nodes.some((one) => one.kind === 'IfExp' || one.kind === 'BoolOp');
    if (!tested) found.push(...nodes.filter((one): one is Subscript => one.kind === 'Subscript'));
  }
  return found;
}

/** The same of a constant index beyond an array whose length the call tells. */
export function checkGivenArrays(
  fn: BoundFunction,
  typed: () => TypedFunction,
  session: AnalysisSession,
): readonly Problem[] {
  const found = beyondGivenArray(fn, session);
  return found.length > 0 && typed().options.boundscheck ? [] : found;
}

/** `a[i]` of two parameters, called with an array and an index that are both written out. */
function beyondGivenArray(fn: BoundFunction, session: AnalysisSession): readonly Problem[] {
  const own = (name: string) => fn.node.params.findIndex((one) => one.name === name);
  const subscripts = certain(fn.node.body).filter(
    ({ value, index }) => value.kind === 'Name' && index.kind === 'Name',
  );
  return session.linked.callSites(fn).flatMap(({ call }) => {
    if (call.keywords.length > 0 || call.args.some((one) => one.kind === 'Starred')) return [];
    return subscripts.flatMap(({ value, index, range }): Problem[] => {
      if (value.kind !== 'Name' || index.kind !== 'Name') return [];
      const [array, position] = [call.args[own(value.id)], call.args[own(index.id)]];
      const length = array && writtenLength(array, session.module);
      const at = position && integer(position);
      if (length === undefined || at === undefined || (at < length && at >= -length)) return [];
      return [
        {
          kind: 'out-of-bounds',
          range,
          function: fn,
          subject: value.id,
          reason: `it has ${length} elements here and the index is ${at}`,
          related: [{ range: call.range, role: 'called', subject: fn.node.name }],
        },
      ];
    });
  });
}

/** The length of `np.ones(3)`, `np.array([1, 2])`, also by the name of a variable. */
function writtenLength(expression: Expression, module: BoundModule): bigint | undefined {
  if (expression.kind === 'Name') {
    const value = module.valueOf(expression);
    return value && value.kind !== 'Name' ? writtenLength(value, module) : undefined;
  }
  if (expression.kind !== 'Call') return undefined;
  const [first] = expression.args;
  const name = nameOf(expression, module);
  if (/^numpy\.(ones|zeros|empty)$/.test(name)) return first && integer(first);
  if (name === 'numpy.arange' && expression.args.length === 1) return first && integer(first);
  const isDisplay = /^numpy\.(array|asarray)$/.test(name) && first?.kind === 'List';
  if (!isDisplay || first.elements.some((one) => one.kind === 'Starred')) return undefined;
  return BigInt(first.elements.length);
}

function integer(expression: Expression): bigint | undefined {
  if (expression.kind === 'UnaryOp' && expression.op === '-') {
    const value = integer(expression.operand);
    return value === undefined ? undefined : -value;
  }
  return expression.kind === 'Constant' && expression.value.type === 'int'
    ? expression.value.value
    : undefined;
}
