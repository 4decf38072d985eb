import type { BoundModule } from '../../../bind/boundModule';
import type { FunctionDef, Lambda } from '../../../parse/ast';
import type { NumbaType } from '../../../types/numbaType';
import type { ConstantValue } from '../../typedFunction';

/** What the body of a generator (`@generated_jit`, `@overload`) computes with while Numba compiles: types and constants. */
export type GeneratorValue =
  | { readonly kind: 'type'; readonly type: NumbaType }
  | { readonly kind: 'constant'; readonly value: ConstantValue }
  /** A value of a Numba type, such as `x("NaT")` where x is a datetime type. */
  | { readonly kind: 'typed'; readonly type: NumbaType; readonly value?: ConstantValue }
  | { readonly kind: 'sequence'; readonly elements: readonly GeneratorValue[] }
  /** A name of a library: a class of types, a function. */
  | { readonly kind: 'qualified'; readonly name: string }
  | { readonly kind: 'function'; readonly node: FunctionDef | Lambda; readonly scope: GeneratorScope };

/** Variables of the generator's body by name. */
export interface GeneratorScope {
  readonly module: BoundModule;
  readonly numba: string;
  readonly variables: Map<string, GeneratorValue>;
}

/** The generator does something that is not evaluated here. */
export class Unevaluable extends Error {}

/** The generator raised: Numba reports it as a typing error. */
export class GeneratorRaised extends Error {
  constructor(readonly reason: string) {
    super(reason);
  }
}

export const none: GeneratorValue = { kind: 'constant', value: { kind: 'none' } };
export const bool = (value: boolean): GeneratorValue => ({
  kind: 'constant',
  value: { kind: 'bool', value },
});
export const int = (value: number | bigint): GeneratorValue => ({
  kind: 'constant',
  value: { kind: 'int', value: BigInt(value) },
});
export const str = (value: string): GeneratorValue => ({ kind: 'constant', value: { kind: 'str', value } });
