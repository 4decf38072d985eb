import { FunctionBuilder } from '@jitsight/shared/ir/builder';
import type { FunctionIR } from '@jitsight/shared/ir/nodes';
import type { TypedFunction } from '../infer/typedFunction';
import { none } from '../types/numbaType';
import type { Body } from './body';
import { createEdgeTable } from './edges';
import { createLowering } from './loweringContext';
import type { ModuleLowering } from './moduleLowering';
import { lowerBlock } from './statements/lowerStatement';
import { lowerReturn } from './statements/return';
import { withTemporaries } from './temporaries';
import { valueTypeOf } from './valueTypes';
import { createVariables } from './variables';

/** One specialisation as an IR function of that name. */
export function lowerFunction(module: ModuleLowering, typed: TypedFunction, name: string): FunctionIR {
  const ir = new FunctionBuilder(name, valueTypeOf(typed.returnType));
  const lowering = createLowering(module, ir, typed.options);
  const body: Body = {
    typed,
    lowering,
    variables: createVariables(typed, lowering),
    edges: createEdgeTable(typed.ssa),
    enclosing: [],
    pinned: new Map(),
  };
  ir.at(typed.node.range, () => lowerBody(body));
  return ir.finish({ range: typed.node.range, fastmath: typed.options.fastmath || undefined });
}

function lowerBody(body: Body): void {
  const { node, returnType } = body.typed;
  if (node.kind === 'Lambda') {
    withTemporaries(body.lowering, () => lowerReturn(body, node.body));
    return;
  }
  if (!lowerBlock(body, node.body)) return;
  if (returnType.kind === none.kind || returnType.kind === 'optional') {
    withTemporaries(body.lowering, () => lowerReturn(body, undefined));
    return;
  }
  // Inference found no path here, so none is taken; the verifier wants the end closed.
  body.lowering.raise({ name: 'SystemError', message: 'the end of the function was reached' });
}
