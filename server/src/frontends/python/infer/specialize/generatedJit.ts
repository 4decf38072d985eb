import type { BoundFunction } from '../../bind/boundModule';
import type { Call } from '../../parse/ast';
import type { NumbaType } from '../../types/numbaType';
import type { Argument } from '../calls/argument';
import { callee } from '../calls/givenArguments';
import { callTarget } from '../calls/userCall';
import { bindToParameters } from '../calls/userArguments';
import { type Inference, report } from '../inference';
import { flagsOf } from './decoratorOptions';
import { implementationOf } from './generator/implementation';
import { runGenerator } from './generator/runGenerator';

/** Calls a `@generated_jit` function: its body chooses the code by the argument types. */
export function callGenerated(
  inf: Inference,
  node: Call,
  fn: BoundFunction,
  given: readonly Argument[],
): NumbaType | undefined {
  const bound = bindToParameters(fn.node.params, given);
  if (typeof bound === 'string') {
    return report(inf, 'typing', node, { kind: 'wrong-arguments', callee: callee(inf, node), reason: bound });
  }
  const result = runGenerator(
    fn,
    bound.types.map((type) => type && { kind: 'type', type }),
    inf.context.numba,
  );
  switch (result.kind) {
    case 'unknown':
      inf.round.guessed = true;
      return undefined;
    case 'function': {
      const { target, frozen } = implementationOf(result);
      return callTarget(inf, node, target, bound, { flags: flagsOf(fn), frozen });
    }
    default:
      return report(inf, 'typing', node, {
        kind: 'unsupported-argument',
        callee: fn.qualifiedName,
        types: given.map((arg) => arg.type),
        reason: result.kind === 'raised' ? result.reason : 'it returns no function for these types',
      });
  }
}
