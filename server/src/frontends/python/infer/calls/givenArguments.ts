import type { Call, Expression } from '../../parse/ast';
import type { NumbaType } from '../../types/numbaType';
import { inferExpression } from '../expressions/expression';
import { type Inference, report } from '../inference';
import { type Argument, expressionArgument } from './argument';

/** The arguments of a call, `*t` expanded; undefined where one is not known. `special` may type a plain one its own way. */
export function givenArguments(
  inf: Inference,
  node: Call,
  special: (inf: Inference, arg: Expression) => NumbaType | undefined = () => undefined,
): Argument[] | undefined {
  const given: Argument[] = [];
  let complete = true;
  for (const arg of node.args) {
    if (arg.kind !== 'Starred') {
      const type = special(inf, arg) ?? inferExpression(inf, arg);
      if (type) given.push(expressionArgument(arg, type));
      else complete = false;
      continue;
    }
    const type = inferExpression(inf, arg.value);
    if (type?.kind === 'tuple') {
      given.push(
        ...type.elements.map((element, index) => ({
          type: element,
          source: { kind: 'element' as const, tuple: arg.value, index },
        })),
      );
      continue;
    }
    complete = false;
    if (type) {
      const reason = '*args in a call must be a tuple';
      report(inf, 'typing', arg, {
        kind: 'unsupported-argument',
        callee: callee(inf, node),
        types: [type],
        reason,
      });
    }
  }
  for (const keyword of node.keywords) {
    const type = inferExpression(inf, keyword.value);
    if (keyword.name === undefined) {
      report(inf, 'bytecode', keyword, {
        kind: 'unsupported-syntax',
        construct: '** in a call',
        numbaOpcode: 'CALL_FUNCTION_EX',
      });
      complete = false;
    } else if (type) given.push(expressionArgument(keyword.value, type, keyword.name));
    else complete = false;
  }
  return complete ? given : undefined;
}

/** The called expression as written. */
export function callee(inf: Inference, node: Call): string {
  return inf.module.file.slice(node.func.range);
}
