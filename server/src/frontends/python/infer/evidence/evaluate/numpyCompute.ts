import {
  type ArrayType,
  arrayOf,
  boolean,
  float64,
  int64,
  type NumbaType,
  tupleOf,
} from '../../../types/numbaType';
import { type CallArguments, integerIn } from './evaluation';
import { dtypeKeyword } from './numpyCreate';
import { arithmeticType, arrayFromList, commonElement, floating, mapElements } from './promotion';
import { shapeLength } from './shapes';

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

const floatingFunctions = words(
  `sin cos tan arcsin arccos arctan sinh cosh tanh arcsinh arccosh arctanh exp exp2 expm1 log log2 log10 log1p sqrt
   cbrt radians degrees deg2rad rad2deg sinc rint`,
);
const sameFunctions = words(
  `abs absolute square sign negative positive floor ceil trunc round around fix conj conjugate sort cumsum cumprod
   nan_to_num flipud clip roll partition ascontiguousarray`,
);
const testFunctions = words('isnan isinf isfinite logical_not signbit isclose isin');
const binaryOperators: Readonly<Record<string, string>> = {
  add: '+',
  subtract: '-',
  multiply: '*',
  divide: '/',
  true_divide: '/',
  floor_divide: '//',
  power: '**',
  mod: '%',
  remainder: '%',
  maximum: '+',
  minimum: '+',
  fmax: '+',
  fmin: '+',
};
const floatingPairs = words('arctan2 hypot logaddexp copysign nextafter');

/** What NumPy's functions of arrays give; `name` is without `numpy.`. */
export function computationType(args: CallArguments, name: string): NumbaType | undefined {
  const first = args.type(0, 'a') ?? args.type(0, 'x');
  if (!first) return sequenceFunction(args, name);
  const operator = binaryOperators[name];
  if (operator) return pair(operator, first, args.type(1, 'x2'));
  if (floatingPairs.has(name)) return pair('/', first, args.type(1, 'x2'));
  if (floatingFunctions.has(name)) return mapElements(first, floating);
  if (sameFunctions.has(name)) return mapElements(first, (element) => element);
  if (testFunctions.has(name)) return mapElements(first, () => boolean);
  if (name === 'where' && args.call.args.length === 3) return pair('+', args.type(1, 'x'), args.type(2, 'y'));
  return (
    reductionType(args, name, first) ?? rearrangedType(args, name, first) ?? sequenceFunction(args, name)
  );
}

function pair(op: string, left: NumbaType | undefined, right: NumbaType | undefined): NumbaType | undefined {
  const a = left?.kind === 'list' ? arrayFromList(left) : left;
  const b = right?.kind === 'list' ? arrayFromList(right) : right;
  return a && b && arithmeticType(op, a, b);
}

const reductions: Readonly<Record<string, (element: NumbaType) => NumbaType | undefined>> = {
  sum: (element) => (element.kind === 'bool' || element.kind === 'int' ? int64 : element),
  prod: (element) => (element.kind === 'bool' || element.kind === 'int' ? int64 : element),
  nansum: (element) => element,
  mean: floating,
  average: floating,
  std: floating,
  var: floating,
  median: floating,
  nanmean: floating,
  nanstd: floating,
  nanvar: floating,
  nanmedian: floating,
  percentile: floating,
  quantile: floating,
  min: (element) => element,
  max: (element) => element,
  amin: (element) => element,
  amax: (element) => element,
  nanmin: (element) => element,
  nanmax: (element) => element,
  ptp: (element) => element,
  trace: (element) => element,
  argmin: () => int64,
  argmax: () => int64,
  count_nonzero: () => int64,
  all: () => boolean,
  any: () => boolean,
};

/** Also methods of arrays, whose axis is their first argument. */
export function reductionType(
  args: CallArguments,
  name: string,
  source: NumbaType,
  axisIndex = 1,
): NumbaType | undefined {
  const reduce = reductions[name];
  const array = arrayFromList(source);
  if (!reduce || !array) return undefined;
  const element = reduce(array.dtype);
  const axis = args.expression(axisIndex, 'axis');
  if (!axis || (axis.kind === 'Constant' && axis.value.type === 'None')) return element;
  const removed = axis.kind === 'Tuple' ? axis.elements.length : 1;
  const keepdims = args.call.keywords.some((keyword) => keyword.name === 'keepdims');
  const ndim = keepdims ? array.ndim : array.ndim - removed;
  return element && (ndim <= 0 ? element : arrayOf(element, ndim));
}

/** Functions that move elements about, which are methods of arrays as well. */
export function rearrangedType(
  args: CallArguments,
  name: string,
  source: NumbaType,
  argumentIndex = 1,
): NumbaType | undefined {
  const array = source.kind === 'array' ? source : arrayFromList(source);
  if (!array) return undefined;
  switch (name) {
    case 'reshape':
      return reshaped(args, array, argumentIndex);
    case 'ravel':
    case 'flatten':
    case 'repeat':
    case 'unique':
      return name === 'unique' && args.call.keywords.length > 0 ? undefined : arrayOf(array.dtype, 1);
    case 'transpose':
      return array.ndim < 2 || array.layout === 'A'
        ? array
        : {
            ...array,
            layout:
              array.ndim > 2 && args.call.args.length > argumentIndex
                ? 'A'
                : array.layout === 'C'
                  ? 'F'
                  : 'C',
          };
    case 'argsort':
    case 'searchsorted':
      return arrayOf(int64, array.ndim);
    case 'nonzero':
      return tupleOf(Array.from({ length: array.ndim }, () => arrayOf(int64, 1)));
    case 'diff':
    case 'tile':
    case 'copy':
      return arrayOf(array.dtype, array.ndim, name === 'copy' ? 'C' : 'C');
    case 'flip':
    case 'fliplr':
    case 'rot90':
    case 'swapaxes':
      return { ...array, layout: 'A' };
    case 'expand_dims':
      return { ...array, ndim: array.ndim + 1 };
    case 'dot':
    case 'matmul':
      return product(array, args.type(argumentIndex, 'b'));
    case 'outer':
      return arrayOf(array.dtype, 2);
    case 'bincount':
      return arrayOf(int64, 1);
    case 'broadcast_to': {
      const shape = args.expression(1, 'shape');
      const ndim = shape && shapeLength(args.evaluation, shape);
      return ndim === undefined ? undefined : { ...arrayOf(array.dtype, ndim, 'A'), readonly: true };
    }
    default:
      return undefined;
  }
}

function reshaped(args: CallArguments, array: ArrayType, index: number): NumbaType | undefined {
  const given = args.call.args.slice(index);
  const first = given[0] ?? args.expression(index, 'newshape');
  if (!first) return undefined;
  const ndim =
    given.length > 1
      ? given.length
      : (shapeLength(args.evaluation, first) ?? (integerIn(first) === undefined ? undefined : 1));
  if (ndim === undefined) return undefined;
  return array.layout === 'C' ? { ...array, ndim } : arrayOf(array.dtype, ndim);
}

function product(left: ArrayType, right: NumbaType | undefined): NumbaType | undefined {
  if (right?.kind !== 'array') return undefined;
  const dtype = commonElement([left.dtype, right.dtype]);
  const ndim = left.ndim + right.ndim - 2;
  return dtype && (ndim <= 0 ? dtype : arrayOf(dtype, ndim));
}

/** Functions of a sequence of arrays. */
function sequenceFunction(args: CallArguments, name: string): NumbaType | undefined {
  const added: Readonly<Record<string, number>> = {
    concatenate: 0,
    hstack: 0,
    append: 0,
    vstack: 0,
    stack: 1,
    column_stack: 0,
    dstack: 0,
  };
  const extra = added[name];
  const display = args.call.args[0];
  if (extra === undefined || !display)
    return name === 'loadtxt' || name === 'genfromtxt' ? textFile(args) : undefined;
  const parts =
    display.kind === 'Tuple' || display.kind === 'List'
      ? display.elements.map((element) => args.evaluation.typeOf(element))
      : [args.evaluation.typeOf(display)];
  const arrays = parts.map((part) =>
    part?.kind === 'list' && part.element.kind === 'array' ? part.element : part && arrayFromList(part),
  );
  const dtype = commonElement(arrays.map((array) => array?.dtype));
  const ndim = Math.max(...arrays.map((array) => array?.ndim ?? 0)) + extra;
  const least = name === 'vstack' || name === 'column_stack' ? 2 : name === 'dstack' ? 3 : 1;
  return dtype && arrayOf(dtype, Math.max(ndim, least));
}

/** Rows and columns, unless a column is chosen. */
function textFile(args: CallArguments): NumbaType | undefined {
  const usecols = args.call.keywords.find((keyword) => keyword.name === 'usecols')?.value;
  const isOneColumn = usecols !== undefined && integerIn(usecols) !== undefined;
  return arrayOf(dtypeKeyword(args) ?? float64, isOneColumn ? 1 : 2);
}
