import { localExpression } from '../ir/expressions';
import type { CallStatement, Expression, FunctionIR, LocalIR, ModuleIR, Statement } from '../ir/nodes';
import { forEachExpression, forEachStatement } from '../ir/walk';
import { mapBlocks, mapExpressions, mapOperands, rewriteExpression } from './rewrite';

/** Statements and expressions of a callee that is inlined whatever calls it; V8 11 inlines no Wasm calls itself. */
const smallSize = 60;
/** And of one that is called in a loop: there its loop-invariant parts count, and arguments passed in memory. */
const sizeInLoop = 300;
/** And of one that nothing else calls, so that the code does not grow. */
const sizeCalledOnce = 1000;
/** A caller stops growing here. */
const largestCaller = 4000;

/**
 * Puts small callees in place of their calls, callees' callees first. Recursive functions stay calls; functions
 * that nothing calls any more are dropped.
 */
export function inlineCalls(module: ModuleIR): ModuleIR {
  const functions = new Map(module.functions.map((fn) => [fn.name, fn]));
  const done = new Map<string, FunctionIR>();
  const visiting = new Set<string>();
  const calls = countCalls(module.functions);
  const process = (fn: FunctionIR): FunctionIR => {
    const ready = done.get(fn.name);
    if (ready) return ready;
    visiting.add(fn.name);
    const inlined = inlineInto(fn, (name, inLoop) => {
      const callee = functions.get(name);
      if (!callee || visiting.has(name)) return undefined;
      const body = process(callee);
      if (callsAny(body, visiting)) return undefined;
      if (body.alwaysInline) return body;
      const size = sizeOf(body.body);
      const isOnlyCall = calls.get(name) === 1 && size <= sizeCalledOnce;
      return isOnlyCall || size <= (inLoop ? sizeInLoop : smallSize) ? body : undefined;
    });
    visiting.delete(fn.name);
    done.set(fn.name, inlined);
    return inlined;
  };
  const all = module.functions.map(process);
  return { ...module, functions: reachable(all, module.entry) };
}

export function sizeOf(body: readonly Statement[]): number {
  let size = 0;
  forEachStatement(body, () => size++);
  forEachExpression(body, () => size++);
  return size;
}

function callsAny(fn: FunctionIR, names: ReadonlySet<string>): boolean {
  return [...calleesOf(fn)].some((name) => names.has(name));
}

function calleesOf(fn: FunctionIR): Set<string> {
  const callees = new Set<string>();
  forEachStatement(fn.body, (statement) => {
    if (statement.op === 'callMany') callees.add(statement.callee);
  });
  forEachExpression(fn.body, (expression) => {
    if (expression.op === 'call') callees.add(expression.callee);
  });
  return callees;
}

/** How often each function is called in the source of all of them. */
function countCalls(functions: readonly FunctionIR[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const count = (name: string) => void counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const { body } of functions) {
    forEachStatement(body, (one) => {
      if (one.op === 'callMany') count(one.callee);
    });
    forEachExpression(body, (one) => {
      if (one.op === 'call') count(one.callee);
    });
  }
  return counts;
}

function reachable(functions: readonly FunctionIR[], entry: string): readonly FunctionIR[] {
  const byName = new Map(functions.map((fn) => [fn.name, fn]));
  const keep = new Set<string>();
  const visit = (name: string) => {
    const fn = byName.get(name);
    if (!fn || keep.has(name)) return;
    keep.add(name);
    for (const callee of calleesOf(fn)) visit(callee);
  };
  visit(entry);
  return functions.filter((fn) => keep.has(fn.name));
}

function inlineInto(
  caller: FunctionIR,
  calleeOf: (name: string, inLoop: boolean) => FunctionIR | undefined,
): FunctionIR {
  const locals = [...caller.locals];
  const names = new Set(locals.map((local) => local.name));
  let size = sizeOf(caller.body);
  let count = 0;
  const expand = (body: readonly Statement[], inLoop: boolean): readonly Statement[] =>
    body.flatMap((statement) => {
      const call = asCall(statement);
      const callee = call && size < largestCaller ? calleeOf(call.callee, inLoop) : undefined;
      if (!call || !callee) {
        const inside = inLoop || statement.op === 'for' || statement.op === 'loop';
        return [mapBlocks(statement, (inner) => expand(inner, inside))];
      }
      size += sizeOf(callee.body);
      return bodyInPlace(call, callee, `${count++}`, locals, names);
    });
  return { ...caller, body: expand(caller.body, false), locals };
}

/** `x = f(a)` and `f(a)` as statements; calls inside larger expressions stay, so that evaluation order does. */
function asCall(statement: Statement): CallStatement | undefined {
  if (statement.op === 'callMany') return statement;
  if (statement.op !== 'set' && statement.op !== 'evaluate') return undefined;
  const { value } = statement;
  if (value.op !== 'call') return undefined;
  const results = statement.op === 'set' ? [statement.local] : [];
  return { op: 'callMany', callee: value.callee, args: value.args, results, range: statement.range };
}

function bodyInPlace(
  call: CallStatement,
  callee: FunctionIR,
  tag: string,
  locals: LocalIR[],
  names: Set<string>,
): Statement[] {
  const renamed = new Map<string, string>();
  for (const local of callee.locals) {
    let name = `${local.name}@${tag}`;
    while (names.has(name)) name += '_';
    names.add(name);
    renamed.set(local.name, name);
    locals.push({ ...local, name, sourceName: undefined });
  }
  const done = `${callee.name}@${tag}`;
  const params = callee.params.flatMap((param) => param.locals);
  const paramSets = params.map(
    (param, i): Statement => ({
      op: 'set',
      local: renamed.get(param)!,
      value: call.args[i]!,
      range: call.range,
    }),
  );
  const zeros = callee.locals
    .filter((local) => !params.includes(local.name))
    .map((local): Statement => ({ op: 'set', local: renamed.get(local.name)!, value: zero(local) }));
  const rename = { locals: renamed, suffix: `@${tag}`, done, results: call.results };
  const body = renameBody(callee.body, rename, locals, names);
  return [...paramSets, ...zeros, { op: 'block', label: done, body, range: call.range }];
}

/** A fresh activation starts with its locals at zero, also when the call stands in a loop. */
function zero(local: LocalIR): Expression {
  return { op: 'const', type: local.type, value: local.type === 'i64' || local.type === 'u64' ? 0n : 0 };
}

interface Renaming {
  readonly locals: ReadonlyMap<string, string>;
  readonly suffix: string;
  readonly done: string;
  readonly results: readonly string[];
}

function renameBody(
  body: readonly Statement[],
  rename: Renaming,
  locals: LocalIR[],
  names: Set<string>,
): readonly Statement[] {
  const local = (name: string) => rename.locals.get(name) ?? name;
  const expression = (value: Expression) =>
    rewriteExpression(value, (one) =>
      one.op === 'local' ? { ...one, name: local(one.name) } : mapOperands(one, (x) => x),
    );
  const inner = (statements: readonly Statement[]): readonly Statement[] =>
    statements.flatMap((statement): readonly Statement[] => {
      const mapped = mapBlocks(mapExpressions(statement, expression), inner);
      switch (mapped.op) {
        case 'set':
          return [{ ...mapped, local: local(mapped.local) }];
        case 'callMany':
          return [{ ...mapped, results: mapped.results.map(local) }];
        case 'for':
          return [{ ...mapped, index: local(mapped.index), label: mapped.label + rename.suffix }];
        case 'loop':
        case 'block':
        case 'break':
        case 'continue':
          return [{ ...mapped, label: mapped.label + rename.suffix }];
        case 'return':
          return returned(mapped.values, mapped, rename, locals, names);
        default:
          return [mapped];
      }
    });
  return inner(body);
}

/** Results are assigned together: a value may read what an earlier result overwrites. */
function returned(
  values: readonly Expression[],
  at: Statement,
  rename: Renaming,
  locals: LocalIR[],
  names: Set<string>,
): readonly Statement[] {
  const leave: Statement = { op: 'break', label: rename.done, range: at.range };
  if (rename.results.length === 0)
    return [...values.map((value): Statement => ({ op: 'evaluate', value, range: at.range })), leave];
  if (values.length === 1)
    return [{ op: 'set', local: rename.results[0]!, value: values[0]!, range: at.range }, leave];
  const held = values.map((value) => {
    let name = `result${rename.suffix}`;
    while (names.has(name)) name += '_';
    names.add(name);
    locals.push({ name, type: value.type });
    return name;
  });
  return [
    ...values.map((value, i): Statement => ({ op: 'set', local: held[i]!, value, range: at.range })),
    ...rename.results.map(
      (local, i): Statement => ({
        op: 'set',
        local,
        value: localExpression(held[i]!, values[i]!.type),
        range: at.range,
      }),
    ),
    leave,
  ];
}
