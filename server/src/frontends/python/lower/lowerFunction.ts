import { FunctionBuilder } from '@jitsight/shared/ir/builder';
import type { FunctionIR } from '@jitsight/shared/ir/nodes';
import type { Version } from '../infer/ssa';
import type { TypedFunction } from '../infer/typedFunction';
import { none } from '../types/numbaType';
import type { Body } from './body';
import { withRequiredChecks } from './boundsChecks';
import { createEdgeTable } from './edges';
import { readGlobals } from './globals';
import { createLowering } from './loweringContext';
import type { ModuleLowering } from './moduleLowering';
import { lowerBlock } from './statements/lowerStatement';
import { lowerReturn } from './statements/return';
import { withTemporaries } from './temporaries';
import { valueTypeOf } from './valueTypes';
import { createVariables, type Variables } from './variables';

const maxPasses = 4;

/**
 * One specialisation as an IR function of that name. Lowered again where the first pass shows that variables only ever
 * hold views of parameters (`row = a[i]`): those need no reference counts.
 */
export function lowerFunction(module: ModuleLowering, typed: TypedFunction, name: string): FunctionIR {
  let borrowers: ReadonlySet<Version> = new Set();
  for (let pass = 1; ; pass++) {
    const { fn, variables } = lowerOnce(module, typed, name, borrowers);
    const needless = variables.needlessOwners();
    if (needless.size === 0 || pass === maxPasses) return fn;
    borrowers = new Set([...borrowers, ...needless]);
  }
}

function lowerOnce(
  module: ModuleLowering,
  typed: TypedFunction,
  name: string,
  borrowers: ReadonlySet<Version>,
): { readonly fn: FunctionIR; readonly variables: Variables } {
  const ir = new FunctionBuilder(name, valueTypeOf(typed.returnType));
  const lowering = createLowering(module, ir, typed.options);
  const variables = createVariables(typed, lowering, borrowers);
  const body: Body = {
    typed,
    lowering,
    variables,
    edges: createEdgeTable(typed.ssa),
    enclosing: [],
    loopDepth: 0,
    tryDepth: 0,
    pinned: new Map(),
    unmade: new Map(),
    globals: readGlobals(lowering, typed),
  };
  ir.at(typed.node.range, () => lowerBody(body));
  const made = ir.finish({ range: typed.node.range, fastmath: typed.options.fastmath || undefined });
  const fn = typed.options.boundscheck ? withRequiredChecks(made) : made;
  return { fn, variables };
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
