import type { FunctionIR, ModuleIR } from './nodes';
import { runtimeFunctions } from './runtimeFunctions';
import type { ScalarType } from './scalarType';
import { flatten } from './valueType';
import type { Scope, Signature } from './verify/scope';
import { fallsThrough, verifyStatements } from './verify/verifyStatement';

/**
 * What is wrong with the module, a sentence each, with the function's name in front; empty when it is valid.
 * Front ends and passes run it in tests: whatever it reports is their bug, never the user's.
 */
export function verify(module: ModuleIR): string[] {
  const problems: string[] = [];
  const signatures = signaturesOf(module, problems);
  const segments = new Map(module.data.map((segment) => [segment.name, segment]));
  if (segments.size !== module.data.length) problems.push('module: two data segments have one name');
  for (const { name, align } of module.data) {
    if (align < 1 || (align & (align - 1)) !== 0)
      problems.push(`data ${name}: align ${align} is no power of two`);
  }
  if (!module.functions.some((fn) => fn.name === module.entry)) {
    problems.push(`module: entry ${module.entry} is not defined`);
  }
  for (const fn of module.functions) {
    const report = (message: string) => problems.push(`${fn.name}: ${message}`);
    const locals = declaredLocals(fn, report);
    const scope: Scope = { module, signatures, segments, fn, locals, results: flatten(fn.result), report };
    verifyStatements(fn.body, scope);
    if (scope.results.length > 0 && fallsThrough(fn.body)) report('the end is reached without a return');
  }
  return problems;
}

/** The signature of every function that the module can call, by name. */
export function signaturesOf(module: ModuleIR, problems: string[] = []): Map<string, Signature> {
  const signatures = new Map<string, Signature>(Object.entries(runtimeFunctions));
  for (const fn of module.functions) {
    if (signatures.has(fn.name)) problems.push(`${fn.name}: defined twice`);
    const params = fn.params.flatMap((param) => flatten(param.type));
    signatures.set(fn.name, { params, results: flatten(fn.result) });
  }
  return signatures;
}

function declaredLocals(fn: FunctionIR, report: (message: string) => void): Map<string, ScalarType> {
  const locals = new Map<string, ScalarType>();
  for (const { name, type } of fn.locals) {
    if (locals.has(name)) report(`local ${name} is declared twice`);
    locals.set(name, type);
  }
  const received = new Set<string>();
  for (const param of fn.params) {
    const types = flatten(param.type);
    if (types.length !== param.locals.length)
      report(`parameter ${param.name}: ${param.locals.length} locals`);
    for (const [i, name] of param.locals.entries()) {
      if (received.has(name)) report(`parameter ${param.name}: ${name} is received twice`);
      received.add(name);
      if (locals.get(name) !== types[i])
        report(`parameter ${param.name}: ${name} is not a local ${types[i]}`);
    }
  }
  return locals;
}
