import type { CallStatement, ReturnStatement, Statement } from '../../ir/nodes';
import { emitAddress, emitStore } from './address';
import { emitPrint, emitRaise } from './check';
import { type FunctionContext, localIndex, localType, located, type Ref, temporary } from './context';
import { emitAll, emitExpression } from './expression';
import { needTag, raisedTag } from './imports';
import { emitFill } from './fill';
import { emitIntrinsic } from './intrinsic';
import { emitFor, emitJump, emitLabelled, emitLoop } from './loop';
import { emitVectorStore } from './simd';
import { binaryenType } from './wasmType';

/** Emits statements in order. */
export function emitBody(statements: readonly Statement[], context: FunctionContext): Ref[] {
  return statements.map((statement) => located(context, statement, () => emitStatement(statement, context)));
}

function emitStatement(statement: Statement, context: FunctionContext): Ref {
  const { m } = context;
  switch (statement.op) {
    case 'set':
      return m.local.set(localIndex(context, statement.local), emitExpression(statement.value, context));
    case 'store': {
      const address = emitAddress(statement.address, context);
      const value = emitExpression(statement.value, context);
      if (statement.value.type === 'v128')
        return emitVectorStore(statement.lowBytes, address, value, context);
      return emitStore(statement.value.type, address, value, context);
    }
    case 'evaluate':
      return m.drop(emitExpression(statement.value, context));
    case 'callMany':
      return emitCallMany(statement, context);
    case 'if': {
      const condition = emitExpression(statement.condition, context);
      const whenTrue = m.block(null, emitBody(statement.whenTrue, context));
      if (statement.whenFalse.length === 0) return m.if(condition, whenTrue);
      return m.if(condition, whenTrue, m.block(null, emitBody(statement.whenFalse, context)));
    }
    case 'loop':
      return emitLoop(statement, context);
    case 'for':
      return emitFor(statement, context);
    case 'block':
      return emitLabelled(statement.label, statement.body, context);
    case 'break':
    case 'continue':
      return emitJump(statement.op, statement.label, context);
    case 'return':
      return emitReturn(statement, context);
    case 'raise':
      return emitRaise(statement.error, statement.args ?? [], context);
    case 'try':
      return emitTry(statement.body, statement.handler, context);
    case 'print':
      return emitPrint(statement, context);
    case 'memoryCopy': {
      const { target, source, size } = statement;
      const [a, b, c] = emitAll([target, source, size], context);
      return m.memory.copy(a!, b!, c!);
    }
    case 'memoryFill':
      return emitFill(statement, context);
  }
}

function emitReturn({ values }: ReturnStatement, context: FunctionContext): Ref {
  const operands = emitAll(values, context);
  const { m } = context;
  return operands.length > 1 ? m.return(m.tuple.make(operands)) : m.return(operands[0]);
}

function emitTry(body: readonly Statement[], handler: readonly Statement[], context: FunctionContext): Ref {
  const { m } = context;
  needTag(context);
  const attempt = m.block(null, emitBody(body, context));
  // A name would only be needed by `rethrow` and `delegate`.
  return m.try('', attempt, [raisedTag], [m.block(null, emitBody(handler, context))]);
}

function emitCallMany({ callee, args, results }: CallStatement, context: FunctionContext): Ref {
  const { m, binaryen } = context;
  const operands = emitAll(args, context);
  const types = results.map((name) => localType(context.fn, name));
  const type = binaryenType(binaryen, types);
  const call = emitIntrinsic(callee, operands, context) ?? m.call(callee, operands, type);
  if (results.length === 0) return call;
  if (results.length === 1) return m.local.set(localIndex(context, results[0]!), call);
  const tuple = temporary(context, type);
  const sets = results.map((name, i) =>
    m.local.set(localIndex(context, name), m.tuple.extract(m.local.get(tuple, type), i)),
  );
  return m.block(null, [m.local.set(tuple, call), ...sets]);
}
