import type { BoundModule } from '../../../bind/boundModule';
import { isExtensionType } from '../../../bind/extensionTypes';
import type { Call, ClassDef, Expression } from '../../../parse/ast';
import type { NumbaType } from '../../../types/numbaType';

/** An instance of a class of the module that is neither compiled, nor taught to Numba, nor a number, tuple, array or enum by its bases. */
export function plainInstance(module: BoundModule, call: Call): NumbaType | undefined {
  const node = classNamed(module, call.func);
  return node && isPlain(module, node)
    ? { kind: 'pyobject', what: `an instance of the class ${node.name}` }
    : undefined;
}

function classNamed(module: BoundModule, expression: Expression): ClassDef | undefined {
  if (expression.kind !== 'Name') return undefined;
  const meaning = module.resolve(expression);
  const bindings = ('symbol' in meaning && meaning.symbol?.bindings) || [];
  const [binding] = bindings;
  return bindings.length === 1 && binding?.kind === 'class' ? (binding.node as ClassDef) : undefined;
}

function isPlain(module: BoundModule, node: ClassDef): boolean {
  if (isExtensionType(module, node)) return false;
  const decoratorNames = node.decorators.map((one) =>
    module.qualifiedName(one.kind === 'Call' ? one.func : one),
  );
  if (!decoratorNames.every((name) => name === 'dataclasses.dataclass')) return false;
  return node.bases.every((base) => {
    const name = module.qualifiedName(base);
    if (name === 'builtins.object' || name === 'abc.ABC') return true;
    const parent = classNamed(module, base);
    return parent !== undefined && parent !== node && isPlain(module, parent);
  });
}
