import type { BoundFunction } from '../../bind/boundModule';
import { gufuncCall } from '../../library/gufunc/gufuncCall';
import type { Call } from '../../parse/ast';
import { none, type NumbaType } from '../../types/numbaType';
import { resolveOverload } from '../../types/resolveOverload';
import { unliteral } from '../../types/unliteral';
import type { Argument } from '../calls/argument';
import { reportCallee } from '../calls/userCall';
import { inferFunction } from '../inferFunction';
import { type Inference, report } from '../inference';
import { flagsOf } from './decoratorOptions';
import { explicitSignatures } from './explicitSignatures';

/** Calls a `@guvectorize` function from compiled code, which must pass its outputs too; the call gives None. */
export function callGufunc(
  inf: Inference,
  node: Call,
  fn: BoundFunction,
  given: readonly Argument[],
): NumbaType | undefined {
  const types = given.map((arg) => unliteral(arg.type));
  const signatures = explicitSignatures(fn, inf.context.numba);
  const layout = fn.decorator?.layout;
  if (signatures.length === 0 || layout === undefined) {
    inf.round.guessed = true;
    return undefined;
  }
  const element = (type: NumbaType) => (type.kind === 'array' ? type.dtype : type);
  const complete = types.length === fn.node.params.length;
  const choice = complete
    ? resolveOverload(
        signatures.map((one) => one.args.map(element)),
        types.map(element),
        { allowUnsafe: false },
      )
    : undefined;
  const chosen = choice && signatures[choice.index];
  if (!chosen) {
    const reason = complete ? undefined : 'compiled code must pass the outputs too';
    return report(inf, 'typing', node, {
      kind: 'unsupported-argument',
      callee: fn.qualifiedName,
      types,
      ...(reason && { reason }),
    });
  }
  const target = { module: fn.module, node: fn.node, function: fn };
  const kernel = inferFunction(target, chosen.args, inf.context, { flags: flagsOf(fn) });
  if (kernel.guessed) inf.round.guessed = true;
  if (!kernel.compiles) return reportCallee(inf, node, kernel);
  inf.round.resolutions.set(node, {
    kind: 'library',
    function: gufuncCall,
    args: given.map((arg, i) => ({ name: fn.node.params[i]!.name, type: types[i]!, source: arg.source })),
    result: none,
    data: { kernel, layout },
  });
  return none;
}
