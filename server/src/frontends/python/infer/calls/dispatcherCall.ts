import type { BoundFunction } from '../../bind/boundModule';
import type { Call } from '../../parse/ast';
import type { NumbaType } from '../../types/numbaType';
import { typeName } from '../../types/typeName';
import { resolveOverload } from '../../types/resolveOverload';
import { conversion } from '../../types/conversion';
import { type Inference, report } from '../inference';
import { callGenerated } from '../specialize/generatedJit';
import { callStencil } from '../specialize/stencil';
import { flagsOf, lockedLocalsOf } from '../specialize/decoratorOptions';
import { explicitSignatures, type ExplicitSignature } from '../specialize/explicitSignatures';
import type { Argument } from './argument';
import { callee } from './givenArguments';
import { callTarget } from './userCall';
import { bindToParameters, type UserCall } from './userArguments';

/** Calls a compiled function of the user's. */
export function callDispatcher(
  inf: Inference,
  node: Call,
  fn: BoundFunction,
  given: readonly Argument[],
): NumbaType | undefined {
  if (fn.decorator?.kind === 'generated_jit') return callGenerated(inf, node, fn, given);
  if (fn.decorator?.kind === 'stencil') return callStencil(inf, node, fn, given);
  const bound = bindToParameters(fn.node.params, given);
  if (typeof bound === 'string') {
    return report(
      inf,
      'typing',
      node,
      { kind: 'wrong-arguments', callee: callee(inf, node), reason: bound },
      { related: [{ range: fn.node.nameRange, role: 'defined', subject: fn.qualifiedName }] },
    );
  }
  const target = { module: fn.module, node: fn.node, function: fn };
  const locals = lockedLocalsOf(fn);
  const options = { flags: flagsOf(fn), ...(locals.size > 0 && { locals }) };
  const signatures = explicitSignatures(fn, inf.context.numba);
  if (signatures.length === 0) return callTarget(inf, node, target, bound, options);
  const chosen = chooseSignature(inf, node, fn, signatures, bound);
  if (!chosen) return undefined;
  return callTarget(inf, node, target, convert(bound, chosen), {
    ...options,
    ...(chosen.returns && { returnType: chosen.returns }),
  });
}

function convert(bound: UserCall, { args }: ExplicitSignature): UserCall {
  return {
    args: bound.args.map((arg, i) => ({ ...arg, type: args[i] ?? arg.type })),
    types: args,
  };
}

/** Numba compiles nothing new for explicit signatures: it converts the arguments to the best one. */
function chooseSignature(
  inf: Inference,
  node: Call,
  fn: BoundFunction,
  signatures: readonly ExplicitSignature[],
  bound: UserCall,
): ExplicitSignature | undefined {
  const types = bound.types.map((type): NumbaType => type ?? { kind: 'none' });
  const choice = resolveOverload(
    signatures.map((signature) => signature.args),
    types,
    { allowUnsafe: true },
  );
  if (!choice) {
    return report(
      inf,
      'typing',
      node,
      {
        kind: 'no-matching-signature',
        callee: fn.qualifiedName,
        types,
        signatures: signatures.map((signature) => signature.text),
      },
      { related: [{ range: fn.node.nameRange, role: 'defined', subject: fn.qualifiedName }] },
    );
  }
  const chosen = signatures[choice.index]!;
  for (const [i, from] of types.entries()) {
    const to = chosen.args[i]!;
    if (conversion(from, to) !== 'unsafe') continue;
    report(
      inf,
      'warning',
      node.args[i] ?? node,
      {
        kind: 'unsafe-conversion',
        callee: fn.qualifiedName,
        parameter: fn.node.params[i]?.name ?? typeName(to),
        from,
        to,
      },
      { compilesAnyway: true },
    );
  }
  return chosen;
}
