import type { Expression, PrintPiece, Statement } from '../nodes';
import type { ScalarType } from '../scalarType';
import { flatten } from '../valueType';
import { expressionsOf } from '../walk';
import type { Scope } from './scope';
import { expectType, verifyAddress, verifyCall, verifyExpression } from './verifyExpression';

/** What may be left or restarted, and what may not be set, at a point of the body. */
interface Context {
  readonly breaks: ReadonlySet<string>;
  readonly continues: ReadonlySet<string>;
  readonly indices: ReadonlySet<string>;
}

export const outermost: Context = { breaks: new Set(), continues: new Set(), indices: new Set() };

/** Reports what is wrong with statements and everything in them. */
export function verifyStatements(statements: readonly Statement[], scope: Scope, context = outermost): void {
  for (const statement of statements) {
    for (const expression of expressionsOf(statement)) verifyExpression(expression, scope);
    verifyStatement(statement, scope, context);
  }
}

function verifyStatement(statement: Statement, scope: Scope, context: Context): void {
  const inside = (body: readonly Statement[], inner = context) => verifyStatements(body, scope, inner);
  switch (statement.op) {
    case 'set':
      verifySet(statement.local, statement.value.type, scope, context);
      break;
    case 'store':
      verifyAddress(statement.address, scope);
      if (statement.lowBytes && statement.value.type !== 'v128')
        scope.report(`store of the low bytes of ${statement.value.type}`);
      break;
    case 'callMany': {
      const results = statement.results.map((name) => scope.locals.get(name) ?? 'bool');
      for (const [i, name] of statement.results.entries()) verifySet(name, results[i]!, scope, context);
      verifyCall(statement.callee, statement.args, results, scope);
      break;
    }
    case 'if':
      expectType(scope, statement.condition, 'bool', 'if: condition');
      inside(statement.whenTrue);
      inside(statement.whenFalse);
      break;
    case 'loop':
      inside(statement.body, enter(statement.label, true, scope, context));
      break;
    case 'block':
      inside(statement.body, enter(statement.label, false, scope, context));
      break;
    case 'for':
      verifyFor(statement, scope, context);
      break;
    case 'break':
    case 'continue': {
      const known = statement.op === 'break' ? context.breaks : context.continues;
      if (!known.has(statement.label)) scope.report(`${statement.op} ${statement.label}: not inside it`);
      break;
    }
    case 'return':
      verifyReturn(statement.values, scope);
      break;
    case 'raise':
      verifyRaise(statement.error.message, statement.args ?? [], scope);
      break;
    case 'try':
      inside(statement.body);
      inside(statement.handler);
      break;
    case 'print':
      for (const piece of statement.pieces) if (typeof piece !== 'string') verifyPiece(piece, scope);
      break;
    case 'memoryCopy':
    case 'memoryFill':
      for (const operand of expressionsOf(statement)) {
        if (operand.type !== 'ptr' && operand.type !== 'i32') {
          scope.report(`${statement.op}: operand is ${operand.type}`);
        }
      }
      break;
    case 'evaluate':
      break;
  }
}

function enter(label: string, loop: boolean, scope: Scope, context: Context): Context {
  if (context.breaks.has(label)) scope.report(`label ${label} is used inside itself`);
  return {
    ...context,
    breaks: new Set([...context.breaks, label]),
    continues: loop ? new Set([...context.continues, label]) : context.continues,
  };
}

function verifyFor(statement: Extract<Statement, { op: 'for' }>, scope: Scope, context: Context): void {
  const { index, start, stop, step, label, body } = statement;
  const type = scope.locals.get(index);
  verifySet(index, start.type, scope, context);
  if (type && !['i64', 'i32', 'u64'].includes(type)) scope.report(`for ${label}: index is ${type}`);
  expectType(scope, stop, start.type, `for ${label}: stop`);
  expectType(scope, step, start.type, `for ${label}: step`);
  if (step.op === 'const' && Number(step.value) === 0) scope.report(`for ${label}: step is 0`);
  const inner = enter(label, true, scope, context);
  verifyStatements(body, scope, { ...inner, indices: new Set([...context.indices, index]) });
}

function verifySet(name: string, type: ScalarType, scope: Scope, context: Context): void {
  const declared = scope.locals.get(name);
  if (!declared) scope.report(`local ${name} is not declared`);
  else if (declared !== type) scope.report(`local ${name} is ${declared}, set to ${type}`);
  if (context.indices.has(name)) scope.report(`loop index ${name} is set in its loop`);
}

function verifyReturn(values: readonly Expression[], scope: Scope): void {
  const types = values.map((value) => value.type).join(', ');
  const wanted = scope.results.join(', ');
  if (types !== wanted) scope.report(`return of (${types}), result is (${wanted})`);
}

function verifyRaise(message: string, args: readonly Expression[], scope: Scope): void {
  for (const [, number] of message.matchAll(/\{(\d+)\}/g)) {
    if (Number(number) >= args.length) scope.report(`raise: no argument for {${number}}`);
  }
}

function verifyPiece(piece: PrintPiece, scope: Scope): void {
  const types = piece.parts.map((part) => part.type).join(', ');
  const wanted = flatten(piece.type).join(', ');
  if (types !== wanted) scope.report(`print: parts are (${types}), ${piece.type.kind} has (${wanted})`);
}

/** Whether control can reach the end of `statements`. */
export function fallsThrough(statements: readonly Statement[]): boolean {
  return statements.every((statement) => {
    switch (statement.op) {
      case 'return':
      case 'raise':
      case 'break':
      case 'continue':
        return false;
      case 'if':
        return fallsThrough(statement.whenTrue) || fallsThrough(statement.whenFalse);
      case 'try':
        return fallsThrough(statement.body) || fallsThrough(statement.handler);
      case 'loop':
        return leaves(statement.body, statement.label);
      case 'block':
        return fallsThrough(statement.body) || leaves(statement.body, statement.label);
      default:
        return true;
    }
  });
}

function leaves(body: readonly Statement[], label: string): boolean {
  return body.some((statement) => {
    switch (statement.op) {
      case 'break':
        return statement.label === label;
      case 'if':
        return leaves(statement.whenTrue, label) || leaves(statement.whenFalse, label);
      case 'try':
        return leaves(statement.body, label) || leaves(statement.handler, label);
      case 'loop':
      case 'for':
      case 'block':
        return leaves(statement.body, label);
      default:
        return false;
    }
  });
}
