import { isRegistered } from '../../library/registeredNames';
import type { Expression } from '../../parse/ast';
import { lookup } from '../../library/registry';
import type { NumbaType } from '../../types/numbaType';
import { typeNamed } from '../../types/typeNamespace';
import { type Inference, report, sourceOf } from '../inference';
import { exceptionNames } from './exceptionNames';
import { constantNamed } from './moduleConstants';
import { isKnownModule, isKnownRoot } from './modules';
import { dispatcherType } from './userFunctions';
import { scalarTypeNamed } from '../../types/scalarNames';

/** The type of a name of a library: a constant, a scalar type, a function, a module. */
export function inferQualified(
  inf: Inference,
  node: Expression,
  qualifiedName: string,
): NumbaType | undefined {
  // Names of the module itself, as `__name__`: what they hold is told by how it is run.
  if (/^builtins\.__\w+__$/.test(qualifiedName)) {
    inf.round.guessed = true;
    return undefined;
  }
  const constant = constantNamed(qualifiedName);
  if (constant) {
    inf.round.resolutions.set(node, { kind: 'constant', value: constant.value, result: constant.type });
    return constant.type;
  }
  const type = namedType(inf, qualifiedName);
  if (type) {
    inf.round.resolutions.set(node, { kind: 'nothing', result: type });
    return type;
  }
  const fn = inf.context.resolveImport(qualifiedName);
  if (fn) return dispatcherType(fn, inf.context.numba);
  if (!isKnownRoot(qualifiedName) || isRegistered(qualifiedName, inf.context.numba)) {
    inf.round.guessed = true;
    return undefined;
  }
  return report(inf, 'typing', node, {
    kind: 'unsupported-function',
    callee: qualifiedName.replace(/^builtins\./, '') || sourceOf(inf, node),
  });
}

function namedType(inf: Inference, qualifiedName: string): NumbaType | undefined {
  const scalar = scalarTypeNamed(qualifiedName);
  if (scalar) return { kind: 'typeClass', of: scalar };
  const type = /^numba\.(?:core\.)?(?:types\.)?(\w+)$/.exec(qualifiedName)?.[1];
  const of = type && typeNamed(type, inf.context.numba);
  if (of && of.kind !== 'none') return { kind: 'typeClass', of };
  const builtin = /^builtins\.(\w+)$/.exec(qualifiedName)?.[1];
  if (builtin && exceptionNames.has(builtin)) return { kind: 'exceptionClass', name: builtin };
  if (builtin && builtinTypes.has(builtin)) return { kind: 'function', qualifiedName };
  if (inferredFunctions.has(qualifiedName) || lookup(qualifiedName, inf.context.numba).length > 0) {
    return { kind: 'function', qualifiedName };
  }
  return isKnownModule(qualifiedName) ? { kind: 'module', name: qualifiedName } : undefined;
}

// Usable as values, in dtype arguments and isinstance, whether or not the library can call them.
const builtinTypes = new Set([
  'int',
  'float',
  'complex',
  'bool',
  'str',
  'list',
  'tuple',
  'dict',
  'set',
  'range',
]);

/** Functions about types, which inference itself answers. */
export const inferredFunctions: ReadonlySet<string> = new Set([
  'builtins.isinstance',
  'builtins.hasattr',
  'builtins.getattr',
  'numba.literally',
  'numba.core.misc.literally',
  'numba.literal_unroll',
]);
