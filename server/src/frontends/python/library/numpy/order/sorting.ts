import { i64 } from '@jitsight/shared/ir/expressions';
import type { Lowering, Value } from '../../../lower/lowering';
import { type ArrayType, arrayOf, boolean, int64, type NumbaType, none } from '../../../types/numbaType';
import { astypeCopy } from '../../array/copies';
import { arrayType } from '../../array/parts';
import { listSource } from '../../list/source';
import type { LibraryFunction, PythonSource, TypingContext, TypingOutcome } from '../../libraryFunction';
import { operate, resultOf } from '../../operate';
import { mismatch, noValue, params, typed } from '../../outcome';
import { isInVersion } from '../../version';
import { forEachLine } from '../axis';
import text from './order.py?raw';

export const orderSource: PythonSource = { name: 'numpy/order/order.py', text };

const stableKinds: readonly string[] = ['mergesort', 'stable'];

/** `a.sort()`, `np.sort(a)`, `a.argsort()`, `np.argsort(a)`: by the last axis, positions of one axis only. */
export const sortingEntries: readonly LibraryFunction[] = [
  sortMethod(params('self'), { until: '0.67' }),
  sortMethod(params('self =kind', { kind: { kind: 'str', value: 'quicksort' } }), { since: '0.67' }),
  {
    name: 'numpy.sort',
    params: params('a'),
    type({ args: [a], context }) {
      if (a?.kind === 'list' || a?.kind === 'typedList') return sortedList(a, context);
      if (a?.kind !== 'array' || a.ndim === 0) return mismatch('needs an array', 0);
      if (!isSortable(a.dtype, context)) return mismatch('no order');
      // Numba 0.56 copies in order and keeps the type of what it copied.
      const layout = isInVersion({ since: '0.57' }, context.numba) ? 'C' : a.layout;
      return typed({ ...a, layout, readonly: false });
    },
    lower({ args, result }, lowering) {
      const [given] = args as readonly [Value];
      if (result.kind !== 'array') {
        const list = lowering.hold(operate(lowering, `${result.kind}.copy`, [given]));
        const backwards = lowering.constant({ kind: 'bool', value: false }, boolean);
        lowering.callPython(listSource, 'sort', [list, backwards]);
        return list;
      }
      const copy = lowering.hold(astypeCopy(lowering, given, arrayType(result)));
      sortLines(lowering, copy, 'sort');
      return copy;
    },
  },
  ...(['numpy.argsort', 'array.argsort'] as const).map(
    (name): LibraryFunction => ({
      name,
      params: params('a =kind', { kind: { kind: 'str', value: 'quicksort' } }),
      type({ args: [a, kind], context }) {
        if (a?.kind !== 'array' || a.ndim !== 1) return mismatch('needs an array of one dimension', 0);
        const how = kindOf(kind);
        if (!how) return mismatch('kind must be a constant string: quicksort or mergesort', 1);
        if (!isSortable(a.dtype, context)) return mismatch('no order', 0);
        return typed(arrayOf(int64, 1), { args: [a, kind], data: stableKinds.includes(how) });
      },
      lower: ({ args, data }, lowering) =>
        lowering.callPython(orderSource, data ? 'argsort_stable' : 'argsort', [args[0]!]),
    }),
  ),
];

function sortMethod(
  parameters: LibraryFunction['params'],
  versions: { readonly since?: string; readonly until?: string },
): LibraryFunction {
  return {
    name: 'array.sort',
    params: parameters,
    ...versions,
    type({ args: [a, kind], context }) {
      if (a?.kind !== 'array' || a.ndim === 0 || a.readonly)
        return mismatch('needs an array that can be written', 0);
      const how = kind ? kindOf(kind) : 'quicksort';
      if (!how) return mismatch('kind must be a constant string: quicksort or mergesort', 1);
      if (!isSortable(a.dtype, context)) return mismatch('no order', 0);
      return typed(none, { args: [a, kind], data: stableKinds.includes(how) });
    },
    lower({ args, data }, lowering) {
      sortLines(lowering, lowering.hold(args[0]!), data ? 'sort_stable' : 'sort');
      return noValue;
    },
  };
}

function kindOf(kind: NumbaType | undefined): string | undefined {
  if (kind?.kind !== 'literal' || kind.literal !== 'str') return undefined;
  return ['quicksort', ...stableKinds].includes(kind.value) ? kind.value : undefined;
}

/** Whether elements of the dtype have an order to be sorted by. */
export function isSortable(dtype: NumbaType, context: TypingContext): boolean {
  return resultOf('jitsight.before', [dtype, dtype], context) !== undefined;
}

// A list is copied and sorted as a list.
function sortedList(
  list: Extract<NumbaType, { kind: 'list' | 'typedList' }>,
  context: TypingContext,
): TypingOutcome {
  const copy = resultOf(`${list.kind}.copy`, [list], context);
  const isOrdered = copy && resultOf(`${list.kind}.sort`, [copy], context);
  return isOrdered && isInVersion({ since: '0.57' }, context.numba)
    ? typed(copy)
    : mismatch('needs an array', 0);
}

/** Runs a function of `order.py` on each line along the last axis. */
function sortLines(lowering: Lowering, array: Value, name: 'sort' | 'sort_stable'): void {
  const { ndim } = array.type as ArrayType;
  if (ndim === 1) lowering.callPython(orderSource, name, [array]);
  else {
    forEachLine(lowering, array, i64(ndim - 1), (line) => {
      lowering.callPython(orderSource, name, [line]);
    });
  }
}
