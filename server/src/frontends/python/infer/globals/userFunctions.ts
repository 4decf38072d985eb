import type { BoundFunction } from '../../bind/boundModule';
import type { Name } from '../../parse/ast';
import type { NumbaType } from '../../types/numbaType';
import { explicitSignatures } from '../specialize/explicitSignatures';
import { type Inference, report } from '../inference';

/** The type of a function of the user's that is used as a value. */
export function userFunctionType(inf: Inference, name: Name, fn: BoundFunction): NumbaType | undefined {
  switch (howCompiled(fn)) {
    case 'compiled':
      return dispatcherType(fn, inf.context.numba);
    case 'ufunc':
      return { kind: 'dufunc', function: fn };
    case 'unclear':
      inf.round.guessed = true;
      return undefined;
    case 'plain':
      if (isOverloaded(inf, fn)) return { kind: 'dispatcher', function: fn };
      return report(inf, 'globals', name, {
        kind: 'untyped-global',
        subject: name.id,
        what: 'a plain Python function',
      });
  }
}

/** A compiled function as a value; one explicit signature makes it a function of that type. */
export function dispatcherType(fn: BoundFunction, numba: string): NumbaType {
  const [only, ...others] = explicitSignatures(fn, numba);
  const declared = others.length === 0 && only?.returns !== undefined;
  const signature = declared && only ? { args: only.args, returns: only.returns! } : undefined;
  return { kind: 'dispatcher', function: fn, ...(signature && { signature }) };
}

/** `unclear`: a decorator of another library may or may not compile it. */
export function howCompiled(fn: BoundFunction): 'compiled' | 'ufunc' | 'plain' | 'unclear' {
  // Functions of the library's own Python call each other undecorated.
  if (fn.module.file.uri.startsWith('library:')) return 'compiled';
  switch (fn.decorator?.kind) {
    case 'vectorize':
    case 'guvectorize':
      return 'ufunc';
    case 'overload':
      return 'plain';
    case undefined: {
      const names = fn.otherDecorators.map((decorator) =>
        fn.module.qualifiedName(decorator.kind === 'Call' ? decorator.func : decorator),
      );
      if (names.some((name) => name?.endsWith('.register_jitable'))) return 'compiled';
      const plain = names.every((name) => name !== undefined && plainDecorators.test(name));
      return plain ? 'plain' : 'unclear';
    }
    default:
      return 'compiled';
  }
}

// Decorators that leave a Python function a Python function.
const plainDecorators = /^(numpy|functools|contextlib|builtins|typing|abc|dataclasses|pytest|atexit)\./;

export function isOverloaded(inf: Inference, fn: BoundFunction): boolean {
  return inf.context.overloads.get(fn.module)?.has(fn) ?? false;
}
