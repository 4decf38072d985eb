import { FunctionBuilder } from '@jitsight/shared/ir/builder';
import type { FunctionIR } from '@jitsight/shared/ir/nodes';
import type { TypedFunction } from '../../infer/typedFunction';
import { runStencil } from '../../library/stencil/runStencil';
import type { StencilPlan } from '../../library/stencil/stencilPlan';
import type { NumbaType } from '../../types/numbaType';
import { typeName } from '../../types/typeName';
import { createLowering } from '../loweringContext';
import type { ModuleLowering } from '../moduleLowering';
import { valueTypeOf } from '../valueTypes';
import { passOut } from './passOut';

/** The function that runs a `@stencil` kernel over arrays that a caller passes. */
export function stencilEntry(
  module: ModuleLowering,
  kernel: TypedFunction,
  { plan, result }: { readonly plan: StencilPlan; readonly result: NumbaType },
  name: string,
): FunctionIR {
  const ir = new FunctionBuilder(name, valueTypeOf(result));
  const lowering = createLowering(module, ir, kernel.options);
  ir.at(kernel.node.range, () => {
    const args = kernel.params.map(({ name: parameter, type }) => {
      const parts = ir.parameter(parameter, valueTypeOf(type), typeName(type));
      for (const part of parts) lowering.steadyLocals.add(part.name);
      return { type, parts };
    });
    passOut(lowering, runStencil(lowering, kernel, plan, args, result));
  });
  return ir.finish({ range: kernel.node.range, fastmath: kernel.options.fastmath || undefined });
}
