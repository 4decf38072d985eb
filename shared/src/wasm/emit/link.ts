import type { DataSegment, Expression, FunctionIR, ModuleIR } from '../../ir/nodes';
import { isFloatScalar } from '../../ir/scalarType';
import { forEachExpression, forEachStatement } from '../../ir/walk';
import { libraryFunction, librarySegment } from '../library';

/** The module with the library functions that it needs, and those that these need, behind its own. */
export function link(module: ModuleIR): ModuleIR {
  const own = new Set(module.functions.map((fn) => fn.name));
  for (const name of own) {
    if (libraryFunction(name)) throw new Error(`Jitsight bug: ${name} is a function of the run-time library`);
  }
  const functions = new Map<string, FunctionIR>();
  const data = new Map<string, DataSegment>();
  const open = [...module.functions];
  for (let fn = open.pop(); fn; fn = open.pop()) {
    for (const name of calleesOf(fn)) {
      const callee = own.has(name) || functions.has(name) ? undefined : libraryFunction(name);
      if (!callee) continue;
      functions.set(name, callee);
      open.push(callee);
    }
  }
  const ownData = new Set(module.data.map((segment) => segment.name));
  for (const fn of [...module.functions, ...functions.values()]) {
    for (const name of segmentsOf(fn)) {
      const segment = ownData.has(name) ? undefined : librarySegment(name);
      if (segment) data.set(name, segment);
    }
  }
  if (functions.size === 0 && data.size === 0) return module;
  return {
    ...module,
    functions: [...module.functions, ...sortedByName(functions.values())],
    data: [...module.data, ...sortedByName(data.values())],
  };
}

function sortedByName<T extends { readonly name: string }>(items: Iterable<T>): T[] {
  return [...items].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function segmentsOf(fn: FunctionIR): Set<string> {
  const names = new Set<string>();
  forEachExpression(fn.body, (expression) => {
    if (expression.op === 'dataAddress') names.add(expression.segment);
  });
  return names;
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
      return `math.${expression.function}`;
    case 'rem':
      return isFloatScalar(expression.type) ? 'math.fmod' : undefined;
    case 'floordiv':
    case 'floormod':
      return isFloatScalar(expression.type) ? `math.${expression.op}.${expression.type}` : undefined;
    default:
      return undefined;
  }
}
