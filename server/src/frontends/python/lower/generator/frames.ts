import { FunctionBuilder } from '@jitsight/shared/ir/builder';
import { bool, call, constant, eq, i32, load, ne, nullPointer, sub } from '@jitsight/shared/ir/expressions';
import type { Expression, FunctionIR, LocalIR, Statement } from '@jitsight/shared/ir/nodes';
import { memoryLayout, type ValueType } from '@jitsight/shared/ir/valueType';
import type { TypedFunction } from '../../infer/typedFunction';
import { tupleOf, type NumbaType } from '../../types/numbaType';
import type { Body } from '../body';
import { withRequiredChecks } from '../boundsChecks';
import { createEdgeTable } from '../edges';
import type { FunctionLowering } from '../functionLowering';
import { readGlobals } from '../globals';
import type { Value } from '../lowering';
import { createLowering } from '../loweringContext';
import type { ModuleLowering } from '../moduleLowering';
import { withoutRanges } from '../ranges';
import { countedParts } from '../references';
import { lowerBlock } from '../statements/lowerStatement';
import type { Temporary, TemporaryPool } from '../temporaries';
import { zeros } from '../tuples';
import { valueTypeOf } from '../valueTypes';
import { createVariables } from '../variables';
import { makeResumable, type Resumable, yieldMark } from './resumable';

/** Names of the functions of one generator: `make` takes its arguments, `next` and `release` the frame. */
export interface GeneratorCode {
  readonly make: string;
  readonly next: string;
  readonly release: string;
}

/** A frame starts with its number of owners, as a list does; arguments and then locals follow the state. */
const header = { count: 0, state: 4, args: 8 } as const;
const finished = -1;
const pointer: ValueType = { kind: 'scalar', scalar: 'ptr' };

const codes = new WeakMap<ModuleLowering, Map<TypedFunction, GeneratorCode>>();

/**
 * The functions of a generator that is kept as a value. What runs between two items is one call of `next`, which gives
 * whether there is an item and then the item, which the caller owns. After the end there is none.
 */
export function generatorCode(module: ModuleLowering, target: TypedFunction): GeneratorCode {
  const known = codes.get(module) ?? new Map<TypedFunction, GeneratorCode>();
  codes.set(module, known);
  const done = known.get(target);
  if (done) return done;
  const name = module.reserveName(target.name);
  const code = { make: `${name}.make`, next: `${name}.next`, release: `${name}.release` };
  // Entered before it is built: a generator may make another of its kind.
  known.set(target, code);
  const made = buildNext(module, target, code.next);
  module.helper(code.next, () => made.next);
  module.helper(code.make, () => buildMake(module, target, code.make, made.resumable.size));
  module.helper(code.release, () => buildRelease(module, target, code.release, made));
  return code;
}

interface Suspension {
  /** What the generator owns, and the locals that hold it. */
  readonly owned: readonly Temporary[];
}

interface MadeNext {
  readonly next: FunctionIR;
  readonly resumable: Resumable;
  readonly variables: readonly Temporary[];
  readonly suspensions: readonly Suspension[];
}

function argumentTypes(target: TypedFunction): NumbaType[] {
  return [...target.params, ...target.captures].map((each) => each.type);
}

function argumentLayout(target: TypedFunction) {
  return memoryLayout(valueTypeOf(tupleOf(argumentTypes(target))));
}

function buildNext(module: ModuleLowering, target: TypedFunction, name: string): MadeNext {
  const { returnType } = target;
  if (returnType.kind !== 'generator') throw new Error(`${target.key} is no generator`);
  const yields = valueTypeOf(returnType.yields);
  const ir = new FunctionBuilder(name, { kind: 'optional', value: yields });
  const lowering = createLowering(module, ir, target.options);
  const frame = ir.parameter('frame', pointer)[0]!;
  const state = ir.local('i32', 'state');
  const suspensions: Suspension[] = [];
  let owners: readonly Temporary[] = [];
  ir.at(target.node.range, () => {
    const body = frameBody(lowering, target, frame, suspensions);
    if (target.node.kind === 'FunctionDef') runBody(body, target.node.body);
    owners = body.variables.owners().flatMap((variable) => ownedBy(module, variable));
    for (const variable of body.variables.owners()) lowering.release(variable);
    ir.store({ base: frame, offset: header.state }, i32(finished));
    ir.return([bool(false), ...zeros(returnType.yields)]);
  });
  const built = ir.finish({ range: target.node.range, fastmath: target.options.fastmath || undefined });
  const kept = built.locals.filter((local) => local.name !== frame.name && local.name !== state.name);
  const argsSize = Math.ceil(argumentLayout(target).size / 8) * 8;
  const plan = {
    state: state.name,
    frame,
    stateOffset: header.state,
    localsOffset: header.args + argsSize,
  };
  const resumable = makeResumable(built.body, kept, plan);
  const none: Expression[] = [bool(false), ...zeros(returnType.yields)];
  const ownsNothing = owners.length === 0 && suspensions.every(({ owned }) => owned.length === 0);
  const fn = withoutRanges<FunctionIR>({
    ...built,
    locals: [...built.locals, ...resumable.locals] as LocalIR[],
    body: [...enter(frame, state, none, ownsNothing), ...resumable.body, { op: 'return', values: none }],
  });
  const next = target.options.boundscheck ? withRequiredChecks(fn) : fn;
  return { next, resumable, variables: owners, suspensions };
}

/**
 * Reads where to go on. After an error Numba goes on from the same place again; where the generator owns something,
 * which it may have given up before the error, it counts as finished.
 */
function enter(
  frame: Expression,
  state: Expression & { op: 'local' },
  none: readonly Expression[],
  staysAfterError: boolean,
): Statement[] {
  const address = { base: frame, offset: header.state };
  const finish: Statement[] = staysAfterError ? [] : [{ op: 'store', address, value: i32(finished) }];
  return [
    { op: 'set', local: state.name, value: load('i32', address) },
    {
      op: 'if',
      condition: eq(state, i32(finished)),
      whenTrue: [{ op: 'return', values: none }],
      whenFalse: [],
    },
    ...finish,
  ];
}

type FrameBody = Body & { readonly generator: NonNullable<Body['generator']> };

function frameBody(
  lowering: FunctionLowering,
  target: TypedFunction,
  frame: Expression,
  suspensions: Suspension[],
): FrameBody {
  const { ir } = lowering;
  const outside = lowering.temporaries;
  const { offsets } = argumentLayout(target);
  let next = 0;
  const variables = createVariables(target, lowering, new Set(), (name, type) =>
    zeros(type).map(({ type: scalar }) => {
      const local = ir.local(scalar, name);
      ir.set(local, load(scalar, { base: frame, offset: header.args + offsets[next++]! }));
      return local;
    }),
  );
  const emitItem = (item: Value): void => {
    const held = lowering.hold(item);
    lowering.retain(held);
    suspensions.push({ owned: ownedUpTo(lowering.temporaries, outside) });
    ir.callMany(`${yieldMark}${suspensions.length}`, held.parts, []);
  };
  return {
    typed: target,
    lowering,
    variables,
    edges: createEdgeTable(target.ssa),
    enclosing: [],
    // It may be left and entered again anywhere, as the body of a loop.
    loopDepth: 1,
    tryDepth: 0,
    pinned: new Map(),
    unmade: new Map(),
    globals: readGlobals(lowering, target),
    generator: { end: '', outside, emitItem },
  };
}

function runBody(body: FrameBody, statements: Parameters<typeof lowerBlock>[1]): void {
  body.lowering.ir.block((end) => {
    lowerBlock({ ...body, generator: { ...body.generator, end } }, statements);
  });
}

function ownedUpTo(pool: TemporaryPool | undefined, outside: TemporaryPool): Temporary[] {
  return pool && pool !== outside ? [...pool.owned, ...ownedUpTo(pool.outer, outside)] : [];
}

function ownedBy(module: ModuleLowering, { type, parts }: Value): Temporary[] {
  return countedParts(module, type).flatMap(({ index, release }) => {
    const local = parts[index]!;
    return local.op === 'local' ? [{ local, release }] : [];
  });
}

function buildMake(module: ModuleLowering, target: TypedFunction, name: string, size: number): FunctionIR {
  const ir = new FunctionBuilder(name, pointer);
  const lowering = createLowering(module, ir, target.options);
  const { offsets } = argumentLayout(target);
  const args = [...target.params, ...target.captures].map(({ type }, i) => ({
    type,
    parts: ir.parameter(`argument${i}`, valueTypeOf(type)),
  }));
  const frame = ir.hold(call('rt.allocate', 'ptr', i32(size)), 'frame');
  ir.memoryFill(frame, i32(0), i32(size));
  ir.store({ base: frame, offset: header.count }, i32(1));
  for (const arg of args) lowering.retain(arg);
  args
    .flatMap((arg) => arg.parts)
    .forEach((part, i) => {
      ir.store({ base: frame, offset: header.args + offsets[i]! }, part);
    });
  ir.return([frame]);
  return ir.finish();
}

/** Frees the frame when its last owner goes, with what the generator owns where it stands. */
function buildRelease(
  module: ModuleLowering,
  target: TypedFunction,
  name: string,
  made: MadeNext,
): FunctionIR {
  const ir = new FunctionBuilder(name, { kind: 'none' });
  const frame = ir.parameter('frame', pointer)[0]!;
  const address = { base: frame, offset: header.count };
  ir.if(eq(frame, nullPointer), () => ir.return([]));
  const left = ir.hold(sub(load('i32', address), i32(1)), 'left');
  ir.store(address, left);
  ir.if(ne(left, i32(0)), () => ir.return([]));
  const { slots } = made.resumable;
  const releaseSlot = ({ local, release }: Temporary): void => {
    const offset = slots.get(local.name);
    if (offset !== undefined) ir.callMany(release, [load('ptr', { base: frame, offset })], []);
  };
  const state = ir.hold(load('i32', { base: frame, offset: header.state }), 'state');
  const isSuspended = { op: 'gt', type: 'bool', left: state, right: constant('i32', 0) } as const;
  ir.if(isSuspended, () => made.variables.forEach(releaseSlot));
  made.suspensions.forEach(({ owned }, i) => {
    if (owned.length > 0) ir.if(eq(state, i32(i + 1)), () => owned.forEach(releaseSlot));
  });
  const { offsets } = argumentLayout(target);
  for (const { index, release } of countedParts(module, tupleOf(argumentTypes(target)))) {
    ir.callMany(release, [load('ptr', { base: frame, offset: header.args + offsets[index]! })], []);
  }
  ir.callMany('rt.release', [frame], []);
  return ir.finish();
}
