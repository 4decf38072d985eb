import { bindToParameters } from '../calls/userArguments';
import type { Argument } from '../calls/argument';
import type { LibraryOutcome } from '../calls/libraryCall';
import { defaultFlags, inferFunction } from '../inferFunction';
import type { Inference } from '../inference';
import { membersOf } from './jitClass';

const sameName =
  'add floordiv lshift mul mod neg pos invert pow rshift sub truediv and or xor ' +
  'iadd ifloordiv ilshift imul imod ipow irshift isub itruediv iand ior ixor ' +
  'eq ne lt le gt ge getitem setitem contains';
const operators: ReadonlyMap<string, readonly string[]> = new Map([
  ...sameName
    .split(' ')
    .map((name): [string, string[]] => [
      `operator.${/^(and|or)$/.test(name) ? `${name}_` : name}`,
      /^i[a-z]+$/.test(name) && name !== 'invert' ? [name, name.slice(1)] : [name],
    ]),
  ['operator.truth', ['bool', 'len']],
  ['builtins.bool', ['bool', 'len']],
  ['builtins.float', ['float', 'index']],
  ['builtins.int', ['int', 'index']],
  ...['abs', 'len', 'hash', 'complex', 'str'].map((name): [string, string[]] => [`builtins.${name}`, [name]]),
]);

/**
 * An operation on an instance of a jitclass, as its `__add__` and the like do it; undefined where its class does
 * not define one. As in Numba, the right operand's `__radd__` is not looked at.
 */
export function callJitclassOperator(
  inf: Inference,
  name: string,
  given: readonly Argument[],
): LibraryOutcome | undefined {
  const [self] = given;
  if (self?.type.kind !== 'jitclass') return undefined;
  const { methods } = membersOf(inf.module, self.type.node);
  const method = operators
    .get(name)
    ?.map((each) => methods.get(`__${each}__`))
    .find((fn) => fn !== undefined);
  if (!method && name === 'operator.ne' && methods.has('__eq__')) {
    // Numba inverts `==`, for which there is no code yet.
    inf.round.guessed = true;
    return { kind: 'pending' };
  }
  if (!method) return undefined;
  const bound = bindToParameters(method.node.params, given);
  if (typeof bound === 'string') return { kind: 'mismatch', reason: bound };
  const target = { module: method.module, node: method.node, function: method };
  const typed = inferFunction(target, bound.types, inf.context, { flags: defaultFlags });
  if (typed.guessed) inf.round.guessed = true;
  if (!typed.compiles) return { kind: 'mismatch' };
  const type = typed.returnType;
  return {
    kind: 'typed',
    type,
    resolution: { kind: 'typed', target: typed, args: bound.args, result: type },
  };
}
