import {
  add,
  and,
  bool,
  constant,
  eq,
  ge,
  gt,
  i32,
  le,
  load,
  localExpression,
  lt,
  ne,
  or,
  select,
} from '@jitsight/shared/ir/expressions';
import type { Expression, ForStatement, IfStatement, LocalIR, Statement } from '@jitsight/shared/ir/nodes';
import { NotLowered } from '../lowering';
import { continuesAsBreaks, localsIn, localsRead } from './locals';

/** A call of this and a number, counted from 1, stands where the body is left with these values. */
export const yieldMark = 'generator.yield.';

export interface ResumablePlan {
  /** Local that says where to go on: 0 for the start, and while it runs. */
  readonly state: string;
  /** Address of the frame. */
  readonly frame: Expression;
  /** Where in the frame the state and the locals are kept. */
  readonly stateOffset: number;
  readonly localsOffset: number;
}

export interface Resumable {
  readonly body: readonly Statement[];
  readonly locals: readonly LocalIR[];
  /** Offsets in the frame of the locals that outlive a call. */
  readonly slots: ReadonlyMap<string, number>;
  readonly size: number;
}

const slotSize = 8;

/**
 * A body with yield marks as one that can be left and entered again at each of them. Entered again it walks down the same
 * loops and branches without evaluating their conditions, past all that stands before the mark.
 */
export function makeResumable(
  body: readonly Statement[],
  locals: readonly LocalIR[],
  plan: ResumablePlan,
): Resumable {
  const state: Expression = localExpression(plan.state, 'i32');
  const running = eq(state, i32(0));
  const made: LocalIR[] = [];
  const segments = new Map<string, Set<readonly Statement[]>>();
  const slots = new Map<string, number>();
  const saves: Statement[][] = [];
  let marks = 0;

  const fresh = (hint: string, type: LocalIR['type']): Expression & { op: 'local' } => {
    const local = { name: `${hint}.${made.length}`, type };
    made.push(local);
    return localExpression(local.name, type);
  };
  const set = (local: Expression & { op: 'local' }, value: Expression): Statement => ({
    op: 'set',
    local: local.name,
    value,
  });
  const when = (condition: Expression, whenTrue: readonly Statement[]): Statement[] =>
    whenTrue.length === 0 ? [] : [{ op: 'if', condition, whenTrue, whenFalse: [] }];

  /** Statements of which some hold marks; `first` and `last` are numbers of the marks in what was made. */
  const sequence = (statements: readonly Statement[]): Statement[] => {
    const result: Statement[] = [];
    let plain: Statement[] = [];
    const flush = (): void => {
      note(plain);
      result.push(...when(running, plain));
      plain = [];
    };
    for (const statement of statements) {
      if (!hasMark(statement)) {
        plain.push(statement);
        continue;
      }
      flush();
      const before = marks;
      const inner = entered(statement);
      result.push(...when(or(running, isBetween(state, before + 1, marks)), inner));
    }
    flush();
    return result;
  };

  const entered = (statement: Statement): Statement[] => {
    switch (statement.op) {
      case 'callMany':
        if (statement.callee !== `${yieldMark}${++marks}`)
          throw new Error(`${statement.callee} is mark ${marks}`);
        return [yieldHere(statement.args, marks)];
      case 'loop':
      case 'block':
        return [{ ...statement, body: sequence(statement.body) }];
      case 'for':
        return counted(statement);
      case 'if':
        return branch(statement);
      case 'try':
        if (statement.handler.some(hasMark))
          throw new NotLowered('a yield in an except clause is not compiled yet');
        note(statement.handler);
        return [{ ...statement, body: sequence(statement.body) }];
      default:
        throw new Error(`a yield inside of ${statement.op}`);
    }
  };

  const yieldHere = (args: readonly Expression[], mark: number): Statement => {
    const save: Statement[] = [];
    saves.push(save);
    const leave: Statement[] = [
      { op: 'store', address: { base: plan.frame, offset: plan.stateOffset }, value: i32(mark) },
      { op: 'return', values: [bool(true), ...args] },
    ];
    note(leave);
    return {
      op: 'if',
      condition: running,
      whenTrue: [{ op: 'block', label: `saved.${mark}`, body: save }, ...leave],
      whenFalse: [{ op: 'set', local: plan.state, value: i32(0) }],
    };
  };

  const branch = (statement: IfStatement): Statement[] => {
    const choice = fresh('choice', 'bool');
    const test: Statement = set(choice, statement.condition);
    note([test]);
    const before = marks;
    const whenTrue = sequence(statement.whenTrue);
    const after = marks;
    const whenFalse = sequence(statement.whenFalse);
    return [
      {
        op: 'if',
        condition: running,
        whenTrue: [test],
        whenFalse: [set(choice, isBetween(state, before + 1, after))],
      },
      { op: 'if', condition: choice, whenTrue, whenFalse },
    ];
  };

  /** A counted loop with its index and bounds in locals, which outlive a call. */
  const counted = (statement: ForStatement): Statement[] => {
    const { type } = statement.start;
    const index = localExpression(statement.index, type);
    const stop = fresh('stop', type);
    const step = fresh('step', type);
    const begin = [set(index, statement.start), set(stop, statement.stop), set(step, statement.step)];
    const pass = `${statement.label}.pass`;
    const isUp = gt(step, constant(type, 0));
    const goesOn = select(isUp, lt(index, stop), gt(index, stop));
    const leave: Statement = {
      op: 'if',
      condition: goesOn,
      whenTrue: [],
      whenFalse: [{ op: 'break', label: statement.label }],
    };
    note(begin);
    note([leave]);
    const body = sequence(continuesAsBreaks(statement.body, statement.label, pass));
    const next = set(index, add(index, step));
    note([next]);
    return [
      ...when(running, begin),
      {
        op: 'loop',
        label: statement.label,
        body: [...when(running, [leave]), { op: 'block', label: pass, body }, next],
      },
    ];
  };

  const note = (segment: readonly Statement[]): void => {
    if (segment.length === 0) return;
    const kept = [...segment];
    for (const name of localsIn(kept)) {
      const known = segments.get(name) ?? new Set();
      segments.set(name, known.add(kept));
    }
  };

  const inside = sequence(body);
  const all = [...locals, ...made];
  for (const { name } of all) {
    const used = segments.get(name);
    if (used && !isPrivate(name, used)) slots.set(name, plan.localsOffset + slotSize * slots.size);
  }
  const types = new Map(all.map(({ name, type }) => [name, type]));
  const kept = [...slots].map(([name, offset]) => ({
    local: localExpression(name, types.get(name)!),
    offset,
  }));
  for (const save of saves) {
    for (const { local, offset } of kept) {
      save.push({ op: 'store', address: { base: plan.frame, offset }, value: local });
    }
  }
  const restore = kept.map(({ local, offset }): Statement => {
    return set(local, load(local.type, { base: plan.frame, offset }));
  });
  return {
    body: [...when(ne(state, i32(0)), restore), ...inside],
    locals: made,
    slots,
    size: plan.localsOffset + slotSize * slots.size,
  };
}

function isBetween(state: Expression, first: number, last: number): Expression {
  if (first > last) return bool(false);
  if (first === last) return eq(state, i32(first));
  return and(le(i32(first), state), ge(i32(last), state));
}

/** Whether a local is set before it is read in the only segment that knows it. */
function isPrivate(name: string, segments: ReadonlySet<readonly Statement[]>): boolean {
  if (segments.size > 1) return false;
  const [segment] = segments;
  const first = segment!.find((statement) => localsIn([statement]).has(name));
  return first?.op === 'set' && first.local === name && !localsRead([first]).has(name);
}

export function hasMark(statement: Statement): boolean {
  switch (statement.op) {
    case 'callMany':
      return statement.callee.startsWith(yieldMark);
    case 'loop':
    case 'block':
    case 'for':
      return statement.body.some(hasMark);
    case 'if':
      return statement.whenTrue.some(hasMark) || statement.whenFalse.some(hasMark);
    case 'try':
      return statement.body.some(hasMark) || statement.handler.some(hasMark);
    default:
      return false;
  }
}
