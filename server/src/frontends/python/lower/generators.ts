import { constant, i64 } from '@jitsight/shared/ir/expressions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import type { TypedFunction } from '../infer/typedFunction';
import { stepThrough } from '../library/iteration/indexed';
import type { LoopSteps } from '../library/libraryFunction';
import type { Yield } from '../parse/ast';
import { none } from '../types/numbaType';
import type { Body } from './body';
import { createEdgeTable } from './edges';
import { lowerExpression } from './expressions/lowerExpression';
import type { FunctionLowering } from './functionLowering';
import { generatorCursor } from './generator/cursor';
import { generatorCode } from './generator/frames';
import { readGlobals } from './globals';
import type { Value } from './lowering';
import { lowerBlock } from './statements/lowerStatement';
import { createVariables, type DeclareParameter } from './variables';

interface Suspended {
  readonly target: TypedFunction;
  readonly args: readonly Value[];
}

const suspended = new WeakMap<Value, Suspended>();
const deepestNesting = 8;
const running = new WeakMap<FunctionLowering, number>();

/**
 * The value of a call of a generator function: nothing has run yet. It gets a frame where something else than a loop
 * over it asks for its parts.
 */
export function generatorValue(
  lowering: FunctionLowering,
  target: TypedFunction,
  args: readonly Value[],
): Value {
  const own = args.map((arg, i) => ownArgument(lowering, target, arg, i));
  let parts: readonly Expression[] | undefined;
  const value: Value = {
    type: target.returnType,
    get parts() {
      suspended.delete(value);
      parts ??= newFrame(lowering, target, own);
      return parts;
    },
  };
  suspended.set(value, { target, args: own });
  return value;
}

/** Whether it is the call of a generator that has no frame yet. */
export const isSuspended = (value: Value): boolean => suspended.has(value);

function newFrame(
  lowering: FunctionLowering,
  target: TypedFunction,
  args: readonly Value[],
): readonly Expression[] {
  const frame = lowering.ir.local('ptr', target.name);
  const given = args.flatMap((arg) => arg.parts);
  lowering.ir.callMany(generatorCode(lowering.module, target).make, given, [frame]);
  return lowering.temporary({ type: target.returnType, parts: [frame] }).parts;
}

/** What a generator is given stays alive while the loop over it runs, whatever the loop assigns. */
function ownArgument(lowering: FunctionLowering, target: TypedFunction, arg: Value, index: number): Value {
  const type = [...target.params, ...target.captures][index]!.type;
  const converted = lowering.cast(arg, type);
  const held = { type, parts: converted.parts.map((part) => lowering.ir.hold(part)) };
  lowering.retain(held);
  return lowering.temporary(held);
}

/**
 * Puts the generator's body in place of the loop, with the loop's body in place of each `yield`. One that has a frame
 * is asked for its items.
 */
export function iterateGenerator(
  lowering: FunctionLowering,
  generator: Value,
  emitBody: (item: Value, steps: LoopSteps) => void,
): void {
  const found = suspended.get(generator);
  const depth = running.get(lowering) ?? 0;
  if (!found || depth >= deepestNesting) {
    stepThrough(generatorCursor(lowering, generator), lowering, emitBody);
    return;
  }
  running.set(lowering, depth + 1);
  try {
    runGenerator(lowering, found, emitBody);
  } finally {
    running.set(lowering, depth);
  }
}

function runGenerator(
  lowering: FunctionLowering,
  { target, args }: Suspended,
  emitBody: (item: Value, steps: LoopSteps) => void,
): void {
  const { ir } = lowering;
  const outside = lowering.temporaries;
  const variables = createVariables(target, lowering, new Set(), localsFor(lowering, args));
  const globals = readGlobals(lowering, target);
  ir.block((end) => {
    const emitItem = (item: Value): void => {
      // A loop of one pass: `continue` in the loop's body ends the pass and so goes on after the yield.
      ir.for({ start: i64(0), stop: i64(1), hint: 'pass' }, (_, label) => {
        emitBody(item, { next: label, done: end });
      });
    };
    const body: Body = {
      typed: target,
      lowering,
      variables,
      edges: createEdgeTable(target.ssa),
      enclosing: [],
      loopDepth: 0,
      tryDepth: 0,
      pinned: new Map(),
      unmade: new Map(),
      globals,
      generator: { end, outside, emitItem },
    };
    if (target.node.kind === 'FunctionDef') lowerBlock(body, target.node.body);
  });
  for (const variable of variables.owners()) {
    lowering.release(variable);
    // The loop may stand in another one and run again.
    for (const local of variable.parts) ir.set(local, constant(local.type, 0));
  }
}

/** Locals that hold the arguments, for parameters and captures in order. */
function localsFor(lowering: FunctionLowering, args: readonly Value[]): DeclareParameter {
  let next = 0;
  return (name) =>
    args[next++]!.parts.map((part) => {
      const local = lowering.ir.local(part.type, name);
      lowering.ir.set(local, part);
      return local;
    });
}

/** `yield x` in a generator that is being looped over. Nothing can be sent to it, so its value is None. */
export function lowerYield(body: Body, node: Yield): Value {
  const { generator, lowering, typed } = body;
  const { returnType } = typed;
  if (!generator || returnType.kind !== 'generator')
    return lowering.notLowered('this yield is not compiled yet');
  const value: Value = node.value ? lowerExpression(body, node.value) : { type: none, parts: [] };
  generator.emitItem(lowering.hold(lowering.cast(value, returnType.yields)));
  return { type: none, parts: [] };
}
