import type { Expression, For } from '../../parse/ast';
import type { NumbaType } from '../../types/numbaType';
import { isPrecise } from '../../types/unliteral';
import { expressionArgument } from '../calls/argument';
import { callLibrary } from '../calls/libraryCall';
import { inferExpression } from '../expressions/expression';
import { type Inference, report } from '../inference';
import { inferBody } from './body';
import { assignTarget } from './targets';

export function inferFor(inf: Inference, node: For): void {
  const iterated = inferExpression(inf, node.iter);
  const item = iterated && itemType(inf, node, node.iter, iterated);
  assignTarget(inf, node.target, item);
  inferBody(inf, node.body);
  inferBody(inf, node.orelse);
}

/** The type of the items that iterating over a value gives; noted under `key` for lowering. */
export function itemType(
  inf: Inference,
  key: object,
  iterated: Expression,
  type: NumbaType,
): NumbaType | undefined {
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
