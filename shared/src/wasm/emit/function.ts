import type { FunctionIR } from '../../ir/nodes';
import { flatten } from '../../ir/valueType';
import { setLocalName } from '../binaryen';
import type { FunctionContext, ModuleContext } from './context';
import { emitBody } from './statement';
import { binaryenType, wasmType } from './wasmType';

/** Name of the pseudo source file: a debug location's line is the offset in the source text plus one. */
export const locationFile = 'source';

/** Emits one function into the module. */
export function emitFunction(fn: FunctionIR, module: ModuleContext): void {
  const { m, binaryen } = module;
  const context = startFunction(fn, module);
  const body = emitBody(fn.body, context);
  const results = flatten(fn.result);
  if (results.length > 0 && fn.body.at(-1)?.op !== 'return') body.push(m.unreachable());
  const ref = m.addFunction(
    fn.name,
    binaryenType(
      binaryen,
      fn.params.flatMap((param) => flatten(param.type)),
    ),
    binaryenType(binaryen, results),
    context.vars,
    m.block(null, body),
  );
  if (context.locations) describe(ref, context, context.locations);
}

/** What only the text shows: names of locals, and places in the source. */
function describe(
  ref: number,
  { m, binaryen, locals }: FunctionContext,
  locations: NonNullable<FunctionContext['locations']>,
): void {
  for (const [name, index] of locals) setLocalName(binaryen, ref, index, name);
  const file = m.addDebugInfoFileName(locationFile);
  for (const [expression, offset] of locations) m.setDebugLocation(ref, expression, file, offset + 1, 0);
}

function startFunction(fn: FunctionIR, module: ModuleContext): FunctionContext {
  const received = fn.params.flatMap((param) => param.locals);
  const locals = new Map(received.map((name, index) => [name, index]));
  const vars: number[] = [];
  for (const { name, type } of fn.locals) {
    if (locals.has(name)) continue;
    locals.set(name, received.length + vars.length);
    vars.push(module.binaryen[wasmType(type)]);
  }
  return {
    ...module,
    fn,
    locals,
    vars,
    firstVar: received.length,
    locations: module.options.text ? [] : undefined,
    offset: undefined,
    labels: [],
    usedLabels: new Set<string>(),
  };
}
