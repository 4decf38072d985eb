import type { BoundFunction } from '../../bind/boundModule';
import type { Attribute, Call } from '../../parse/ast';
import type { NumbaType } from '../../types/numbaType';
import { unliteral } from '../../types/unliteral';
import type { Argument } from '../calls/argument';
import { bindToParameters } from '../calls/userArguments';
import { matchesClass } from '../globals/typeClasses';
import type { Inference } from '../inference';
import { inferFunction } from '../inferFunction';
import { implementationOf } from './generator/implementation';
import { runGenerator } from './generator/runGenerator';
import { callCandidate } from './overloadCall';

const methodPrefix = 'overload_method ';

/** The bound method that `@overload_method(types.Array, "halved")` gives to values of the class. */
export function overloadedMethod(inf: Inference, name: string, receiver: NumbaType): NumbaType | undefined {
  const found = registered(inf, 'overload_method', name, receiver);
  return found.length > 0 ? { kind: 'boundFunction', method: `${methodPrefix}${name}`, receiver } : undefined;
}

export function isOverloadedMethod(method: string): boolean {
  return method.startsWith(methodPrefix);
}

export function callOverloadedMethod(
  inf: Inference,
  node: Call,
  method: string,
  given: readonly Argument[],
): NumbaType | undefined {
  const name = method.slice(methodPrefix.length);
  const candidates = registered(inf, 'overload_method', name, given[0]!.type);
  return callCandidate(inf, node, { name, candidates }, given);
}

/** What `@overload_attribute(types.Array, "first")` computes; `unknown` where Jitsight cannot run what it registers. */
export function overloadedAttribute(
  inf: Inference,
  node: Attribute,
  receiver: NumbaType,
): NumbaType | 'unknown' | undefined {
  const given: Argument = { type: receiver, source: { kind: 'receiver', expression: node.value } };
  for (const fn of registered(inf, 'overload_attribute', node.attr, receiver)) {
    const bound = bindToParameters(fn.node.params, [given]);
    if (typeof bound === 'string') continue;
    const result = runGenerator(fn, [{ kind: 'type', type: receiver }], inf.context.numba);
    if (result.kind === 'unknown') return 'unknown';
    if (result.kind !== 'function') continue;
    const { target, frozen } = implementationOf(result);
    const typed = inferFunction(target, bound.types, inf.context, { flags: inf.flags, frozen });
    if (typed.guessed || !typed.compiles) return 'unknown';
    inf.round.resolutions.set(node, {
      kind: 'typed',
      target: typed,
      args: bound.args,
      result: typed.returnType,
    });
    return typed.returnType;
  }
  return undefined;
}

type Registration = 'overload_method' | 'overload_attribute';

function registered(
  inf: Inference,
  kind: Registration,
  name: string,
  receiver: NumbaType,
): readonly BoundFunction[] {
  const modules = [...inf.context.overloads.keys()];
  return modules.flatMap(({ functions }) =>
    functions.filter((fn) => registers(fn, kind, name, unliteral(receiver))),
  );
}

function registers(fn: BoundFunction, kind: Registration, name: string, receiver: NumbaType): boolean {
  return fn.otherDecorators.some((decorator) => {
    if (decorator.kind !== 'Call') return false;
    if (!fn.module.qualifiedName(decorator.func)?.endsWith(`.${kind}`)) return false;
    const [type, named] = decorator.args;
    const isNamed = named?.kind === 'Constant' && named.value.type === 'str' && named.value.value === name;
    const qualifiedName = type && fn.module.qualifiedName(type);
    return isNamed && qualifiedName !== undefined && matchesClass(receiver, qualifiedName) === true;
  });
}
