import type { BoundFunction, NameSymbol } from '../../bind/boundModule';
import type { Expression } from '../../parse/ast';
import type { InferenceContext } from '../context';
import type { FrozenValue } from '../inferFunction';
import { evaluate } from './evaluate';
import { type Freezer, constantOfName } from './globalValue';
import { dispatcherType, howCompiled } from './userFunctions';

/** What the variables of the function that made this one hold: the arguments of that call. */
export function factoryValues(
  fn: BoundFunction,
  context: InferenceContext,
): ReadonlyMap<NameSymbol, FrozenValue> | undefined {
  const { madeBy, enclosing, module } = fn;
  if (!madeBy || !enclosing) return undefined;
  const scope = module.scopes.get(enclosing.node);
  const values = new Map<NameSymbol, FrozenValue>();
  enclosing.node.params.forEach((param, i) => {
    const given =
      madeBy.args[i] ??
      madeBy.keywords.find((keyword) => keyword.name === param.name)?.value ??
      param.default;
    const symbol = scope?.symbols.get(param.name);
    const value = given && frozenArgument(fn, given, context);
    if (symbol && value) values.set(symbol, value);
  });
  return values;
}

function frozenArgument(
  { module }: BoundFunction,
  given: Expression,
  { numba }: InferenceContext,
): FrozenValue | undefined {
  const freezer: Freezer = {
    module,
    numba,
    typeInitializer: () => {
      throw new Error('only constants are asked for');
    },
  };
  const constant = evaluate(given, {
    qualifiedName: (node) => module.qualifiedName(node),
    name: (name) => constantOfName(freezer, name),
  });
  if (constant) return { type: constant.type, constant: constant.value };
  const meaning = given.kind === 'Name' ? module.resolve(given) : undefined;
  if (meaning?.kind !== 'function' || howCompiled(meaning.function) !== 'compiled') return undefined;
  return { type: dispatcherType(meaning.function, numba) };
}
