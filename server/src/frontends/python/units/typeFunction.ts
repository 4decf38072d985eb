import type { BoundFunction } from '../bind/boundModule';
import type { InferenceContext } from '../infer/context';
import { inferFunction, withOrigins } from '../infer/inferFunction';
import { flagsOf, lockedLocalsOf } from '../infer/specialize/decoratorOptions';
import { explicitSignatures } from '../infer/specialize/explicitSignatures';
import { implementationOf } from '../infer/specialize/generator/implementation';
import { runGenerator } from '../infer/specialize/generator/runGenerator';
import type { Problem } from '../infer/problem';
import { typeStencil } from '../infer/specialize/stencilKernel';
import { ufuncKernel } from '../infer/specialize/ufuncKernel';
import type { Provenance, TypedFunction } from '../infer/typedFunction';
import type { Entry } from '../lower/lower';
import type { NumbaType } from '../types/numbaType';
import { resolveOverload } from '../types/resolveOverload';
import { layoutMismatch } from './gufuncLayout';
import { withUnboxing } from './unboxing';

/** One function typed for one tuple of arguments, and how it is called from outside. */
export interface TypedUnit {
  readonly typed: TypedFunction;
  /** Types of what the caller passes: arrays for the scalar kernel of a ufunc. */
  readonly args: readonly NumbaType[];
  readonly entry?: Entry;
}

/** Why there is nothing to type: no signature takes the arguments, or a generator gives no function for them. */
export interface NotTyped {
  readonly reason: string;
  /** Numba's dispatcher raises before it compiles anything. */
  readonly refused?: true;
}

/** Types a function as its decorator has it compiled for these arguments; an undecorated one as if by `@njit`. */
export function typeFunction(
  fn: BoundFunction,
  args: readonly NumbaType[],
  context: InferenceContext,
  origins?: readonly Provenance[],
): TypedUnit | NotTyped {
  const unit = typeByKind(fn, args, context, origins);
  // Where something it uses is unknown, that nothing was found wrong says nothing.
  const unknown = 'typed' in unit && unit.typed.guessed && unit.typed.compiles;
  return unknown ? { reason: 'it uses something whose types Jitsight does not know yet' } : unit;
}

function typeByKind(
  fn: BoundFunction,
  args: readonly NumbaType[],
  context: InferenceContext,
  origins?: readonly Provenance[],
): TypedUnit | NotTyped {
  switch (fn.decorator?.kind) {
    case 'vectorize': {
      const typed = ufuncKernel(fn, args, context);
      if (!typed) return { reason: 'no declared loop takes these types' };
      // A kernel's parameters are elements of what the origins speak of.
      return { typed: withOrigins(typed, origins ?? []), args, entry: { kind: 'broadcast', args } };
    }
    case 'guvectorize':
      return typeGufunc(fn, args, context, origins);
    case 'stencil':
      return typeStencilUnit(fn, args, context, origins);
    case 'generated_jit':
    case 'overload':
      return typeGenerated(fn, args, context, origins);
    default:
      return typeJitted(fn, args, context, origins);
  }
}

export function isTyped(result: TypedUnit | NotTyped): result is TypedUnit {
  return 'typed' in result;
}

function typeJitted(
  fn: BoundFunction,
  args: readonly NumbaType[],
  context: InferenceContext,
  origins?: readonly Provenance[],
): TypedUnit | NotTyped {
  const target = { module: fn.module, node: fn.node, function: fn };
  const locals = lockedLocalsOf(fn, context.numba);
  const options = { flags: flagsOf(fn), origins, ...(locals.size > 0 && { locals }) };
  const signatures = explicitSignatures(fn, context.numba);
  if (signatures.length === 0) {
    return { typed: withUnboxing(inferFunction(target, args, context, options), fn, args), args };
  }
  const choice = resolveOverload(
    signatures.map((one) => one.args),
    args,
    { allowUnsafe: true },
  );
  const chosen = choice && signatures[choice.index];
  if (!chosen)
    return {
      reason: `no explicit signature takes these types, only ${signatures.map((one) => one.text).join(', ')}`,
      refused: true,
    };
  const typed = inferFunction(target, chosen.args, context, {
    ...options,
    ...(chosen.returns && { returnType: chosen.returns }),
  });
  return { typed, args: chosen.args };
}

/** The kernel for the declared signature whose element types are those of the arguments; the outputs may be left out. */
function typeGufunc(
  fn: BoundFunction,
  args: readonly NumbaType[],
  context: InferenceContext,
  origins?: readonly Provenance[],
): TypedUnit | NotTyped {
  const mismatch = layoutMismatch(fn, context.numba);
  if (mismatch) return { reason: mismatch };
  const layout = fn.decorator!.layout!;
  const element = (type: NumbaType) => (type.kind === 'array' ? type.dtype : type);
  const elements = args.map(element);
  const signatures = explicitSignatures(fn, context.numba);
  const choice = resolveOverload(
    signatures.map((one) => one.args.slice(0, args.length).map(element)),
    elements,
    { allowUnsafe: false },
  );
  const chosen = choice && signatures[choice.index];
  if (!chosen) return { reason: 'no declared signature takes these types' };
  const target = { module: fn.module, node: fn.node, function: fn };
  const typed = inferFunction(target, chosen.args, context, { flags: flagsOf(fn), origins });
  return { typed, args, entry: { kind: 'gufunc', layout, args } };
}

function typeStencilUnit(
  fn: BoundFunction,
  args: readonly NumbaType[],
  context: InferenceContext,
  origins?: readonly Provenance[],
): TypedUnit | NotTyped {
  const typed = typeStencil(fn, args, context);
  if (typeof typed !== 'string') {
    const { kernel, plan, type } = typed;
    const result = kernel.compiles ? type : kernel.returnType;
    return { typed: withOrigins(kernel, origins ?? []), args, entry: { kind: 'stencil', plan, result } };
  }
  const target = { module: fn.module, node: fn.node, function: fn };
  const kernel = inferFunction(target, args, context, { flags: flagsOf(fn), origins });
  const problem: Problem = {
    range: fn.node.nameRange,
    function: fn,
    kind: 'unsupported-argument',
    callee: fn.node.name,
    types: args,
    reason: typed,
  };
  return { typed: { ...kernel, compiles: false, problems: [...kernel.problems, problem] }, args };
}

function typeGenerated(
  fn: BoundFunction,
  args: readonly NumbaType[],
  context: InferenceContext,
  origins?: readonly Provenance[],
): TypedUnit | NotTyped {
  const result = runGenerator(
    fn,
    args.map((type) => ({ kind: 'type', type })),
    context.numba,
  );
  if (result.kind === 'raised') return { reason: result.reason };
  if (result.kind === 'declined') return { reason: 'the generator returns no function for these types' };
  if (result.kind === 'unknown')
    return { reason: 'the generator does something that is only known when it runs' };
  const { target, frozen } = implementationOf(result);
  return { typed: inferFunction(target, args, context, { flags: flagsOf(fn), frozen, origins }), args };
}
