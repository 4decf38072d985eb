import { FunctionBuilder } from '@jitsight/shared/ir/builder';
import type { FunctionIR } from '@jitsight/shared/ir/nodes';
import type { TypedFunction } from '../../infer/typedFunction';
import { typeName } from '../../types/typeName';
import type { NumbaType } from '../../types/numbaType';
import { createLowering } from '../loweringContext';
import type { ModuleLowering } from '../moduleLowering';
import { passOut } from './passOut';
import { valueTypeOf } from '../valueTypes';

/**
 * The function that applies an elementwise kernel (`@vectorize`) to arguments of these types: arrays are broadcast
 * together into a new array; scalars alone give a scalar.
 */
export function broadcastEntry(
  module: ModuleLowering,
  kernel: TypedFunction,
  args: readonly NumbaType[],
  name: string,
): FunctionIR {
  const result = broadcastResult(kernel, args);
  const ir = new FunctionBuilder(name, valueTypeOf(result));
  const lowering = createLowering(module, ir, kernel.options);
  ir.at(kernel.node.range, () => {
    const values = args.map((type, i) => {
      const parts = ir.parameter(kernel.params[i]!.name, valueTypeOf(type), typeName(type));
      for (const part of parts) lowering.steadyLocals.add(part.name);
      return { type, parts };
    });
    const value = lowering.elementwise(values, kernel.returnType, (elements) =>
      lowering.call(kernel, elements),
    );
    passOut(lowering, value);
  });
  return ir.finish({ range: kernel.node.range, fastmath: kernel.options.fastmath || undefined });
}

/** What the kernel gives for arguments of these types. */
export function broadcastResult(kernel: TypedFunction, args: readonly NumbaType[]): NumbaType {
  const arrays = args.filter((type) => type.kind === 'array');
  if (arrays.length === 0) return kernel.returnType;
  const layouts = arrays.map((type) => type.layout);
  return {
    kind: 'array',
    dtype: kernel.returnType,
    ndim: Math.max(...arrays.map((type) => type.ndim)),
    layout: layouts.includes('F') && !layouts.includes('C') ? 'F' : 'C',
    readonly: false,
    aligned: true,
  };
}
