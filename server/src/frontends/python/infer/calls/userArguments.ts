import type { Parameter } from '../../parse/ast';
import { type NumbaType, tupleOf } from '../../types/numbaType';
import { typeName } from '../../types/typeName';
import type { BoundArgument } from '../typedFunction';
import type { Argument } from './argument';

export interface UserCall {
  /** Per parameter of the callee. */
  readonly args: readonly BoundArgument[];
  /** What `inferFunction` takes: positional types, undefined where a default applies, `*args` spread at the end. */
  readonly types: readonly (NumbaType | undefined)[];
}

/** Gives the arguments of a call to a Python function's parameters; a text says, as Python does, why that fails. */
export function bindToParameters(
  params: readonly Parameter[],
  given: readonly Argument[],
): UserCall | string {
  const positional = given.filter((arg) => arg.keyword === undefined);
  const keywords = new Map(
    given.flatMap((arg) => (arg.keyword === undefined ? [] : [[arg.keyword, arg] as const])),
  );
  const args: BoundArgument[] = [];
  const types: (NumbaType | undefined)[] = [];
  for (const param of params) {
    if (param.kind === 'varKeyword') continue;
    if (param.kind === 'varPositional') {
      const rest = positional.splice(0);
      const elements = rest.map((arg, i) => ({
        name: `${param.name}.${i}`,
        type: arg.type,
        source: arg.source,
      }));
      args.push({
        name: param.name,
        type: tupleOf(rest.map((arg) => arg.type)),
        source: { kind: 'tuple', elements },
      });
      types.push(...rest.map((arg) => arg.type));
      continue;
    }
    const next = param.kind === 'keywordOnly' ? undefined : positional.shift();
    const named = keywords.get(param.name);
    keywords.delete(param.name);
    if (next && named) return `got multiple values for argument '${param.name}'`;
    const arg = next ?? named;
    if (!arg && !param.default) return `missing a required argument: '${param.name}'`;
    types.push(arg?.type);
    args.push(
      arg
        ? { name: param.name, type: arg.type, source: arg.source }
        : { name: param.name, type: { kind: 'none' }, source: { kind: 'omitted' } },
    );
  }
  if (positional.length > 0) return 'too many positional arguments';
  const unknown = [...keywords.keys()][0];
  return unknown === undefined ? { args, types } : `got an unexpected keyword argument '${unknown}'`;
}

/** The given types as Numba prints them in an error. */
export function describeGiven(given: readonly Argument[]): string {
  return given
    .map((arg) => (arg.keyword === undefined ? '' : `${arg.keyword}=`) + typeName(arg.type))
    .join(', ');
}
