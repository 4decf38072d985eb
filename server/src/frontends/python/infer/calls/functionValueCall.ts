import type { BoundFunction } from '../../bind/boundModule';
import { callMember } from '../../library/functionValue/callMember';
import type { Call } from '../../parse/ast';
import { conversion } from '../../types/conversion';
import type { NumbaType } from '../../types/numbaType';
import { typesEqual } from '../../types/typesEqual';
import { unliteral } from '../../types/unliteral';
import { inferFunction } from '../inferFunction';
import { type Inference, report } from '../inference';
import { flagsOf } from '../specialize/decoratorOptions';
import type { TypedFunction } from '../typedFunction';
import { refine } from '../versionTypes';
import { type Argument, expressionArgument } from './argument';
import { callee } from './givenArguments';

type FunctionType = NumbaType & { kind: 'functionType' };

/** Calls one of several compiled functions, chosen at run time. */
export function callFunctionValue(
  inf: Inference,
  node: Call,
  type: FunctionType,
  given: readonly Argument[],
): NumbaType | undefined {
  const args = type.signature?.args ?? given.map((arg) => unliteral(arg.type));
  const fits =
    args.length === given.length && args.every((to, i) => conversion(given[i]!.type, to) !== undefined);
  if (!fits) {
    return report(inf, 'typing', node, {
      kind: 'unsupported-argument',
      callee: callee(inf, node),
      types: given.map((arg) => arg.type),
    });
  }
  const members = type.members.map((fn) => specialisation(inf, fn, args, type));
  const failed = members.find((typed) => !typed.compiles);
  if (failed || members.some((typed) => typed.guessed)) inf.round.guessed = true;
  const returns = type.signature?.returns ?? members[0]?.returnType;
  if (!returns || failed) return undefined;
  if (!type.signature) {
    if (!members.every((typed) => typesEqual(typed.returnType, returns))) {
      const types = members.map((typed) => typed.returnType);
      return report(inf, 'typing', node, { kind: 'cannot-unify', subject: callee(inf, node), types });
    }
    refine(inf, node.func, { ...type, signature: { args, returns } });
  }
  const bound = given.map(({ source }, i) => ({ name: `arg${i}`, type: args[i]!, source }));
  inf.round.resolutions.set(node, {
    kind: 'library',
    function: callMember,
    args: [{ name: 'function', type, source: expressionArgument(node.func, type).source }, ...bound],
    result: returns,
    data: members,
  });
  return returns;
}

function specialisation(
  inf: Inference,
  fn: BoundFunction,
  args: readonly NumbaType[],
  { signature }: FunctionType,
): TypedFunction {
  const target = { module: fn.module, node: fn.node, function: fn };
  return inferFunction(target, args, inf.context, {
    flags: flagsOf(fn),
    ...(signature && { returnType: signature.returns }),
  });
}
