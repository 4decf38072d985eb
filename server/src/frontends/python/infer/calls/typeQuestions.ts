import type { Call, Expression } from '../../parse/ast';
import type { LibraryFunction } from '../../library/libraryFunction';
import { lookup } from '../../library/registry';
import { typesEqual } from '../../types/typesEqual';
import { unliteral } from '../../types/unliteral';
import { compareVersions } from '../../library/version';
import type { NumbaType } from '../../types/numbaType';
import { constantOf } from '../decide/constantOf';
import { receiverKind } from '../expressions/attributes';
import { inferExpression } from '../expressions/expression';
import { type Inference, report } from '../inference';
import { instanceTest } from './instanceTest';
import { callLibrary } from './libraryCall';

/** `isinstance`, `hasattr` and the like, answered while typing. */
export function inferTypeQuestion(inf: Inference, node: Call, qualifiedName: string): NumbaType | undefined {
  const [subject, second, fallback] = node.args;
  const name = qualifiedName.split('.').at(-1)!;
  const isAttributeQuestion = name === 'hasattr' || name === 'getattr';
  if (isAttributeQuestion && compareVersions(inf.context.numba, '0.57') < 0) {
    return report(inf, 'globals', node.func, { kind: 'unsupported-function', callee: name });
  }
  if (!subject) {
    return report(inf, 'typing', node, {
      kind: 'wrong-arguments',
      callee: name,
      reason: 'missing a required argument',
    });
  }
  const type = inferExpression(inf, subject);
  if (!type) return undefined;
  switch (name) {
    case 'isinstance': {
      const found = second && instanceTest(inf, node, type, second);
      return found === undefined ? undefined : answer(inf, node, found);
    }
    case 'hasattr':
      return second && hasAttribute(inf, node, type, second);
    case 'getattr':
      return second && getAttribute(inf, node, type, second, fallback);
    case 'literal_unroll':
      // Its loop is compiled once per type, which has no place in one table of types.
      inf.round.guessed ||= type.kind === 'tuple' && !isUniform(type.elements);
      return asItIs(inf, node, subject, type);
    default:
      return asItIs(inf, node, subject, type);
  }
}

function isUniform(types: readonly NumbaType[]): boolean {
  return types.every((type) => typesEqual(unliteral(type), unliteral(types[0]!)));
}

/** The value of a call that only says something to the compiler. */
function asItIs(inf: Inference, node: Call, subject: Expression, type: NumbaType): NumbaType {
  const args = [{ name: 'value', type, source: { kind: 'expression', expression: subject } as const }];
  inf.round.resolutions.set(node, { kind: 'library', function: passThrough, args, result: type });
  return type;
}

const passThrough: LibraryFunction = {
  name: 'numba.literally',
  type: () => ({ kind: 'mismatch' }),
  lower: ({ args }) => args[0]!,
};

function answer(inf: Inference, node: Call, value: boolean): NumbaType {
  const result: NumbaType = { kind: 'literal', literal: 'bool', value };
  inf.round.resolutions.set(node, { kind: 'constant', value: { kind: 'bool', value }, result });
  return result;
}

function attributeName(inf: Inference, attribute: Expression): string | undefined {
  const name = constantOf(inf, attribute)?.value;
  if (name?.kind === 'str') return name.value;
  return report(inf, 'typing', attribute, {
    kind: 'compile-time-constant',
    subject: inf.module.file.slice(attribute.range),
    reason: 'the name of the attribute must be known while compiling',
  });
}

function hasAttribute(
  inf: Inference,
  node: Call,
  type: NumbaType,
  attribute: Expression,
): NumbaType | undefined {
  const name = attributeName(inf, attribute);
  if (name === undefined) return undefined;
  const kind = receiverKind(type);
  const { numba } = inf.context;
  const found =
    lookup(`getattr ${kind}.${name}`, numba).length > 0 || lookup(`${kind}.${name}`, numba).length > 0;
  return answer(inf, node, found);
}

function getAttribute(
  inf: Inference,
  node: Call,
  type: NumbaType,
  attribute: Expression,
  fallback: Expression | undefined,
): NumbaType | undefined {
  const name = attributeName(inf, attribute);
  if (name === undefined) return undefined;
  const receiver = { kind: 'receiver', expression: node.args[0]! } as const;
  const outcome = callLibrary(inf, `getattr ${receiverKind(type)}.${name}`, [{ type, source: receiver }], {
    receiver: true,
  });
  if (outcome.kind === 'typed') {
    inf.round.resolutions.set(node, outcome.resolution);
    return outcome.type;
  }
  if (outcome.kind === 'pending') return undefined;
  if (fallback) {
    inf.round.guessed = true;
    return inferExpression(inf, fallback);
  }
  return report(inf, 'typing', node, { kind: 'unknown-attribute', attribute: name, type });
}
