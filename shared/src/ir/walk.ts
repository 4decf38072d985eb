import type { Address, Expression, Statement } from './nodes';

/** The expressions directly under `expression`, in the order in which they are evaluated. */
export function childrenOf(expression: Expression): readonly Expression[] {
  switch (expression.op) {
    case 'const':
    case 'local':
    case 'dataAddress':
      return [];
    case 'select':
      return [expression.condition, expression.whenTrue, expression.whenFalse];
    case 'load':
      return addressParts(expression.address);
    case 'wrapIndex':
    case 'checkIndex':
      return [expression.index, expression.length];
    case 'math':
    case 'call':
    case 'simd':
      return expression.args;
    default:
      return 'value' in expression ? [expression.value] : [expression.left, expression.right];
  }
}

/**
 * Whether `test` holds of every expression directly under `expression`, in the order in which they are evaluated; the
 * first for which it does not ends the search. Makes no list, as passes ask this of every node.
 */
export function everyChild(expression: Expression, test: (child: Expression) => boolean): boolean {
  switch (expression.op) {
    case 'const':
    case 'local':
    case 'dataAddress':
      return true;
    case 'select':
      return test(expression.condition) && test(expression.whenTrue) && test(expression.whenFalse);
    case 'load': {
      const { base, index } = expression.address;
      return test(base) && (index === undefined || test(index));
    }
    case 'wrapIndex':
    case 'checkIndex':
      return test(expression.index) && test(expression.length);
    case 'math':
    case 'call':
    case 'simd':
      return expression.args.every(test);
    default:
      return 'value' in expression ? test(expression.value) : test(expression.left) && test(expression.right);
  }
}

/** The expressions directly in `statement`, without those of the statements nested in it. */
export function expressionsOf(statement: Statement): readonly Expression[] {
  switch (statement.op) {
    case 'set':
    case 'evaluate':
      return [statement.value];
    case 'store':
      return [...addressParts(statement.address), statement.value];
    case 'callMany':
      return statement.args;
    case 'if':
      return [statement.condition];
    case 'for':
      return [statement.start, statement.stop, statement.step];
    case 'return':
      return statement.values;
    case 'raise':
      return statement.args ?? [];
    case 'print':
      return statement.pieces.flatMap((piece) => (typeof piece === 'string' ? [] : piece.parts));
    case 'memoryCopy':
      return [statement.target, statement.source, statement.size];
    case 'memoryFill':
      return [statement.target, statement.byte, statement.size];
    default:
      return [];
  }
}

/** The statement lists directly in `statement`. */
export function bodiesOf(statement: Statement): readonly (readonly Statement[])[] {
  switch (statement.op) {
    case 'if':
      return [statement.whenTrue, statement.whenFalse];
    case 'try':
      return [statement.body, statement.handler];
    case 'loop':
    case 'for':
    case 'block':
      return [statement.body];
    default:
      return [];
  }
}

/** Calls `visit` with every expression in `statements`, outer before inner. */
export function forEachExpression(
  statements: readonly Statement[],
  visit: (expression: Expression) => void,
): void {
  const descend = (expression: Expression): boolean => {
    visit(expression);
    return everyChild(expression, descend);
  };
  forEachStatement(statements, (statement) => {
    for (const expression of expressionsOf(statement)) descend(expression);
  });
}

/** Calls `visit` with every statement, outer before inner. */
export function forEachStatement(
  statements: readonly Statement[],
  visit: (statement: Statement) => void,
): void {
  for (const statement of statements) {
    visit(statement);
    for (const body of bodiesOf(statement)) forEachStatement(body, visit);
  }
}

function addressParts(address: Address): Expression[] {
  return address.index ? [address.base, address.index] : [address.base];
}
