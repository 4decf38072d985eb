import type { Assert, ExceptHandler, Expression, Raise, Statement, Try } from '../../parse/ast';
import type { NumbaType } from '../../types/numbaType';
import { compareVersions } from '../../library/version';
import { constantOf } from '../decide/constantOf';
import { exceptionNames } from '../globals/exceptionNames';
import { inferCondition } from '../expressions/conditions';
import { inferExpression } from '../expressions/expression';
import { type Inference, report } from '../inference';

type InferBody = (inf: Inference, body: readonly Statement[]) => void;

export function inferRaise(inf: Inference, node: Raise): void {
  if (node.cause) {
    report(inf, 'bytecode', node, {
      kind: 'unsupported-raise',
      reason: "'raise ... from ...' is not supported",
    });
    return;
  }
  if (!node.exception) {
    report(inf, 'bytecode', node, {
      kind: 'unsupported-raise',
      reason: 'the re-raising of an exception is not supported',
    });
    return;
  }
  const exception = node.exception;
  if (exception.kind === 'Constant' && exception.value.type === 'str') {
    report(inf, 'ir', node, {
      kind: 'unsupported-raise',
      reason: 'directly raising a string constant as an exception is not supported',
    });
    return;
  }
  const call = exception.kind === 'Call' ? exception : undefined;
  const name = exceptionClass(inf, call ? call.func : exception);
  if (name === undefined && !call && isException(inferExpression(inf, exception))) return;
  if (name === undefined) {
    report(inf, 'ir', exception, {
      kind: 'unsupported-raise',
      reason: 'it does not name an exception class',
    });
    return;
  }
  if (call) checkArguments(inf, call);
}

function isException(type: NumbaType | undefined): boolean {
  return type?.kind === 'exceptionInstance' || type?.kind === 'exceptionClass';
}

function checkArguments(inf: Inference, call: Expression & { kind: 'Call' }): void {
  if (call.keywords.length > 0) {
    report(inf, 'ir', call, { kind: 'unsupported-raise', reason: 'exceptions take no keyword arguments' });
    return;
  }
  for (const arg of call.args) {
    if (compareVersions(inf.context.numba, '0.57') >= 0) {
      inferExpression(inf, arg);
    } else if (!constantOf(inf, arg)) {
      report(inf, 'ir', arg, {
        kind: 'compile-time-constant',
        subject: inf.module.file.slice(arg.range),
        reason: `arguments of exceptions are constants before Numba 0.57`,
      });
      return;
    }
    const constant = constantOf(inf, arg);
    if (constant) inf.round.types.set(arg, constant.type);
  }
}

/** The name of the exception class an expression stands for: built in, or defined in the module. */
export function exceptionClass(inf: Inference, expression: Expression): string | undefined {
  const qualified = inf.module.qualifiedName(expression);
  if (qualified) {
    const name = qualified.replace(/^builtins\./, '');
    return exceptionNames.has(name) || !qualified.startsWith('builtins.')
      ? name.split('.').at(-1)
      : undefined;
  }
  if (expression.kind !== 'Name') return undefined;
  const meaning = inf.module.resolve(expression);
  if (meaning.kind !== 'global' && meaning.kind !== 'captured') return undefined;
  const binding = meaning.symbol.bindings.at(-1);
  return binding?.kind === 'class' ? binding.name : undefined;
}

export function inferAssert(inf: Inference, node: Assert): void {
  inferCondition(inf, node.test, node);
  if (node.message && inf.decided.get(node.test) !== true) {
    const constant = constantOf(inf, node.message);
    if (constant) inf.round.types.set(node.message, constant.type);
    else if (compareVersions(inf.context.numba, '0.57') < 0) {
      report(inf, 'ir', node.message, {
        kind: 'compile-time-constant',
        subject: inf.module.file.slice(node.message.range),
        reason: 'messages of assert are constants before Numba 0.57',
      });
    } else inferExpression(inf, node.message);
  }
}

export function inferTry(inf: Inference, node: Try, inferBody: InferBody): void {
  inferBody(inf, node.body);
  inferBody(inf, node.orelse);
  for (const handler of node.handlers) {
    checkHandler(inf, handler);
    inferBody(inf, handler.body);
  }
  inferBody(inf, node.finalbody);
}

function checkHandler(inf: Inference, handler: ExceptHandler): void {
  if (handler.isStar) {
    report(inf, 'bytecode', handler, { kind: 'unsupported-exception', construct: "'except*'" });
    return;
  }
  if (handler.name !== undefined) {
    report(inf, 'bytecode', handler, {
      kind: 'unsupported-exception',
      construct: `'except ... as ${handler.name}'`,
      reason: 'the exception object cannot be kept in a variable',
    });
    return;
  }
  if (!handler.type) return;
  const name = inf.module.qualifiedName(handler.type);
  if (name === 'builtins.Exception') return;
  report(inf, 'typing', handler, {
    kind: 'unsupported-exception',
    construct: `'except ${inf.module.file.slice(handler.type.range)}'`,
  });
}
