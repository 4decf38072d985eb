import type { SourceFile } from '@jitsight/shared/source/sourceFile';
import type { WorkspaceView } from '../../frontend';
import type { BoundFunction, BoundModule } from '../bind/boundModule';
import { type LinkedModules, linkModules } from '../bind/imports';
import { createContext, type InferenceContext } from '../infer/context';
import { registerOverloads } from '../infer/specialize/overloadCall';
import { boundModule } from './modules';

/** What one analysis of a file works with. Nothing in it outlives the analysis. */
export interface AnalysisSession {
  readonly module: BoundModule;
  readonly linked: LinkedModules;
  readonly context: InferenceContext;
  /** Types undecorated functions as if they and what they call were decorated. */
  readonly adviceContext: InferenceContext;
}

export function openSession(file: SourceFile, numba: string, workspace: WorkspaceView): AnalysisSession {
  const module = boundModule(file);
  const others = workspace.files.filter((one) => one.uri !== file.uri).map((one) => boundModule(one));
  const linked = linkModules([module, ...others]);
  const resolveImport = (qualifiedName: string) => {
    const found = linked.lookUp(module, qualifiedName)?.meaning;
    return found?.kind === 'function' ? found.function : undefined;
  };
  const canDecorate = (fn: BoundFunction) =>
    fn.module === module && !fn.inClass && fn.otherDecorators.length === 0;
  const context = createContext({ numba, resolveImport });
  const adviceContext = createContext({ numba, resolveImport, assumeDecorated: canDecorate });
  for (const one of withOverloads(module, linked)) {
    registerOverloads(context, one);
    registerOverloads(adviceContext, one);
  }
  return { module, linked, context, adviceContext };
}

/** Overloads are in force once their module is imported. */
function withOverloads(module: BoundModule, linked: LinkedModules): readonly BoundModule[] {
  const registering = linked.modules.filter((one) =>
    one.functions.some((fn) => fn.decorator?.kind === 'overload'),
  );
  if (registering.every((one) => one === module)) return registering;
  const imported = linked.importedWith(module);
  return registering.filter((one) => imported.has(one));
}
