import type { DataSegment, FunctionIR, ModuleIR } from '../nodes';
import type { ScalarType } from '../scalarType';

/** The scalar types a function takes and gives. */
export interface Signature {
  readonly params: readonly ScalarType[];
  readonly results: readonly ScalarType[];
}

/** What is known while one function is checked. */
export interface Scope {
  readonly module: ModuleIR;
  readonly signatures: ReadonlyMap<string, Signature>;
  readonly segments: ReadonlyMap<string, DataSegment>;
  readonly fn: FunctionIR;
  readonly locals: ReadonlyMap<string, ScalarType>;
  readonly results: readonly ScalarType[];
  report(message: string): void;
}
