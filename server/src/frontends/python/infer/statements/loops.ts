import type { Expression, For } from '../../parse/ast';
import type { NumbaType } from '../../types/numbaType';
import { unify } from '../../types/unify';
import { typesEqual } from '../../types/typesEqual';
import { isPrecise, unliteral } from '../../types/unliteral';
import { expressionArgument } from '../calls/argument';
import { callLibrary } from '../calls/libraryCall';
import { soleValueOf } from '../decide/constantOf';
import { inferExpression } from '../expressions/expression';
import { type Inference, report } from '../inference';
import { inferBody } from './body';
import { assignTarget } from './targets';

export function inferFor(inf: Inference, node: For): void {
  const iterated = inferExpression(inf, node.iter);
  const item =
    iterated && (unrolledItem(inf, node.iter, iterated) ?? itemType(inf, node, node.iter, iterated));
  assignTarget(inf, node.target, item);
  inferBody(inf, node.body);
  inferBody(inf, node.orelse);
}

// `literal_unroll` compiles the loop once per type of a tuple; here its variable gets a type that they share, if any.
function unrolledItem(inf: Inference, iter: Expression, type: NumbaType): NumbaType | undefined {
  if (iter.kind === 'Name' && type.kind === 'tuple') {
    const value = soleValueOf(inf, iter);
    return value && unrolledItem(inf, value, type);
  }
  if (iter.kind !== 'Call' || type.kind !== 'tuple') return undefined;
  if (!inf.module.qualifiedName(iter.func)?.endsWith('.literal_unroll')) return undefined;
  const [first] = type.elements;
  // Unrolled over constants, each pass may give its own types to what it indexes with them.
  if (type.elements.every((element) => element.kind === 'literal')) inf.round.guessed = true;
  if (type.elements.every((element) => typesEqual(unliteral(element), unliteral(first!)))) return undefined;
  return unify(type.elements) ?? first;
}

/** The type of the items that iterating over a value gives; noted under `key` for lowering. */
export function itemType(
  inf: Inference,
  key: object,
  iterated: Expression,
  type: NumbaType,
): NumbaType | undefined {
  if (type.kind === 'optional') return itemType(inf, key, iterated, type.value);
  if (!isPrecise(type) && type.kind !== 'array') return undefined;
  const base = type.kind === 'literal' && type.literal === 'str' ? 'unicode' : type.kind;
  const outcome = callLibrary(inf, `iter ${base}`, [expressionArgument(iterated, type)]);
  if (outcome.kind === 'pending') return undefined;
  if (outcome.kind !== 'typed' || outcome.resolution.kind !== 'library') {
    return report(inf, 'typing', iterated, { kind: 'not-iterable', type });
  }
  const { function: entry, data } = outcome.resolution;
  inf.round.iterations.set(key, {
    function: entry,
    source: type,
    item: outcome.type,
    ...(data !== undefined && { data }),
  });
  return outcome.type;
}
