import type { BoundFunction, NameSymbol, Scope } from '../../bind/boundModule';
import type { StencilPlan } from '../../library/stencil/stencilPlan';
import { conversion } from '../../types/conversion';
import { int64, type NumbaType } from '../../types/numbaType';
import { unliteral } from '../../types/unliteral';
import type { InferenceContext } from '../context';
import { inferFunction } from '../inferFunction';
import type { TypedFunction } from '../typedFunction';
import { flagsOf } from './decoratorOptions';
import { relativeParameters, stencilPlan } from './stencilPlan';

export interface TypedStencil {
  /** What a call gives. */
  readonly type: NumbaType;
  /** The kernel for one point, whose indices it takes after its parameters. */
  readonly kernel: TypedFunction;
  readonly plan: StencilPlan;
}

const nowhere: Scope = { kind: 'function', node: undefined, symbols: new Map() };

/** The point a kernel computes, one variable a dimension. */
const pointSymbols: readonly NameSymbol[] = Array.from({ length: 10 }, (_, axis) => ({
  name: `index${axis}`,
  scope: nowhere,
  isParameter: false,
  isGlobalDeclaration: false,
  isNonlocalDeclaration: false,
  bindings: [],
}));

/** Marks an inference as that of a stencil's kernel. */
export interface StencilReads {
  readonly parameters: ReadonlySet<string>;
  readonly point: readonly NameSymbol[];
  readonly wraps: boolean;
}

/**
 * A `@stencil` for these arguments: an array like the first, of the kernel's type. A text says why Numba refuses it.
 * Relative indices have the types of absolute ones.
 */
export function typeStencil(
  fn: BoundFunction,
  args: readonly NumbaType[],
  context: InferenceContext,
): TypedStencil | string {
  const types = args.map(unliteral);
  const plan = stencilPlan(fn, types);
  if (typeof plan === 'string') return plan;
  const first = types[0]!;
  if (first.kind !== 'array') return 'the first argument to a stencil kernel must be the primary input array';
  const point = pointSymbols.slice(0, first.ndim);
  const kernel = inferFunction({ module: fn.module, node: fn.node, function: fn }, types, context, {
    flags: flagsOf(fn),
    captures: new Map(point.map((symbol) => [symbol, int64])),
    stencil: { parameters: relativeParameters(fn), point, wraps: plan.wraps },
  });
  const dtype = unliteral(kernel.returnType);
  if (kernel.compiles && dtype.kind === 'array') {
    return 'a stencil kernel must return a scalar and not a numpy array';
  }
  if (kernel.compiles && plan.cval && conversion(unliteral(plan.cval.type), dtype) === undefined) {
    return 'the type of cval does not match what the stencil returns';
  }
  return { type: { ...first, dtype, readonly: false }, kernel, plan };
}
