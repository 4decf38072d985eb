import type { BoundFunction } from '../../bind/boundModule';
import type { NumbaType } from '../../types/numbaType';
import { convertsSafely } from '../../types/conversion';
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
  const loop = signatures.find(({ args: formals }) => accepts(formals, args));
  return (
    loop &&
    inferFunction(target, loop.args, context, { flags, ...(loop.returns && { returnType: loop.returns }) })
  );
}

/** NumPy takes a loop that every argument converts to safely; a number beside arrays fits any loop of its kind or a wider one. */
function accepts(formals: readonly NumbaType[], args: readonly NumbaType[]): boolean {
  const hasArray = args.some((arg) => unliteral(arg).kind === 'array');
  return (
    formals.length === args.length &&
    formals.every((formal, i) => {
      const isWeak = hasArray && unliteral(args[i]!).kind !== 'array';
      const element = elementOf(args[i]!);
      return isWeak ? kindRank(formal) >= kindRank(element) : convertsSafely(element, formal);
    })
  );
}

const kindRank = (type: NumbaType): number => ['bool', 'int', 'float', 'complex'].indexOf(type.kind);
