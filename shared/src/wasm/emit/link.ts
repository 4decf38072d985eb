import type { DataSegment, Expression, FunctionIR, ModuleIR } from '../../ir/nodes';
import { isFloatScalar } from '../../ir/scalarType';
import { forEachExpression, forEachStatement } from '../../ir/walk';
import { libraryFunction } from '../library';
import { importedMath } from './math';

/** The module with the library functions that it needs, and those that these need, behind its own. */
export function link(module: ModuleIR): ModuleIR {
  const linked = new Map<string, FunctionIR>();
  const data = new Map<string, DataSegment>();
  const own = new Set(module.functions.map((fn) => fn.name));
  const open = [...module.functions];
  for (let fn = open.pop(); fn; fn = open.pop()) {
    for (const name of calleesOf(fn)) {
      if (own.has(name) || linked.has(name)) continue;
      const entry = libraryFunction(name);
      if (!entry) continue;
      linked.set(name, entry.fn);
      for (const segment of entry.data) data.set(segment.name, segment);
      open.push(entry.fn);
    }
  }
  if (linked.size === 0) return module;
  const byName = [...linked.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    ...module,
    functions: [...module.functions, ...byName],
    data: [...module.data, ...data.values()],
  };
}

function calleesOf(fn: FunctionIR): Set<string> {
  const callees = new Set<string>();
  forEachStatement(fn.body, (statement) => {
    if (statement.op === 'callMany') callees.add(statement.callee);
  });
  forEachExpression(fn.body, (expression) => {
    const name = calleeOf(expression);
    if (name) callees.add(name);
  });
  return callees;
}

/** The library function that an expression is compiled to, if it is. */
function calleeOf(expression: Expression): string | undefined {
  switch (expression.op) {
    case 'call':
      return expression.callee;
    case 'math':
      return importedMath.has(expression.function) ? undefined : `math.${expression.function}`;
    case 'rem':
      return isFloatScalar(expression.type) ? 'math.fmod' : undefined;
    case 'floordiv':
    case 'floormod':
      return isFloatScalar(expression.type) ? `math.${expression.op}.${expression.type}` : undefined;
    default:
      return undefined;
  }
}
