import type { BoundFunction } from '../../bind/boundModule';
import type { LibraryFunction } from '../../library/libraryFunction';
import type { Call } from '../../parse/ast';
import { type ArrayType, arrayOf, type NumbaType } from '../../types/numbaType';
import { unliteral } from '../../types/unliteral';
import type { Argument } from '../calls/argument';
import { bindToSpecs } from '../calls/bindParameters';
import { finishCall } from '../calls/userCall';
import { type Inference, report } from '../inference';
import type { TypedFunction } from '../typedFunction';
import { callGufunc } from './gufuncCall';
import { ufuncKernel } from './ufuncKernel';

/** Calls a `@vectorize` function from compiled code: on scalars the kernel itself, on arrays element by element. */
export function callUfunc(
  inf: Inference,
  node: Call,
  fn: BoundFunction,
  given: readonly Argument[],
): NumbaType | undefined {
  if (fn.decorator?.kind === 'guvectorize') return callGufunc(inf, node, fn, given);
  const count = fn.node.params.length;
  const inputs = given.slice(0, count);
  const bound = bindToSpecs(
    fn.node.params.map((param) => ({ name: param.name })),
    inputs,
  );
  if (typeof bound === 'string' || given.length > count + 1) {
    const reason = typeof bound === 'string' ? bound : 'too many positional arguments';
    return report(inf, 'typing', node, { kind: 'wrong-arguments', callee: fn.qualifiedName, reason });
  }
  const types = inputs.map((arg) => unliteral(arg.type));
  const kernel = ufuncKernel(fn, types, inf.context);
  if (!kernel) {
    return report(inf, 'typing', node, { kind: 'unsupported-argument', callee: fn.qualifiedName, types });
  }
  const arrays = types.filter((type): type is ArrayType => type.kind === 'array');
  if (arrays.length === 0 || !kernel.compiles) return finishCall(inf, node, kernel, bound.args);
  const out = given[count];
  const result = out ? unliteral(out.type) : broadcastType(arrays, unliteral(kernel.returnType));
  inf.round.resolutions.set(node, {
    kind: 'library',
    function: elementwise(fn.qualifiedName, kernel),
    args: given.map((arg, i) => ({ name: `${i}`, type: unliteral(arg.type), source: arg.source })),
    result,
  });
  return result;
}

function broadcastType(arrays: readonly ArrayType[], dtype: NumbaType): NumbaType {
  const ndim = Math.max(...arrays.map((array) => array.ndim));
  const fortran = arrays.every((array) => array.layout === 'F' && array.ndim === ndim) && ndim > 1;
  return arrayOf(dtype, ndim, fortran ? 'F' : 'C');
}

/** The kernel over broadcast operands, as a library function of its own. */
function elementwise(name: string, kernel: TypedFunction): LibraryFunction {
  return {
    name,
    summary: 'A ufunc of the user over arrays.',
    type: () => ({ kind: 'mismatch' }),
    lower({ args }, lowering) {
      const values = args.filter((arg) => arg !== undefined);
      const operands = values.slice(0, kernel.params.length);
      const out = values[kernel.params.length];
      return lowering.elementwise(
        operands,
        unliteral(kernel.returnType),
        (elements) =>
          lowering.call(
            kernel,
            elements.map((element, i) => lowering.cast(element, unliteral(kernel.params[i]!.type))),
          ),
        out,
      );
    },
  };
}
