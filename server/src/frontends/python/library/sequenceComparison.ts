import { not } from '@jitsight/shared/ir/expressions';
import type { Lowering, Value } from '../lower/lowering';
import { boolean } from '../types/numbaType';
import type { PythonSource } from './libraryFunction';

export const comparisonNames = ['eq', 'ne', 'lt', 'le', 'gt', 'ge'] as const;
export type ComparisonName = (typeof comparisonNames)[number];

/** Compares two sequences with the `equal`, `less` and `less_or_equal` of a Python source. */
export function compareSequences(
  source: PythonSource,
  name: ComparisonName,
  [a, b]: readonly [Value, Value],
  lowering: Lowering,
): Value {
  switch (name) {
    case 'eq':
      return lowering.callPython(source, 'equal', [a, b]);
    case 'ne': {
      const equal = lowering.callPython(source, 'equal', [a, b]);
      return { type: boolean, parts: [not(equal.parts[0]!)] };
    }
    case 'lt':
      return lowering.callPython(source, 'less', [a, b]);
    case 'le':
      return lowering.callPython(source, 'less_or_equal', [a, b]);
    case 'gt':
      return lowering.callPython(source, 'less', [b, a]);
    case 'ge':
      return lowering.callPython(source, 'less_or_equal', [b, a]);
  }
}
