import type { Expression, FunctionIR, ModuleIR, Statement } from '@jitsight/shared/ir/nodes';
import { forEachStatement } from '@jitsight/shared/ir/walk';
import type { ValueType } from '@jitsight/shared/ir/valueType';
import { exact, type Tolerance } from '../encoding/compare';

export interface AllowedDifference {
  readonly tolerance: Tolerance;
  /** Why results may differ at all; absent when every bit counts. */
  readonly reason?: string;
}

/** Library calls whose floats NumPy adds up in another order than compiled code does. */
const reorders =
  /\b(sum|mean|std|var|dot|vdot|matmul|inner|average|trapz|trapezoid|cumsum|norm|convolve|correlate|cov|corrcoef|linalg)\b|@\s*\w|\*\*/;

/** Room for the rounding of some millions of operations; a real mistake is far outside. */
const near: Tolerance = { ulp: 2 ** 13, relative: 1e-12 };

/** How far results may lie apart: not at all, but where math functions or the order of additions differ. */
export function allowedDifference(ir: ModuleIR, source: string): AllowedDifference {
  if (ir.functions.some((one) => one.fastmath)) {
    return { tolerance: near, reason: 'fastmath lets the compiler reorder float operations' };
  }
  if (ir.functions.some(hasParallelLoop)) {
    return { tolerance: near, reason: 'parallel loops add up in parts' };
  }
  if (ir.functions.some((one) => one.body.some(usesMath))) {
    return { tolerance: near, reason: 'math functions of different libraries differ in the last bits' };
  }
  if (ir.functions.some((one) => [one.result, ...one.params.map((param) => param.type)].some(holdsComplex))) {
    return { tolerance: near, reason: 'complex arithmetic of different libraries differs in the last bits' };
  }
  if (reorders.test(source)) {
    return { tolerance: near, reason: 'NumPy adds floats up in another order' };
  }
  return { tolerance: exact };
}

function hasParallelLoop(fn: FunctionIR): boolean {
  let found = false;
  forEachStatement(fn.body, (one) => {
    found ||= one.op === 'for' && one.parallel === true;
  });
  return found;
}

function holdsComplex(type: ValueType): boolean {
  if (type.kind === 'tuple') return type.elements.some(holdsComplex);
  if (type.kind === 'array' || type.kind === 'list') return holdsComplex(type.element);
  return type.kind === 'complex';
}

function usesMath(node: Statement | Expression): boolean {
  if (node.op === 'math') return true;
  return Object.values(node).some((child) => (Array.isArray(child) ? child.some(isMath) : isMath(child)));
}

function isMath(child: unknown): boolean {
  if (typeof child !== 'object' || child === null) return false;
  if ('op' in child) return usesMath(child as Statement | Expression);
  return Object.values(child).some(isMath);
}
