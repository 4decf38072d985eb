import type { BoundFunction, BoundModule, NumbaDecorator } from '../../bind/boundModule';
import type { Call, Expression } from '../../parse/ast';
import type { NumbaType } from '../../types/numbaType';
import { unliteral } from '../../types/unliteral';
import type { Argument } from '../calls/argument';
import { callTarget } from '../calls/userCall';
import { bindToParameters } from '../calls/userArguments';
import type { InferenceContext } from '../context';
import { type Inference, report } from '../inference';
import { implementationOf } from './generator/implementation';
import { runGenerator } from './generator/runGenerator';
import type { GeneratorValue } from './generator/values';

/** Notes what a module registers with `@overload(target)`, once. */
export function registerOverloads(context: InferenceContext, module: BoundModule): void {
  if (context.overloads.has(module)) return;
  const table = new Map<string | BoundFunction, BoundFunction[]>();
  context.overloads.set(module, table);
  for (const fn of module.functions) {
    const target =
      fn.decorator?.kind === 'overload' && isForCpu(fn.decorator) ? fn.decorator.overloadOf : undefined;
    const key = target && overloadKey(module, target);
    if (key) table.set(key, [...(table.get(key) ?? []), fn]);
  }
}

/** Overloads for a target of their own (`target="cuda"`) are none for compiled CPU code. */
function isForCpu({ options }: NumbaDecorator): boolean {
  const target = options.get('target')?.constant;
  return typeof target !== 'string' || target === 'generic' || target === 'cpu';
}

function overloadKey(module: BoundModule, target: Expression): string | BoundFunction | undefined {
  const meaning = target.kind === 'Name' ? module.resolve(target) : undefined;
  return meaning?.kind === 'function' ? meaning.function : module.qualifiedName(target);
}

function overloadsOf(inf: Inference, target: string | BoundFunction): BoundFunction[] {
  return [...inf.context.overloads.values()].flatMap((table) => table.get(target) ?? []);
}

export function hasOverload(inf: Inference, target: string | BoundFunction): boolean {
  return overloadsOf(inf, target).length > 0;
}

/**
 * Calls a plain function through what modules registered for it: the first that takes the types. `otherwise` is what
 * Numba itself has under that name, which it tries as well.
 */
export function callOverload(
  inf: Inference,
  node: Call,
  target: string | BoundFunction,
  given: readonly Argument[],
  otherwise?: () => NumbaType | undefined,
): NumbaType | undefined {
  const name = typeof target === 'string' ? target : target.qualifiedName;
  return callCandidate(inf, node, { name, candidates: overloadsOf(inf, target) }, given, otherwise);
}

/** Calls the implementation that the first of some generators gives for the types. */
export function callCandidate(
  inf: Inference,
  node: Call,
  { name, candidates }: { readonly name: string; readonly candidates: readonly BoundFunction[] },
  given: readonly Argument[],
  otherwise?: () => NumbaType | undefined,
): NumbaType | undefined {
  let reason = 'no overload takes these types';
  for (const fn of candidates) {
    const bound = bindToParameters(fn.node.params, given);
    if (typeof bound === 'string') {
      reason = bound;
      continue;
    }
    for (const types of [bound.types.map((type) => type && unliteral(type)), bound.types]) {
      const args = types.map((type): GeneratorValue | undefined => type && { kind: 'type', type });
      const result = runGenerator(fn, args, inf.context.numba);
      if (result.kind === 'unknown') {
        inf.round.guessed = true;
        return undefined;
      }
      if (result.kind === 'raised') reason = result.reason;
      if (result.kind !== 'function') continue;
      const implementation = implementationOf(result);
      return callTarget(
        inf,
        node,
        implementation.target,
        { ...bound, types },
        { flags: inf.flags, frozen: implementation.frozen },
      );
    }
  }
  if (otherwise) return otherwise();
  return report(inf, 'typing', node, {
    kind: 'unsupported-argument',
    callee: name,
    types: given.map((arg) => arg.type),
    reason,
  });
}
