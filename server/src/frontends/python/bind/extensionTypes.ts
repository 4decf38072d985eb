import type { Call, ClassDef, Expression } from '../parse/ast';
import type { BoundModule } from './boundModule';

/**
 * Whether the module teaches Numba a class of its own: `@typeof_impl.register(Class)`, `structref.define_proxy(Class, ...)`,
 * `@type_callable(Class)`, a subclass of `types.Type` or `StructRefProxy`. What compiled code makes of it is up to that code.
 */
export function isExtensionType(module: BoundModule, node: ClassDef): boolean {
  return node.bases.some((base) => isExtensionBase(module, base)) || taught(module).has(node.name);
}

/** The same for a class that is named at the top of the module. */
export function isExtensionClass(module: BoundModule, name: string): boolean {
  const [binding] = module.moduleScope.symbols.get(name)?.bindings ?? [];
  return binding?.kind === 'class' && isExtensionType(module, binding.node as ClassDef);
}

/** Whether a class at the top of the module is an array by its bases: Numba takes it for what NumPy's own array would be. */
export function isArrayClass(module: BoundModule, name: string): boolean {
  const [binding] = module.moduleScope.symbols.get(name)?.bindings ?? [];
  if (binding?.kind !== 'class') return false;
  return (binding.node as ClassDef).bases.some((base) => {
    if (module.qualifiedName(base) === 'numpy.ndarray') return true;
    return base.kind === 'Name' && base.id !== name && isArrayClass(module, base.id);
  });
}

const bases = /^numba\.(experimental\.structref\.StructRefProxy|(core\.)?types\.\w+)$/;
const teachers =
  /^numba\..*\b((typeof_impl|as_numba_type|type_callable)(\.register)?|define_proxy|define_boxing|overload)$/;

function isExtensionBase(module: BoundModule, base: Expression): boolean {
  return bases.test(module.qualifiedName(base) ?? '');
}

const known = new WeakMap<BoundModule, ReadonlySet<string>>();

/** Names of the classes that calls of Numba's extension API are given first. */
function taught(module: BoundModule): ReadonlySet<string> {
  const found = known.get(module);
  if (found) return found;
  const decorators = module.functions.flatMap((fn) => [...fn.otherDecorators, fn.decorator?.node]);
  const calls = [...module.calls.map((site) => site.call), ...decorators].filter(
    (one): one is Call => one?.kind === 'Call',
  );
  const names = calls.flatMap(({ func, args: [first] }) =>
    first?.kind === 'Name' && teachers.test(module.qualifiedName(func) ?? '') ? [first.id] : [],
  );
  const set = new Set(names);
  known.set(module, set);
  return set;
}
