import type { Signature } from '../../ir/verify/scope';
import type { FunctionContext, Ref } from './context';
import { importHost } from './imports';

/** Callees that are an instruction or a host function rather than a function of the module. */
export const intrinsics: Readonly<Record<string, Signature>> = {
  'wasm.memorySize': { params: [], results: ['i32'] },
  'wasm.memoryGrow': { params: ['i32'], results: ['i32'] },
  'wasm.heapBase': { params: [], results: ['ptr'] },
  'rt.clock': { params: [], results: ['f64'] },
};

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
    case 'rt.clock':
      return m.call(importHost('clock', [], ['f64'], context), [], binaryen.f64);
    default:
      return undefined;
  }
}
