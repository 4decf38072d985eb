import type { BoundFunction } from '../../bind/boundModule';
import { stencilCall } from '../../library/stencil/runStencil';
import type { Call } from '../../parse/ast';
import type { NumbaType } from '../../types/numbaType';
import { unliteral } from '../../types/unliteral';
import type { Argument } from '../calls/argument';
import { bindToParameters } from '../calls/userArguments';
import { type Inference, report } from '../inference';
import { reportCallee } from '../calls/userCall';
import { typeStencil } from './stencilKernel';

/** Calls a `@stencil` function from compiled code, with or without `out`. */
export function callStencil(
  inf: Inference,
  node: Call,
  fn: BoundFunction,
  given: readonly Argument[],
): NumbaType | undefined {
  const out = given.find((arg) => arg.keyword === 'out');
  const bound = bindToParameters(
    fn.node.params,
    given.filter((arg) => arg.keyword !== 'out' && arg.keyword !== 'neighborhood'),
  );
  if (typeof bound === 'string') return refuse(inf, node, fn, given, bound);
  const typed = typeStencil(
    fn,
    bound.types.map((type) => type ?? { kind: 'none' }),
    inf.context,
  );
  if (typeof typed === 'string') return refuse(inf, node, fn, given, typed);
  const { kernel, plan, type } = typed;
  if (kernel.guessed) inf.round.guessed = true;
  if (!kernel.compiles) return reportCallee(inf, node, kernel);
  const args = [...bound.args.map((arg) => ({ ...arg, type: unliteral(arg.type) }))];
  if (out) args.push({ name: 'out', type: out.type, source: out.source });
  inf.round.resolutions.set(node, {
    kind: 'library',
    function: stencilCall,
    args,
    result: type,
    data: { kernel, plan },
  });
  return type;
}

function refuse(
  inf: Inference,
  node: Call,
  fn: BoundFunction,
  given: readonly Argument[],
  reason: string,
): undefined {
  return report(inf, 'typing', node, {
    kind: 'unsupported-argument',
    callee: fn.qualifiedName,
    types: given.map((arg) => arg.type),
    reason,
  });
}
