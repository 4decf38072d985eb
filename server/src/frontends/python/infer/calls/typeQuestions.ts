import type { Call, Expression } from '../../parse/ast';
import { lookup } from '../../library/registry';
import type { NumbaType } from '../../types/numbaType';
import { unliteral } from '../../types/unliteral';
import { receiverKind } from '../expressions/attributes';
import { inferExpression } from '../expressions/expression';
import { constantOf } from '../decide/constantOf';
import { matchesClass } from '../globals/typeClasses';
import { type Inference, report } from '../inference';

/** `isinstance`, `hasattr` and the like, answered while typing. */
export function inferTypeQuestion(inf: Inference, node: Call, qualifiedName: string): NumbaType | undefined {
  const [subject, second] = node.args;
  if (!subject) {
    return report(inf, 'typing', node, {
      kind: 'wrong-arguments',
      callee: qualifiedName.replace(/^.*\./, ''),
      reason: 'missing a required argument',
    });
  }
  const type = inferExpression(inf, subject);
  if (!type) return undefined;
  switch (qualifiedName) {
    case 'builtins.isinstance':
      return second && isInstance(inf, node, type, second);
    case 'builtins.hasattr':
      return second && hasAttribute(inf, node, type, second);
    case 'numba.literally':
    case 'numba.core.misc.literally':
    case 'numba.literal_unroll':
      return type;
    default:
      inf.round.guessed = true;
      return undefined;
  }
}

function answer(inf: Inference, node: Call, value: boolean): NumbaType {
  const result: NumbaType = { kind: 'literal', literal: 'bool', value };
  inf.round.resolutions.set(node, { kind: 'constant', value: { kind: 'bool', value }, result });
  return result;
}

function isInstance(inf: Inference, node: Call, type: NumbaType, classes: Expression): NumbaType | undefined {
  if (type.kind === 'optional') {
    const reason = 'isinstance cannot handle optional types';
    return report(inf, 'typing', node, {
      kind: 'unsupported-argument',
      callee: 'isinstance',
      types: [type],
      reason,
    });
  }
  const all = classes.kind === 'Tuple' ? classes.elements : [classes];
  for (const expression of all) {
    const name = inf.module.qualifiedName(expression);
    const matches = name === undefined ? undefined : matchesClass(unliteral(type), name);
    if (matches === undefined) {
      inf.round.guessed = true;
      return undefined;
    }
    if (matches) return answer(inf, node, true);
  }
  return answer(inf, node, false);
}

function hasAttribute(
  inf: Inference,
  node: Call,
  type: NumbaType,
  attribute: Expression,
): NumbaType | undefined {
  const name = constantOf(inf, attribute)?.value;
  if (name?.kind !== 'str') {
    return report(inf, 'typing', attribute, {
      kind: 'compile-time-constant',
      subject: inf.module.file.slice(attribute.range),
      reason: 'hasattr needs the name while compiling',
    });
  }
  const kind = receiverKind(type);
  const { numba } = inf.context;
  const found =
    lookup(`getattr ${kind}.${name.value}`, numba).length > 0 ||
    lookup(`${kind}.${name.value}`, numba).length > 0;
  return answer(inf, node, found);
}
