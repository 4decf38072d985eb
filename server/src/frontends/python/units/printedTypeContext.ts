import { jitclassInstance } from '../infer/jitclass/jitClass';
import { enumNamed } from '../infer/globals/enums';
import { namedTupleFields } from '../infer/globals/namedTuples';
import type { ClassDef } from '../parse/ast';
import type { PrintedTypeContext } from '../types/printedType';
import type { AnalysisSession } from './session';

/** What a module's own names mean where Numba prints them in a type. */
export function printedTypeContext({ module, linked, context }: AnalysisSession): PrintedTypeContext {
  return {
    functionNamed: (name) =>
      module.functions.findLast((fn) => fn.qualifiedName === name || fn.node.name === name) ??
      linked.modules.flatMap((one) => one.functions).findLast((fn) => fn.qualifiedName === name),
    enumNamed: (name) => enumNamed(module, name),
    fieldsOf: (name) =>
      namedTupleFields(module, name) ??
      linked.modules.map((one) => namedTupleFields(one, name)).find(Boolean),
    jitclassNamed: (name) => {
      const binding = module.moduleScope.symbols.get(name)?.bindings.at(-1);
      if (binding?.kind !== 'class') return undefined;
      const instance = jitclassInstance(module, binding.node as ClassDef, context.numba);
      return instance === 'unknown' ? undefined : instance;
    },
  };
}
