import type { Address, Expression, Statement } from '../ir/nodes';
import { bodiesOf } from '../ir/walk';

type Rewriter = (expression: Expression) => Expression;

/** The expression with `change` applied to each of its direct operands; itself when nothing changed. */
export function mapOperands(expression: Expression, change: Rewriter): Expression {
  switch (expression.op) {
    case 'const':
    case 'local':
    case 'dataAddress':
      return expression;
    case 'select': {
      const condition = change(expression.condition);
      const whenTrue = change(expression.whenTrue);
      const whenFalse = change(expression.whenFalse);
      return condition === expression.condition &&
        whenTrue === expression.whenTrue &&
        whenFalse === expression.whenFalse
        ? expression
        : { ...expression, condition, whenTrue, whenFalse };
    }
    case 'load': {
      const address = mapAddress(expression.address, change);
      return address === expression.address ? expression : { ...expression, address };
    }
    case 'wrapIndex':
    case 'checkIndex': {
      const index = change(expression.index);
      const length = change(expression.length);
      return index === expression.index && length === expression.length
        ? expression
        : { ...expression, index, length };
    }
    case 'math':
    case 'call':
    case 'simd': {
      const args = mapList(expression.args, change);
      return args === expression.args ? expression : { ...expression, args };
    }
    default: {
      if ('left' in expression) {
        const left = change(expression.left);
        const right = change(expression.right);
        return left === expression.left && right === expression.right
          ? expression
          : { ...expression, left, right };
      }
      const value = change(expression.value);
      return value === expression.value ? expression : { ...expression, value };
    }
  }
}

/** Bottom-up: operands first, then the expression that holds them. */
export function rewriteExpression(expression: Expression, change: Rewriter): Expression {
  return change(mapOperands(expression, (operand) => rewriteExpression(operand, change)));
}

/** The statement with `change` applied to each expression that it holds itself, not to those of nested statements. */
export function mapExpressions(statement: Statement, change: Rewriter): Statement {
  switch (statement.op) {
    case 'set':
    case 'evaluate': {
      const value = change(statement.value);
      return value === statement.value ? statement : { ...statement, value };
    }
    case 'store':
      return update(statement, {
        address: mapAddress(statement.address, change),
        value: change(statement.value),
      });
    case 'callMany':
      return update(statement, { args: mapList(statement.args, change) });
    case 'if':
      return update(statement, { condition: change(statement.condition) });
    case 'for':
      return update(statement, {
        start: change(statement.start),
        stop: change(statement.stop),
        step: change(statement.step),
      });
    case 'return':
      return update(statement, { values: mapList(statement.values, change) });
    case 'raise':
      return statement.args ? update(statement, { args: mapList(statement.args, change) }) : statement;
    case 'print':
      return {
        ...statement,
        pieces: statement.pieces.map((piece) =>
          typeof piece === 'string' ? piece : { ...piece, parts: piece.parts.map(change) },
        ),
      };
    case 'memoryCopy':
      return update(statement, {
        target: change(statement.target),
        source: change(statement.source),
        size: change(statement.size),
      });
    case 'memoryFill':
      return update(statement, {
        target: change(statement.target),
        byte: change(statement.byte),
        size: change(statement.size),
      });
    default:
      return statement;
  }
}

/** The statement with `change` applied to each block of statements directly inside it. */
export function mapBlocks(
  statement: Statement,
  change: (body: readonly Statement[]) => readonly Statement[],
): Statement {
  switch (statement.op) {
    case 'if':
      return update(statement, {
        whenTrue: change(statement.whenTrue),
        whenFalse: change(statement.whenFalse),
      });
    case 'loop':
    case 'for':
    case 'block':
      return update(statement, { body: change(statement.body) });
    case 'try':
      return update(statement, { body: change(statement.body), handler: change(statement.handler) });
    default:
      return statement;
  }
}

/** Every expression of the statements, nested ones and operands included, replaced bottom-up. */
export function rewriteBody(body: readonly Statement[], change: Rewriter): readonly Statement[] {
  return mapList(body, (statement) =>
    mapBlocks(
      mapExpressions(statement, (expression) => rewriteExpression(expression, change)),
      (inner) => rewriteBody(inner, change),
    ),
  );
}

/** Locals that the statements assign, in any way. */
export function assignedLocals(body: readonly Statement[]): Set<string> {
  const assigned = new Set<string>();
  for (const statement of body) addAssigned(statement, assigned);
  return assigned;
}

/** Nodes never change, and passes ask of every loop that is around another. */
const assignments = new WeakMap<Statement, ReadonlySet<string>>();

function addAssigned(statement: Statement, assigned: Set<string>): void {
  switch (statement.op) {
    case 'set':
      assigned.add(statement.local);
      return;
    case 'callMany':
      for (const local of statement.results) assigned.add(local);
      return;
    case 'if':
    case 'loop':
    case 'for':
    case 'block':
    case 'try':
      for (const local of assignedInside(statement)) assigned.add(local);
  }
}

function assignedInside(statement: Statement): ReadonlySet<string> {
  let assigned = assignments.get(statement);
  if (!assigned) {
    const inner = new Set<string>();
    for (const body of bodiesOf(statement)) for (const one of body) addAssigned(one, inner);
    if (statement.op === 'for') inner.add(statement.index);
    assigned = inner;
    assignments.set(statement, assigned);
  }
  return assigned;
}

export function mapList<T>(list: readonly T[], change: (one: T) => T): readonly T[] {
  let changed: T[] | undefined;
  for (let i = 0; i < list.length; i++) {
    const one = list[i]!;
    const next = change(one);
    if (next !== one && !changed) changed = list.slice(0, i);
    changed?.push(next);
  }
  return changed ?? list;
}

function mapAddress(address: Address, change: Rewriter): Address {
  const base = change(address.base);
  const index = address.index && change(address.index);
  return base === address.base && index === address.index ? address : { ...address, base, index };
}

/** A copy with the new members, or the node itself where all are the same. */
function update<T extends object>(node: T, members: Partial<T>): T {
  for (const key of Object.keys(members) as (keyof T)[])
    if (members[key] !== node[key]) return { ...node, ...members };
  return node;
}
