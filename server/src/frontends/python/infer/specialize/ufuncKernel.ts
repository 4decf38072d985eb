import type { BoundFunction } from '../../bind/boundModule';
import type { NumbaType } from '../../types/numbaType';
import { resolveOverload } from '../../types/resolveOverload';
import { unliteral } from '../../types/unliteral';
import type { InferenceContext } from '../context';
import { inferFunction } from '../inferFunction';
import type { TypedFunction } from '../typedFunction';
import { flagsOf } from './decoratorOptions';
import { explicitSignatures } from './explicitSignatures';

/** The scalar a ufunc sees of an argument: an array's element. */
export function elementOf(type: NumbaType): NumbaType {
  const plain = unliteral(type);
  return plain.kind === 'array' ? plain.dtype : plain;
}

/**
 * The scalar kernel of a `@vectorize` function for these arguments (arrays or scalars): the first declared loop that takes them without
 * loss, or, without signatures, one for just these types. Undefined where no loop takes them.
 */
export function ufuncKernel(
  fn: BoundFunction,
  args: readonly NumbaType[],
  context: InferenceContext,
): TypedFunction | undefined {
  const elements = args.map(elementOf);
  const target = { module: fn.module, node: fn.node, function: fn };
  const flags = flagsOf(fn);
  const signatures = explicitSignatures(fn, context.numba);
  if (signatures.length === 0) return inferFunction(target, elements, context, { flags });
  const loop =
    signatures.find(({ args: formals }) => accepts(formals, elements, false)) ??
    signatures.find(({ args: formals }) => accepts(formals, elements, true));
  return (
    loop &&
    inferFunction(target, loop.args, context, { flags, ...(loop.returns && { returnType: loop.returns }) })
  );
}

function accepts(formals: readonly NumbaType[], args: readonly NumbaType[], allowUnsafe: boolean): boolean {
  return (
    resolveOverload([formals], args, { allowUnsafe: allowUnsafe && sameKinds(formals, args) }) !== undefined
  );
}

// NumPy's 'same_kind' casting narrows within a kind, it never turns a float into an integer.
function sameKinds(formals: readonly NumbaType[], args: readonly NumbaType[]): boolean {
  const rank = (type: NumbaType): number => ['bool', 'int', 'float', 'complex'].indexOf(type.kind);
  return formals.every((formal, i) => rank(formal) >= rank(args[i]!));
}
