import { constant, i64 } from '@jitsight/shared/ir/expressions';
import type { Lowering, Value } from '../../lower/lowering';
import { arrayOf, uint8, uint32 } from '../../types/numbaType';
import { changeSource } from './source';

/** The string in an element of an array of them, without the zeros that fill it up. */
export function charseqText(lowering: Lowering, value: Value): Value {
  const { type } = value;
  if (type.kind !== 'charseq') throw new Error(`expected a charseq, got ${type.kind}`);
  const units = lowering.arrayView(arrayOf(type.unicode ? uint32 : uint8, 1), {
    meminfo: constant('ptr', 0),
    data: value.parts[0]!,
    shape: [i64(type.length)],
    strides: [i64(type.unicode ? 4 : 1)],
  });
  return lowering.callPython(changeSource, 'of_units', [units]);
}
