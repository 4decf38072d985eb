import type { ParameterSpec } from '../../library/libraryFunction';
import type { BoundArgument, ConstantValue } from '../typedFunction';
import type { NumbaType } from '../../types/numbaType';
import { constantType } from '../globals/evaluate';
import type { Argument } from './argument';

export interface BoundCall {
  readonly args: readonly BoundArgument[];
  /** In the same order; undefined where left out. */
  readonly types: readonly (NumbaType | undefined)[];
}

/** Gives positional and keyword arguments to a library function's parameters; a text says why that fails. */
export function bindToSpecs(
  params: readonly ParameterSpec[] | undefined,
  given: readonly Argument[],
): BoundCall | string {
  if (!params) return bindPositional(given);
  const positional = given.filter((arg) => arg.keyword === undefined);
  const keywords = new Map(
    given.flatMap((arg) => (arg.keyword === undefined ? [] : [[arg.keyword, arg] as const])),
  );
  const args: BoundArgument[] = [];
  const types: (NumbaType | undefined)[] = [];
  const push = (name: string, arg: Argument): void => {
    args.push({ name, type: arg.type, source: arg.source });
    types.push(arg.type);
  };
  for (const param of params) {
    if (param.variadic) {
      for (const arg of positional.splice(0)) push(param.name, arg);
      continue;
    }
    const next = param.keywordOnly ? undefined : positional.shift();
    const named = keywords.get(param.name);
    if (next && named) return `got multiple values for argument '${param.name}'`;
    keywords.delete(param.name);
    const arg = next ?? named;
    if (arg) push(param.name, arg);
    else if (param.default === undefined) return `missing a required argument: '${param.name}'`;
    else bindDefault(param.name, param.default, args, types);
  }
  if (positional.length > 0) return 'too many positional arguments';
  const unknown = [...keywords.keys()][0];
  return unknown === undefined ? { args, types } : `got an unexpected keyword argument '${unknown}'`;
}

function bindPositional(given: readonly Argument[]): BoundCall | string {
  const keyword = given.find((arg) => arg.keyword !== undefined);
  if (keyword) return `takes no keyword arguments, got '${keyword.keyword}'`;
  return {
    args: given.map((arg, i) => ({ name: `${i}`, type: arg.type, source: arg.source })),
    types: given.map((arg) => arg.type),
  };
}

function bindDefault(
  name: string,
  value: ConstantValue | 'omitted',
  args: BoundArgument[],
  types: (NumbaType | undefined)[],
): void {
  const type = value === 'omitted' ? undefined : constantType(value);
  types.push(type);
  args.push(
    value === 'omitted' || !type
      ? { name, type: { kind: 'none' }, source: { kind: 'omitted' } }
      : { name, type, source: { kind: 'constant', value } },
  );
}
