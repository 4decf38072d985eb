import {
  and,
  binary,
  constant,
  convert,
  dataAddress,
  f64,
  gt,
  i32,
  i64,
  load,
  localExpression,
  mul,
  select,
  sub,
} from '../../ir/expressions';
import type {
  Address,
  DataSegment,
  Expression,
  ForStatement,
  FunctionIR,
  LocalExpression,
  ModuleIR,
  Statement,
} from '../../ir/nodes';
import type { ScalarType } from '../../ir/scalarType';
import { childrenOf, expressionsOf, forEachStatement } from '../../ir/walk';
import { FreshLocals } from '../freshLocals';
import { isPure, localsOf } from '../purity';
import type { Report } from '../remark';
import { mapBlocks } from '../rewrite';
import { type Independence, independenceOf } from './independence';
import { liveAfter } from './liveness';
import { joined, type Reduction } from './reduction';
import { workOf } from './work';

/** Into so many parts at most a loop is cut, by its work and not by the number of threads: so results do not depend on that. */
const mostParts = 64;
/** Work, in expressions evaluated, below which waking threads costs more than they save. */
const leastWork = 400_000;
/** Work below which handing out a part costs more than threads that end unevenly. */
const partWork = 100_000;
const slot = 8;

/**
 * Makes each outermost loop marked parallel a function of its own over a part of the iterations, `(first, last, part)`,
 * and a call of `rt.parallel`, by which the host lets threads run the parts. Values from around the loop lie in a data
 * segment; so do what reductions come to in each part, which are joined in order.
 */
export function outlineParallel(module: ModuleIR, report: Report): ModuleIR {
  if (!module.functions.some(hasParallelLoop)) return module;
  const functions = new Map(module.functions.map((fn) => [fn.name, fn]));
  const inside = calledInParallel(module, functions);
  const outlined: Outlined = { functions: [], data: [], calleeOf: (name) => functions.get(name) };
  const changed = module.functions.map((fn) =>
    inside.has(fn.name) ? fn : outlineLoops(fn, outlined, report),
  );
  if (outlined.functions.length === 0) return module;
  return {
    ...module,
    functions: [...changed, ...outlined.functions],
    data: [...module.data, ...outlined.data],
    parallel: outlined.functions.map((fn) => fn.name),
  };
}

interface Outlined {
  readonly functions: FunctionIR[];
  readonly data: DataSegment[];
  readonly calleeOf: (name: string) => FunctionIR | undefined;
}

function hasParallelLoop(fn: FunctionIR): boolean {
  let found = false;
  forEachStatement(fn.body, (one) => {
    found ||= one.op === 'for' && one.parallel === true;
  });
  return found;
}

/** Functions that a parallel loop's body can reach: they run on one thread, whatever they hold. */
function calledInParallel(module: ModuleIR, functions: ReadonlyMap<string, FunctionIR>): ReadonlySet<string> {
  const reached = new Set<string>();
  const visit = (body: readonly Statement[]): void => {
    for (const name of calleesIn(body)) {
      const callee = functions.get(name);
      if (!callee || reached.has(name)) continue;
      reached.add(name);
      visit(callee.body);
    }
  };
  for (const fn of module.functions) {
    forEachStatement(fn.body, (one) => {
      if (one.op === 'for' && one.parallel) visit(one.body);
    });
  }
  return reached;
}

function calleesIn(body: readonly Statement[]): Set<string> {
  const names = new Set<string>();
  const descend = (one: Expression): void => {
    if (one.op === 'call') names.add(one.callee);
    childrenOf(one).forEach(descend);
  };
  forEachStatement(body, (one) => {
    if (one.op === 'callMany') names.add(one.callee);
    expressionsOf(one).forEach(descend);
  });
  return names;
}

function outlineLoops(fn: FunctionIR, outlined: Outlined, report: Report): FunctionIR {
  const live = liveAfter(fn.body);
  const fresh = new FreshLocals(fn);
  const visit = (body: readonly Statement[]): readonly Statement[] =>
    body.flatMap((statement) => {
      if (statement.op !== 'for' || !statement.parallel) return [mapBlocks(statement, visit)];
      const found = canOutline(statement)
        ? independenceOf(statement, live.get(statement) ?? new Set(), outlined.calleeOf)
        : { reason: 'it does not count up by one' };
      if ('reason' in found) {
        report(`not run by several threads: ${found.reason}`, statement.range);
        return [{ ...mapBlocks(statement, visit), parallel: undefined } as ForStatement];
      }
      report('run by several threads where there is enough work', statement.range);
      return outlineLoop(fn, statement, found, fresh, outlined);
    });
  return fresh.finish(visit(fn.body));
}

function canOutline({ start, stop, step }: ForStatement): boolean {
  return start.type === 'i64' && stop.type === 'i64' && step.op === 'const' && Number(step.value) === 1;
}

function outlineLoop(
  fn: FunctionIR,
  loop: ForStatement,
  { captured, reductions }: Independence,
  fresh: FreshLocals,
  outlined: Outlined,
): readonly Statement[] {
  const typeOf = (name: string): ScalarType => fn.locals.find((one) => one.name === name)!.type;
  const bounds = [loop.start, loop.stop].filter(isPure);
  const extra = bounds.flatMap((one) => [...localsOf(one)]);
  const names = [...new Set([...captured, ...extra, ...reductions.map(({ local }) => local)])];
  const which = outlined.functions.length;
  const frame: Frame = {
    segment: `parallel.${which}`,
    values: new Map(names.map((name, i) => [name, i * slot])),
    results: names.length * slot,
    reductions,
  };
  const name = `${fn.name}.parallel${which}`;
  outlined.functions.push(bodyFunction(name, fn, loop, frame, typeOf));
  outlined.data.push({
    name: frame.segment,
    bytes: new Uint8Array(frame.results + mostParts * reductions.length * slot + slot),
    align: 64,
  });
  const start = fresh.make('first', 'i64');
  const stop = fresh.make('last', 'i64');
  const count = fresh.make('parts', 'i32');
  const trips = sub(stop, start);
  const all = binary('min', convert(trips, 'f64'), f64(mostParts));
  const work = fresh.make('work', 'f64');
  const shared = convert(binary('min', all, mul(work, f64(1 / partWork))), 'i32');
  const worth = and(gt(trips, i64(1)), gt(work, f64(leastWork)));
  const { range } = loop;
  return [
    { op: 'set', local: start.name, value: loop.start, range },
    { op: 'set', local: stop.name, value: loop.stop, range },
    { op: 'set', local: work.name, value: mul(convert(trips, 'f64'), workOf(loop)), range },
    { op: 'set', local: count.name, value: select(worth, shared, i32(1)), range },
    ...names.map(
      (one): Statement => ({
        op: 'store',
        address: at(frame, frame.values.get(one)!),
        value: localExpression(one, typeOf(one)),
        range,
      }),
    ),
    {
      op: 'if',
      condition: gt(count, i32(1)),
      whenTrue: [
        { op: 'callMany', callee: 'rt.parallel', args: [i32(which), start, stop, count], results: [] },
      ],
      whenFalse: [{ op: 'callMany', callee: name, args: [start, stop, i32(0)], results: [] }],
      range,
    },
    ...(reductions.length > 0 ? [join(frame, count, fresh, typeOf)] : []),
  ];
}

interface Frame {
  readonly segment: string;
  /** Where each captured local lies. */
  readonly values: ReadonlyMap<string, number>;
  /** Where the results of the first part lie; those of the others follow. */
  readonly results: number;
  readonly reductions: readonly Reduction[];
}

const first = localExpression('part.first', 'i64');
const last = localExpression('part.last', 'i64');
const part = localExpression('part', 'i32');
const partParameters = [first, last, part];

function bodyFunction(
  name: string,
  fn: FunctionIR,
  loop: ForStatement,
  frame: Frame,
  typeOf: (name: string) => ScalarType,
): FunctionIR {
  const { start, stop } = loop;
  const used = localsIn(loop);
  for (const local of frame.values.keys()) used.add(local);
  const loads = [...frame.values].map(([local, offset]): Statement => {
    const reduction = frame.reductions.find((one) => one.local === local);
    const value = reduction && identityOf(reduction, typeOf(local));
    return { op: 'set', local, value: value ?? load(typeOf(local), at(frame, offset)) };
  });
  // The bounds of the whole loop tell later passes what the index can be.
  const inner: ForStatement = {
    ...loop,
    start: isPure(start) ? binary('max', first, start) : first,
    stop: isPure(stop) ? binary('min', last, stop) : last,
    body: withoutParallel(loop.body),
    parallel: undefined,
  };
  const stores = frame.reductions.map(
    ({ local }, i): Statement => ({
      op: 'store',
      address: resultAt(frame, i, part),
      value: localExpression(local, typeOf(local)),
    }),
  );
  return {
    name,
    range: loop.range,
    params: partParameters.map(({ name: local, type }) => ({
      name: local,
      type: { kind: 'scalar', scalar: type },
      locals: [local],
    })),
    result: { kind: 'none' },
    locals: [
      ...partParameters.map(({ name: local, type }) => ({ name: local, type })),
      ...fn.locals.filter((local) => used.has(local.name)),
    ],
    body: [...loads, inner, ...stores, { op: 'return', values: [] }],
    fastmath: fn.fastmath,
  };
}

/** Goes on from the value before the loop with each part's, in order. */
function join(
  frame: Frame,
  count: LocalExpression,
  fresh: FreshLocals,
  typeOf: (name: string) => ScalarType,
): Statement {
  const index = fresh.make('part', 'i32');
  return {
    op: 'for',
    label: `join.${frame.segment}`,
    index: index.name,
    start: i32(0),
    stop: count,
    step: i32(1),
    body: frame.reductions.map(({ local, operator }, i): Statement => {
      const own = localExpression(local, typeOf(local));
      const value = joined(operator, own, load(own.type, resultAt(frame, i, index)));
      return { op: 'set', local, value };
    }),
  };
}

/** What a part starts from; the operators without one may go on from the value before the loop, which changes nothing. */
function identityOf({ operator }: Reduction, type: ScalarType): Expression | undefined {
  if (operator === 'add' || operator === 'xor') return constant(type, 0);
  return operator === 'mul' ? constant(type, 1) : undefined;
}

function at({ segment }: Frame, offset: number): Address {
  return { base: dataAddress(segment), offset };
}

function resultAt({ segment, results, reductions }: Frame, which: number, index: LocalExpression): Address {
  return {
    base: dataAddress(segment),
    index: mul(index, i32(reductions.length)),
    scale: slot,
    offset: results + which * slot,
  };
}

function localsIn(loop: ForStatement): Set<string> {
  const names = new Set<string>([loop.index]);
  forEachStatement([loop], (one) => {
    for (const expression of expressionsOf(one)) for (const local of localsOf(expression)) names.add(local);
    if (one.op === 'set') names.add(one.local);
    else if (one.op === 'callMany') for (const result of one.results) names.add(result);
    else if (one.op === 'for') names.add(one.index);
  });
  return names;
}

function withoutParallel(body: readonly Statement[]): readonly Statement[] {
  return body.map((one) => {
    const inner = mapBlocks(one, withoutParallel);
    return inner.op === 'for' && inner.parallel ? { ...inner, parallel: undefined } : inner;
  });
}
