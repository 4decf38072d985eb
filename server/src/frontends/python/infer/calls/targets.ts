import type { BoundModule, NameSymbol } from '../../bind/boundModule';
import type { Expression } from '../../parse/ast';
import type { NumbaType } from '../../types/numbaType';
import {
  draftOf,
  frameOf,
  inferFunction,
  type InferenceOptions,
  type InferenceTarget,
} from '../inferFunction';
import type { Inference } from '../inference';
import { partialReturnType } from '../recursion';
import { flagsOf } from '../specialize/decoratorOptions';
import type { BoundArgument, TypedFunction } from '../typedFunction';
import { freeVariables, owner } from '../variables';
import { versionType } from '../versionTypes';

export type TargetType = NumbaType & ({ kind: 'dispatcher' } | { kind: 'closure' });

/** Types the function that a value stands for, for these arguments. */
export function inferTarget(
  inf: Inference,
  type: TargetType,
  args: readonly (NumbaType | undefined)[],
): TypedFunction | undefined {
  if (type.kind === 'dispatcher') {
    const fn = type.function;
    const target = { module: fn.module, node: fn.node, function: fn };
    return inferFunction(target, args, inf.context, { flags: flagsOf(fn) });
  }
  const captured = capturesOf(inf, type.node, undefined);
  if (!captured) return undefined;
  return inferFunction(
    closureTarget(inf, type.node),
    args,
    inf.context,
    closureOptions(inf, type.node, captured),
  );
}

export function closureTarget(
  inf: Inference,
  node: (NumbaType & { kind: 'closure' })['node'],
): InferenceTarget {
  const module = moduleOf(inf, node);
  const fn = node.kind === 'FunctionDef' ? module.functionOf.get(node) : undefined;
  return { module, node, ...(fn && { function: fn }) };
}

// A closure that was passed on is called in another module.
function moduleOf(inf: Inference, node: (NumbaType & { kind: 'closure' })['node']): BoundModule {
  return inf.context.escaped.get(node)?.module ?? inf.module;
}

export function closureOptions(
  inf: Inference,
  node: (NumbaType & { kind: 'closure' })['node'],
  captured: CapturedValues,
): InferenceOptions {
  const frozen = inf.context.escaped.get(node)?.frozen ?? new Map();
  return {
    flags: inf.flags,
    captures: captured.types,
    ...((frozen.size > 0 || inf.frozen.size > 0) && { frozen: new Map([...inf.frozen, ...frozen]) }),
  };
}

export interface CapturedValues {
  readonly types: ReadonlyMap<NameSymbol, NumbaType>;
  readonly args: readonly BoundArgument[];
}

/** Types of what a closure reads of the functions around it, at `use`; undefined while one is not known. */
export function capturesOf(
  inf: Inference,
  node: (NumbaType & { kind: 'closure' })['node'],
  use: Expression | undefined,
): CapturedValues | undefined {
  const types = new Map<NameSymbol, NumbaType>();
  const args: BoundArgument[] = [];
  const versions = use && inf.ssa.captures.get(use);
  for (const symbol of freeVariables(moduleOf(inf, node), node)) {
    const version = versions?.get(symbol);
    const own = owner(symbol.scope) === inf.node;
    const type = version ? versionType(inf, version) : inf.captures.get(symbol);
    if (!type) {
      if (own) return undefined;
      continue;
    }
    types.set(symbol, type);
    args.push({
      name: symbol.name,
      type,
      source: version ? { kind: 'version', version } : { kind: 'capture', symbol },
    });
  }
  return { types, args };
}

export type Recursion =
  | { readonly kind: 'none' }
  /** Not to be looked at now. */
  | { readonly kind: 'skip' }
  | { readonly kind: 'runaway' }
  | { readonly kind: 'typed'; readonly type: NumbaType; readonly target: TypedFunction };

/** Whether a call is of a function that is being typed for the same arguments. */
export function recursionOf(
  inf: Inference,
  target: InferenceTarget,
  args: readonly (NumbaType | undefined)[],
  options: InferenceOptions,
): Recursion {
  const frame = frameOf(inf.context, target, args, options);
  if (!frame) return { kind: 'none' };
  if (inf.context.stack.some((each) => each.skipRecursion)) return { kind: 'skip' };
  const type = partialReturnType(frame);
  return type ? { kind: 'typed', type, target: draftOf(frame) } : { kind: 'runaway' };
}
