import type { Expression } from '../../ir/nodes';
import { isTrivial } from '../../ir/expressions';
import { type FunctionContext, type Ref, temporary } from './context';
import { emitExpression } from './expression';
import { type WasmType, wasmType } from './wasmType';

/** Operands that are used more than once, each evaluated once, in order. */
export class Reuse {
  private readonly before: Ref[] = [];

  constructor(private readonly context: FunctionContext) {}

  /** Makes `value` readable any number of times. */
  hold(value: Expression): () => Ref {
    const { context } = this;
    if (isTrivial(value)) return () => emitExpression(value, context);
    return this.holdRef(emitExpression(value, context), wasmType(value.type));
  }

  holdRef(value: Ref, type: WasmType): () => Ref {
    const { context } = this;
    const { m, binaryen } = context;
    const index = temporary(context, binaryen[type]);
    this.before.push(m.local.set(index, value));
    return () => m.local.get(index, binaryen[type]);
  }

  /** Runs `statement` before the result. */
  first(statement: Ref): void {
    this.before.push(statement);
  }

  /** The result, after everything that was held. */
  finish(result: Ref, type: WasmType | 'none'): Ref {
    const { m, binaryen } = this.context;
    if (this.before.length === 0) return result;
    return m.block(null, [...this.before, result], binaryen[type]);
  }
}
