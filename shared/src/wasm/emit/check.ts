import type { CheckIndexExpression, Expression, PrintStatement, RaisedError } from '../../ir/nodes';
import type { ScalarType } from '../../ir/scalarType';
import type { FunctionContext, Ref } from './context';
import { emitAll, emitExpression } from './expression';
import { importVariadic, needTag, raisedTag } from './imports';
import { Reuse } from './reuse';

/**
 * Emits a raise: the host is told which error and with what values, then the tag is thrown. Throwing in Wasm, not in the
 * host, keeps a `try` free of JavaScript frames and tells raised errors from everything else the host may throw.
 */
export function emitRaise(error: RaisedError, args: readonly Expression[], context: FunctionContext): Ref {
  const { m, binaryen } = context;
  const types = args.map((arg) => arg.type);
  const name = importVariadic('raise', types, context);
  needTag(context);
  const code = m.i32.const(errorCode(error, types, context));
  return m.block(null, [
    m.call(name, [code, ...emitAll(args, context)], binaryen.none),
    m.throw(raisedTag, []),
  ]);
}

function errorCode(error: RaisedError, args: readonly ScalarType[], context: FunctionContext): number {
  const { errors } = context;
  const known = errors.findIndex(
    (one) => one.name === error.name && one.message === error.message && one.args?.join() === args.join(),
  );
  if (known >= 0) return known;
  return errors.push({ name: error.name, message: error.message, args }) - 1;
}

/** Emits a check of an index, or only the index where the check is optional and left out. */
export function emitCheckIndex(expression: CheckIndexExpression, context: FunctionContext): Ref {
  const { index, length, error, optional } = expression;
  if (optional && !context.options.boundsChecks) return emitExpression(index, context);
  const { m } = context;
  const reuse = new Reuse(context);
  const i = reuse.hold(index);
  const outside = m.i64.ge_u(i(), emitExpression(length, context));
  reuse.first(m.if(outside, emitRaise(error, [], context)));
  return reuse.finish(i(), 'i64');
}

/** Emits a print: the host is told which statement and gets the values. */
export function emitPrint({ pieces }: PrintStatement, context: FunctionContext): Ref {
  const parts = pieces.flatMap((piece) => (typeof piece === 'string' ? [] : piece.parts));
  const name = importVariadic(
    'print',
    parts.map((part) => part.type),
    context,
  );
  const format = pieces.map((piece) =>
    typeof piece === 'string' ? piece : { type: piece.type, displayType: piece.displayType },
  );
  const code = context.prints.push(format) - 1;
  const { m, binaryen } = context;
  return m.call(name, [m.i32.const(code), ...emitAll(parts, context)], binaryen.none);
}
