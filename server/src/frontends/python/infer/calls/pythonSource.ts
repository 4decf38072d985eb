import { SourceFile } from '@jitsight/shared/source/sourceFile';
import { bind } from '../../bind/bind';
import type { BoundFunction, BoundModule } from '../../bind/boundModule';
import type { PythonSource } from '../../library/libraryFunction';
import { parse } from '../../parse/parse';
import type { NumbaType } from '../../types/numbaType';
import { typeName } from '../../types/typeName';
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

/**
 * A function of the library's Python sources, typed for these arguments. What is typed for data alone says nothing of the
 * user's program, and is kept as long as the process.
 */
export function inferPythonSource(
  context: InferenceContext,
  source: PythonSource,
  name: string,
  types: readonly NumbaType[],
  flags: CompileFlags,
): TypedFunction | undefined {
  const module = pythonModule(source);
  const fn = module.functions.find((each) => each.qualifiedName === name);
  if (!fn) return undefined;
  const infer = () => inferFunction({ module, node: fn.node, function: fn }, types, context, { flags });
  if (!types.every(isData)) return infer();
  const key = JSON.stringify([context.numba, types.map(typeName), flags]);
  const known = kept.get(fn) ?? new Map<string, TypedFunction>();
  kept.set(fn, known);
  const typed = known.get(key) ?? infer();
  if (known.size < mostKept) known.set(key, typed);
  return typed;
}

const kept = new WeakMap<BoundFunction, Map<string, TypedFunction>>();
const mostKept = 100;

/** Whether the type's name says all of it, and nothing in it comes from a program. */
function isData(type: NumbaType): boolean {
  switch (type.kind) {
    case 'int':
    case 'float':
    case 'complex':
    case 'bool':
    case 'unicode':
      return true;
    case 'array':
      return isData(type.dtype);
    case 'typedDict':
      return isData(type.key) && isData(type.value);
    default:
      return false;
  }
}
