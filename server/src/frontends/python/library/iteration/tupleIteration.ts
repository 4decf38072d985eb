import { i64 } from '@jitsight/shared/ir/expressions';
import { dynamicElement, uniformElement } from '../tuple/elements';
import { indexedIteration } from './indexed';

/** `for x in t`: only where all elements have one type; others need `literal_unroll`. */
export const tupleIteration = indexedIteration({
  kind: 'tuple',
  item: (type) => (type.kind === 'tuple' ? uniformElement(type) : undefined),
  reason: 'the elements have different types: use numba.literal_unroll',
  length: (_, tuple) => i64(tuple.type.kind === 'tuple' ? tuple.type.elements.length : 0),
  at: dynamicElement,
});
