import type { Expression as IrExpression } from '@jitsight/shared/ir/nodes';
import type { Expression, JoinedStr, Raise } from '../../parse/ast';
import type { Body } from '../body';
import { lowerExpression } from '../expressions/lowerExpression';
import type { Value } from '../lowering';
import { tupleElements } from '../tuples';
import { constantOfNode, type PlainConstant, reprOf, textOf } from '../literals';

/** `raise E`, `raise E(...)`. Constant arguments go into the message, numbers are filled in when it is raised. */
export function lowerRaise(body: Body, node: Raise): boolean {
  const { exception } = node;
  if (!exception) return body.lowering.notLowered('raising a caught exception again is not compiled');
  const raised = definitionOf(body, exception);
  const isCall = raised.kind === 'Call';
  const name = className(body, isCall ? raised.func : raised);
  raiseError(body, name, isCall ? raised.args : []);
  return false;
}

/** What was assigned to a variable that holds an exception. */
function definitionOf(body: Body, node: Expression): Expression {
  if (node.kind !== 'Name' || body.typed.types.get(node)?.kind !== 'exceptionInstance') return node;
  const bindings = body.typed.module.resolve(node);
  const [only, ...others] = 'symbol' in bindings && bindings.symbol ? bindings.symbol.bindings : [];
  if (only?.kind === 'assignment' && others.length === 0) return only.value;
  return body.lowering.notLowered('raising one of several exceptions is not compiled yet');
}

function className(body: Body, node: Expression): string {
  const type = body.typed.types.get(node);
  if (type?.kind === 'exceptionClass' || type?.kind === 'exceptionInstance') return type.name;
  const qualified = body.typed.module.qualifiedName(node);
  const name = qualified?.split('.').at(-1) ?? (node.kind === 'Name' ? node.id : undefined);
  return name ?? body.lowering.notLowered('this raise is not compiled yet');
}

/** Raises with the message that Python shows: the argument, or the tuple of several. */
export function raiseError(body: Body, name: string, args: readonly Expression[]): void {
  const values: IrExpression[] = [];
  // The text of a KeyError is the key's repr.
  const quoted = args.length > 1 || name === 'KeyError';
  const parts = args.map((arg) => messagePart(body, arg, quoted, values));
  const message = parts.length > 1 ? `(${parts.join(', ')})` : (parts[0] ?? '');
  body.lowering.raise({ name, message }, values.length > 0 ? values : undefined);
}

function messagePart(body: Body, node: Expression, quoted: boolean, values: IrExpression[]): string {
  const constant = constantOfNode(body.typed, node);
  if (constant) return spell(constant, quoted);
  if (node.kind === 'JoinedStr' && !quoted) return joinedText(body, node, values);
  return placeholder(body, node, quoted, values);
}

function spell(constant: PlainConstant, quoted: boolean): string {
  return quoted ? reprOf(constant) : textOf(constant);
}

function joinedText(body: Body, node: JoinedStr, values: IrExpression[]): string {
  return node.values
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      const isPlain = !piece.conversion && !piece.formatSpec;
      if (!isPlain)
        return body.lowering.notLowered('a formatted value in an error message is not compiled yet');
      return messagePart(body, piece.value, false, values);
    })
    .join('');
}

function placeholder(body: Body, node: Expression, quoted: boolean, values: IrExpression[]): string {
  return placeholderOf(body, lowerExpression(body, node), quoted, values);
}

/** Where a value goes that is known when the error is raised; inside a tuple strings are quoted. */
function placeholderOf(body: Body, value: Value, quoted: boolean, values: IrExpression[]): string {
  const { kind } = value.type;
  if (kind === 'unicode') {
    values.push(value.parts[1]!, value.parts[2]!);
    return `{${values.length - 2}:${quoted ? 'repr' : 'str'}}`;
  }
  if (kind === 'tuple' && !value.type.named) {
    const items = tupleElements(value).map((element) => placeholderOf(body, element, true, values));
    return items.length === 1 ? `(${items[0]},)` : `(${items.join(', ')})`;
  }
  if (kind === 'none') return 'None';
  const isNumber = kind === 'int' || kind === 'float' || kind === 'bool' || kind === 'literal';
  if (!isNumber || value.parts.length !== 1) {
    return body.lowering.notLowered('an error message made of this value is not compiled yet');
  }
  values.push(value.parts[0]!);
  return `{${values.length - 1}}`;
}
