import { compare, localExpression } from '../../ir/expressions';
import type {
  Address,
  Expression,
  ForStatement,
  LoadExpression,
  Statement,
  StoreStatement,
} from '../../ir/nodes';
import type { ScalarType } from '../../ir/scalarType';
import { forEachExpression, forEachStatement } from '../../ir/walk';
import { isPure, usesLocal } from '../purity';
import { assignedLocals } from '../rewrite';

/** What an innermost counted loop reads and writes. */
export interface LoopMemory {
  readonly loop: ForStatement;
  readonly assigned: ReadonlySet<string>;
  readonly loads: readonly LoadExpression[];
  readonly stores: readonly StoreStatement[];
  /** Statements of the body itself that every iteration gets to: those before the first that may leave it. */
  readonly certain: readonly Statement[];
  /** No branches and no jumps: every iteration runs every statement. */
  readonly straight: boolean;
}

/** Statements of a loop that may come to stand twice. */
const mostStatements = 40;

/**
 * The memory of a loop whose index goes up or down by a constant and in which memory changes by its own stores alone;
 * undefined for others.
 */
export function memoryOf(loop: ForStatement): LoopMemory | undefined {
  if (loop.start.type !== 'i64' || loop.step.op !== 'const') return undefined;
  const loads: LoadExpression[] = [];
  const stores: StoreStatement[] = [];
  let count = 0;
  let plain = true;
  forEachStatement(loop.body, (statement) => {
    count++;
    plain &&= !disturbs(statement);
    if (statement.op === 'store') stores.push(statement);
  });
  if (!plain || stores.length === 0 || count > mostStatements) return undefined;
  forEachExpression(loop.body, (one) => {
    plain &&= one.type !== 'v128' && one.op !== 'call' && one.op !== 'checkIndex';
    if (one.op === 'load') loads.push(one);
  });
  if (!plain || loads.length === 0) return undefined;
  const leaves = loop.body.findIndex(mayLeave);
  return {
    ...{ loop, loads, stores },
    assigned: new Set([...assignedLocals(loop.body), loop.index]),
    certain: leaves < 0 ? loop.body : loop.body.slice(0, leaves),
    straight: loop.body.every(({ op }) => op === 'set' || op === 'store'),
  };
}

function disturbs({ op }: Statement): boolean {
  switch (op) {
    case 'for':
    case 'loop':
    case 'try':
    case 'callMany':
    case 'print':
    case 'memoryCopy':
    case 'memoryFill':
      return true;
    default:
      return false;
  }
}

function mayLeave(statement: Statement): boolean {
  let found = false;
  forEachStatement([statement], ({ op }) => {
    found ||= op === 'break' || op === 'continue' || op === 'return' || op === 'raise';
  });
  return found;
}

/** Whether the loop leaves the address as it is, and computing it before the loop does no harm. */
export function staysPut({ base, index }: Address, { assigned }: LoopMemory): boolean {
  const stays = (one: Expression) => isPure(one) && !usesLocal(one, assigned);
  return stays(base) && (!index || stays(index));
}

/** The loop with bounds that may be read twice, after the statements that compute them. */
export function withHeldBounds(
  loop: ForStatement,
  make: (type: ScalarType) => Expression & { readonly op: 'local' },
): { readonly before: readonly Statement[]; readonly loop: ForStatement } {
  const before: Statement[] = [];
  const hold = (value: Expression): Expression => {
    if (value.op === 'const' || (value.op === 'local' && !assignedLocals(loop.body).has(value.name)))
      return value;
    const local = make(value.type);
    before.push({ op: 'set', local: local.name, value, range: loop.range });
    return localExpression(local.name, value.type);
  };
  return { before, loop: { ...loop, start: hold(loop.start), stop: hold(loop.stop) } };
}

/** Whether the loop runs at least once. */
export function runsAtAll({ start, stop, step }: ForStatement): Expression {
  const up = step.op === 'const' && step.value > 0;
  return compare(up ? 'lt' : 'gt', start, stop);
}
