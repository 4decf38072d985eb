import type { DictComp, ListComp, SetComp } from '../../parse/ast';
import type { NumbaType } from '../../types/numbaType';
import { compareVersions } from '../../library/version';
import { unifyPair } from '../../types/unify';
import { isPrecise, unliteral } from '../../types/unliteral';
import { itemType } from '../statements/loops';
import { assignTarget } from '../statements/targets';
import { type Inference, report } from '../inference';
import { inferCondition } from './conditions';
import { inferExpression } from './expression';

/** Comprehensions are loops in the function itself that append to a fresh list, set or dict. */
export function inferComprehension(
  inf: Inference,
  node: ListComp | SetComp | DictComp,
): NumbaType | undefined {
  if (node.kind === 'SetComp') {
    const early = compareVersions(inf.context.numba, '0.57') < 0;
    return report(inf, early ? 'bytecode' : 'typing', node, {
      kind: 'unsupported-syntax',
      construct: 'A set comprehension',
      ...(early && { numbaOpcode: 'SET_ADD' }),
    });
  }
  for (const clause of node.generators) {
    if (clause.isAsync) {
      return report(inf, 'bytecode', node, {
        kind: 'unsupported-syntax',
        construct: 'An asynchronous comprehension',
      });
    }
    const iterated = inferExpression(inf, clause.iter);
    assignTarget(inf, clause.target, iterated && itemType(inf, clause, clause.iter, iterated));
    for (const condition of clause.ifs) inferCondition(inf, condition, condition);
  }
  if (node.kind === 'DictComp') {
    const key = inferExpression(inf, node.key);
    const value = inferExpression(inf, node.value);
    return key && value && isPrecise(key) && isPrecise(value)
      ? { kind: 'typedDict', key: unliteral(key), value: unliteral(value) }
      : undefined;
  }
  const element = inferExpression(inf, node.element);
  if (!element) return undefined;
  const known = previousElement(inf, node);
  const unified = known ? (unifyPair(known, element) ?? element) : element;
  return { kind: 'list', element: unliteral(unified), reflected: false };
}

// A list that later gets appended something wider is wider from the start.
function previousElement(inf: Inference, node: ListComp): NumbaType | undefined {
  const refined = inf.refined.get(node);
  return refined?.kind === 'list' ? refined.element : undefined;
}
