import type { Statement } from '../../ir/nodes';
import { expressionsOf } from '../../ir/walk';
import { localsOf } from '../purity';

type Locals = ReadonlySet<string>;

interface Surroundings {
  /** What is live where a `break` or `continue` of an open label goes. */
  readonly onBreak: ReadonlyMap<string, Locals>;
  readonly onContinue: ReadonlyMap<string, Locals>;
  /** Live everywhere, since any statement may raise to the handler of a `try` around it. */
  readonly caught: Locals;
  /** What is live behind each statement is put here. */
  readonly after: Map<Statement, Locals>;
}

const none: Locals = new Set();

/** Locals that may be read behind each statement before they are set again. */
export function liveAfter(body: readonly Statement[]): ReadonlyMap<Statement, Locals> {
  const after = new Map<Statement, Locals>();
  ofBody(body, none, { onBreak: new Map(), onContinue: new Map(), caught: none, after });
  return after;
}

/** Locals whose value from before `body` it may read; `label` is the loop it is the body of. */
export function readFirst(body: readonly Statement[], label: string): Locals {
  const ends = new Map([[label, none]]);
  return ofBody(body, none, { onBreak: ends, onContinue: ends, caught: none, after: new Map() });
}

function ofBody(body: readonly Statement[], end: Locals, around: Surroundings): Locals {
  return body.reduceRight((live, statement) => ofStatement(statement, live, around), end);
}

function ofStatement(statement: Statement, end: Locals, around: Surroundings): Locals {
  const live = union(end, around.caught);
  around.after.set(statement, union(around.after.get(statement) ?? none, live));
  const own = new Set(expressionsOf(statement).flatMap((one) => [...localsOf(one)]));
  return union(own, union(around.caught, before(statement, live, around)));
}

/** What is live before a statement, without what its own expressions read. */
function before(statement: Statement, live: Locals, around: Surroundings): Locals {
  switch (statement.op) {
    case 'set':
      return without(live, [statement.local]);
    case 'callMany':
      return without(live, statement.results);
    case 'if':
      return union(ofBody(statement.whenTrue, live, around), ofBody(statement.whenFalse, live, around));
    case 'for':
    case 'loop':
      return ofLoop(statement, live, around);
    case 'block':
      return ofBody(statement.body, live, withLabel(around, statement.label, live));
    case 'break':
      return around.onBreak.get(statement.label) ?? none;
    case 'continue':
      return around.onContinue.get(statement.label) ?? none;
    case 'return':
    case 'raise':
      return none;
    case 'try': {
      const handler = ofBody(statement.handler, live, around);
      return ofBody(statement.body, live, { ...around, caught: union(around.caught, handler) });
    }
    default:
      return live;
  }
}

function ofLoop(loop: Statement & { op: 'for' | 'loop' }, live: Locals, around: Surroundings): Locals {
  let head = loop.op === 'for' ? live : none;
  for (;;) {
    const inside = ofBody(loop.body, head, withLabel(around, loop.label, live, head));
    const again = union(head, loop.op === 'for' ? without(inside, [loop.index]) : inside);
    if (again.size === head.size) return head;
    head = again;
  }
}

function withLabel(around: Surroundings, label: string, onBreak: Locals, onContinue?: Locals): Surroundings {
  return {
    ...around,
    onBreak: new Map(around.onBreak).set(label, onBreak),
    onContinue: onContinue ? new Map(around.onContinue).set(label, onContinue) : around.onContinue,
  };
}

function union(a: Locals, b: Locals): Locals {
  if (b.size === 0) return a;
  return a.size === 0 ? b : new Set([...a, ...b]);
}

function without(live: Locals, names: readonly string[]): Locals {
  if (!names.some((name) => live.has(name))) return live;
  return new Set([...live].filter((name) => !names.includes(name)));
}
