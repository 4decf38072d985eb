import type { NameSymbol } from '../../../bind/boundModule';
import type { NumbaType } from '../../../types/numbaType';
import { constantType } from '../../globals/evaluate';
import type { FrozenValue, InferenceTarget } from '../../inferFunction';
import { freeVariables } from '../../variables';
import type { GeneratorResult } from './runGenerator';
import type { GeneratorValue } from './values';

export interface Implementation {
  readonly target: InferenceTarget;
  /** What the implementation captured of the generator's variables. */
  readonly frozen: ReadonlyMap<NameSymbol, FrozenValue>;
}

/** The function that a generator returned, with the values it captured. */
export function implementationOf(result: GeneratorResult & { kind: 'function' }): Implementation {
  const { node, scope } = result;
  const fn = node.kind === 'FunctionDef' ? scope.module.functionOf.get(node) : undefined;
  const frozen = new Map<NameSymbol, FrozenValue>();
  for (const symbol of freeVariables(scope.module, node)) {
    const value = scope.variables.get(symbol.name);
    const known = value && freeze(value);
    if (known) frozen.set(symbol, known);
  }
  return { target: { module: scope.module, node, ...(fn && { function: fn }) }, frozen };
}

function freeze(value: GeneratorValue): FrozenValue | undefined {
  switch (value.kind) {
    case 'constant': {
      const type = constantType(value.value);
      return type && { type, constant: value.value };
    }
    case 'typed':
      return { type: value.type, ...(value.value && { constant: value.value }) };
    case 'type':
      return { type: typeObject(value.type) };
    case 'qualified':
      return { type: { kind: 'function', qualifiedName: value.name } };
    case 'function':
      return { type: { kind: 'closure', node: value.node, id: 0 } };
    case 'sequence':
      return undefined;
  }
}

const typeObject = (type: NumbaType): NumbaType => ({ kind: 'typeClass', of: type });
