import { SourceFile } from '@jitsight/shared/source/sourceFile';
import { bind } from '../../../src/frontends/python/bind/bind';
import { createContext } from '../../../src/frontends/python/infer/context';
import { inferFunction } from '../../../src/frontends/python/infer/inferFunction';
import type { TypedFunction } from '../../../src/frontends/python/infer/typedFunction';
import { parse } from '../../../src/frontends/python/parse/parse';
import type { NumbaType } from '../../../src/frontends/python/types/numbaType';
import { typeName } from '../../../src/frontends/python/types/typeName';

/** Types the function `f` (or `name`) of a Python text for the argument types. */
export function infer(
  text: string,
  args: readonly NumbaType[],
  options: { name?: string; numba?: string } = {},
): TypedFunction {
  const module = bind(new SourceFile('test.py', text), parse(text));
  const fn = module.functions.find((each) => each.qualifiedName === (options.name ?? 'f'));
  if (!fn) throw new Error(`no function ${options.name ?? 'f'}`);
  const target = { module, node: fn.node, function: fn };
  return inferFunction(target, args, createContext({ numba: options.numba ?? '0.68' }));
}

/** Locals as Numba spells them. */
export function localsOf(typed: TypedFunction): Record<string, string> {
  return Object.fromEntries([...typed.locals].map(([name, type]) => [name, typeName(type)]));
}

/** Problem kinds in order, each with the line it stands on and the source it covers. */
export function problemsOf(typed: TypedFunction): string[] {
  const { file } = typed.module;
  return typed.problems.map(
    (problem) =>
      `${problem.numbaLine ?? file.positionAt(problem.range.start).line + 1} [${problem.kind}] ${file.slice(problem.range)}`,
  );
}
