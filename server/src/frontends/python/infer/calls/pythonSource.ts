import { SourceFile } from '@jitsight/shared/source/sourceFile';
import { bind } from '../../bind/bind';
import type { BoundModule } from '../../bind/boundModule';
import type { PythonSource } from '../../library/libraryFunction';
import { parse } from '../../parse/parse';
import type { NumbaType } from '../../types/numbaType';
import type { InferenceContext } from '../context';
import { inferFunction } from '../inferFunction';
import type { CompileFlags, TypedFunction } from '../typedFunction';

const modules = new Map<string, BoundModule>();

/** A `.py` file of the library, parsed and bound once per process. */
export function pythonModule(source: PythonSource): BoundModule {
  const found = modules.get(source.name);
  if (found && found.file.text === source.text) return found;
  const module = bind(new SourceFile(`library:${source.name}`, source.text), parse(source.text));
  modules.set(source.name, module);
  return module;
}

/** A function of the library's Python sources, typed for these arguments. */
export function inferPythonSource(
  context: InferenceContext,
  source: PythonSource,
  name: string,
  types: readonly NumbaType[],
  flags: CompileFlags,
): TypedFunction | undefined {
  const module = pythonModule(source);
  const fn = module.functions.find((each) => each.qualifiedName === name);
  return fn && inferFunction({ module, node: fn.node, function: fn }, types, context, { flags });
}
