import type { FunctionContext, Ref } from './context';
import { importHost } from './imports';

/** A callee that is an instruction or a host function rather than a function of the module. */
export function emitIntrinsic(
  callee: string,
  operands: readonly Ref[],
  context: FunctionContext,
): Ref | undefined {
  const { m, binaryen } = context;
  switch (callee) {
    case 'wasm.memorySize':
      return m.memory.size();
    case 'wasm.memoryGrow':
      return m.memory.grow(operands[0]!);
    case 'wasm.heapBase':
      return m.i32.const(context.heapBase);
    case 'rt.parallel':
      return m.call(
        importHost('parallel', ['i32', 'i64', 'i64', 'i32'], [], context),
        operands,
        binaryen.none,
      );
    case 'rt.clock':
      return m.call(importHost('clock', [], ['f64'], context), [], binaryen.f64);
    default:
      return undefined;
  }
}
