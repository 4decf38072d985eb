import type { Lowering, Value } from '../../../lower/lowering';
import { type ArrayType, arrayOf, float64, int64, type NumbaType, tupleOf } from '../../../types/numbaType';
import { unliteral } from '../../../types/unliteral';
import { arrayType, membersOf } from '../../array/parts';
import type { LibraryFunction } from '../../libraryFunction';
import { operate } from '../../operate';
import { mismatch, params, typed } from '../../outcome';
import { tupleValue, uniformElement } from '../../tuple/elements';
import { isOmitted } from '../dtypeArgument';
import { searchSource } from './searching';

/** What `np.bincount` takes: an array or sequence of one dimension; undefined for anything else. */
function lineElement(type: NumbaType): NumbaType | undefined {
  if (type.kind === 'array') return type.ndim === 1 ? type.dtype : undefined;
  if (type.kind === 'list' || type.kind === 'typedList') return type.element;
  return type.kind === 'tuple' ? uniformElement(type) : undefined;
}

const bincount: LibraryFunction = {
  name: 'numpy.bincount',
  params: params('a weights? minlength', { minlength: { kind: 'int', value: 0n } }),
  type({ args }) {
    const [a, weights, minlength] = args.map((arg) => arg && unliteral(arg));
    const element = lineElement(a!);
    if (element?.kind !== 'int' || (element.bits === 64 && !element.signed)) {
      return mismatch('needs integers in one dimension', 0);
    }
    if (minlength?.kind !== 'int') return mismatch('minlength must be an integer', 2);
    if (isOmitted(weights)) return typed(arrayOf(int64, 1), { args: [a, weights, int64] });
    const weight = lineElement(weights);
    if (!weight || !['bool', 'int', 'float'].includes(weight.kind)) {
      return mismatch('the weights must be real numbers in one dimension', 1);
    }
    return typed(arrayOf(float64, 1), { args: [a, weights, int64] });
  },
  lower({ args, result }, lowering) {
    const [a, weights, minlength] = args as readonly [Value, Value | undefined, Value];
    if (arrayType(result).dtype.kind === 'int') {
      return lowering.callPython(searchSource, 'bincount', [a, minlength]);
    }
    return lowering.callPython(searchSource, 'bincount_weighted', [a, weights!, minlength]);
  },
};

/** `np.histogram(a, bins=10, range=None)`: a number of equal bins, or their edges, which come back as they are. */
const histogram: LibraryFunction = {
  name: 'numpy.histogram',
  params: params('a bins range?', { bins: { kind: 'int', value: 10n } }),
  type({ args }) {
    const [a, bins, range] = args.map((arg) => arg && unliteral(arg));
    const isArray = a?.kind === 'array' && isReal(a.dtype);
    if (!isArray && !isReal(a!)) return mismatch('needs an array of real numbers', 0);
    if (bins?.kind === 'int') {
      const isRange = range?.kind === 'tuple' && range.elements.length === 2 && range.elements.every(isReal);
      if (!isOmitted(range) && !isRange) return mismatch('the range must be two numbers', 2);
      return typed(tupleOf([counts, arrayOf(float64, 1)]), { args: [a, int64, range] });
    }
    const edge = bins && lineElement(bins);
    if (!edge || !isReal(edge)) return mismatch('bins must be a number or edges', 1);
    return typed(tupleOf([counts, bins]), { args: [a, bins, range] });
  },
  lower({ args, result }, lowering) {
    const array = lowering.hold(elementsOf(lowering, args[0]!));
    const bins = lowering.hold(args[1]!);
    if (bins.type.kind !== 'int') {
      const found = lowering.callPython(searchSource, 'histogram_between', [array, bins]);
      return lowering.cast(tupleValue([found, bins]), result);
    }
    const range = args[2]?.type.kind === 'tuple' ? args[2] : undefined;
    const extent = range ?? lowering.hold(lowering.callPython(searchSource, 'extent_of', [array]));
    const [low, high] = membersOf(lowering, extent).map((each) => lowering.hold(each)) as [Value, Value];
    const found = lowering.hold(lowering.callPython(searchSource, 'histogram', [array, bins, low, high]));
    const one = lowering.constant({ kind: 'int', value: 1n }, int64);
    const edges = operate(lowering, 'numpy.linspace', [
      low,
      high,
      operate(lowering, 'operator.add', [bins, one]),
    ]);
    return tupleValue([found, edges]);
  },
};

const counts: ArrayType = arrayOf(int64, 1);
const isReal = (type: NumbaType): boolean => ['bool', 'int', 'float'].includes(unliteral(type).kind);

// A number counts as an array of itself.
function elementsOf(lowering: Lowering, a: Value): Value {
  return a.type.kind === 'array' ? a : operate(lowering, 'numpy.asarray', [tupleValue([a])]);
}

export const binEntries: readonly LibraryFunction[] = [bincount, histogram];
