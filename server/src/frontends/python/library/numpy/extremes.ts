import type { Lowering, Value } from '../../lower/lowering';
import { type ArrayType, arrayOf, int64, type NumbaType } from '../../types/numbaType';
import { unliteral } from '../../types/unliteral';
import type {
  LibraryFunction,
  LoweringCall,
  PythonSource,
  TypingCall,
  TypingOutcome,
} from '../libraryFunction';
import { aliases, mismatch, params, typed } from '../outcome';
import { isInVersion } from '../version';
import { arrayTypeOf, asArray } from './arrayLike';
import { checkedAxis, forEachLine, withoutAxis } from './axis';
import { isOmitted } from './dtypeArgument';
import text from './extremes.py?raw';
import nanText from './nans.py?raw';

const source: PythonSource = { name: 'numpy/extremes.py', text };
const nanSource: PythonSource = { name: 'numpy/nans.py', text: nanText };

const ordered = ['int', 'float', 'bool', 'datetime', 'timedelta'];

/**
 * `np.min(a)`, `np.amax(a)`, `a.max()`: the first NaN wins; no axis. Under `parallel=True` NaNs are passed over, and an
 * array of nothing else has the minimum inf, as in Numba 0.56 to 0.68.
 */
const extremes = (
  [
    ['min', 'least', Number.POSITIVE_INFINITY],
    ['max', 'greatest', Number.NEGATIVE_INFINITY],
  ] as const
).flatMap(([name, python, farthest]) =>
  aliases([`numpy.${name}`, `numpy.a${name}`, `array.${name}`], {
    params: params('a'),
    type(call) {
      const a = unliteral(call.args[0]!);
      if (a.kind === 'array') {
        return [...ordered, 'complex'].includes(a.dtype.kind) ? typed(a.dtype) : mismatch('has no order');
      }
      const isScalar = [...ordered, 'complex'].includes(a.kind);
      return isScalar && isInVersion({ since: '0.67' }, call.context.numba)
        ? typed(a, { args: [a] })
        : mismatch('needs an array', 0);
    },
    lower(call, lowering) {
      const [a] = call.args as readonly [Value];
      if (a.type.kind !== 'array') return a;
      const { dtype, ndim } = a.type;
      if (lowering.parallel && dtype.kind === 'float' && ndim > 0) {
        const start = lowering.constant({ kind: 'float', value: farthest }, dtype);
        return lowering.callPython(source, `${python}_shared`, [a, start]);
      }
      return lowering.callPython(source, variantFor(python, dtype), [a]);
    },
  }),
);

function variantFor(name: string, dtype: NumbaType): string {
  if (dtype.kind === 'datetime' || dtype.kind === 'timedelta') return `${name}_float`;
  return dtype.kind === 'float' || dtype.kind === 'complex' ? `${name}_${dtype.kind}` : name;
}

interface Search {
  readonly names: readonly string[];
  readonly since?: string;
  /** The Python function that finds the position in an array in C order. */
  python(dtype: NumbaType): { readonly source: PythonSource; readonly name: string } | undefined;
}

const searches: readonly Search[] = (
  [
    ['argmin', 'position_of_least'],
    ['argmax', 'position_of_greatest'],
  ] as const
).flatMap(([name, python]): Search[] => [
  {
    names: [`numpy.${name}`, `array.${name}`],
    python: (dtype) => {
      if (!ordered.includes(dtype.kind)) return undefined;
      return { source, name: variantFor(python, dtype) };
    },
  },
  {
    names: [`numpy.nan${name}`],
    since: '0.61',
    python: (dtype) => {
      if (dtype.kind === 'float') return { source: nanSource, name: python };
      return dtype.kind === 'int' || dtype.kind === 'bool' ? { source, name: python } : undefined;
    },
  },
]);

/** `np.argmax(a)`, `np.argmax(a, axis)`. */
const positions = searches.flatMap((search) =>
  aliases(search.names, {
    params: params('a axis?'),
    since: search.since,
    type: (call) => typeSearch(search, call),
    lower: (call, lowering) => lowerSearch(search, call, lowering),
  }),
);

function typeSearch(search: Search, call: TypingCall): TypingOutcome {
  const [a, axis] = call.args;
  if (a?.kind !== 'array' || !search.python(a.dtype)) return mismatch('needs an array of ordered numbers', 0);
  if (isOmitted(axis)) return typed(int64);
  if (unliteral(axis).kind !== 'int') return mismatch('axis must be an integer', 1);
  return typed(a.ndim === 1 ? int64 : arrayOf(int64, a.ndim - 1), { args: [a, int64] });
}

function lowerSearch(search: Search, call: LoweringCall, lowering: Lowering): Value {
  const [a, axis] = call.args as readonly [Value, Value | undefined];
  const array = lowering.hold(a);
  const { dtype, ndim } = array.type as ArrayType;
  const { source: from, name } = search.python(dtype)!;
  const find = (values: Value) => lowering.callPython(from, name, [values]);
  if (!axis || axis.type.kind === 'none') return find(array);
  const error = { name: 'ValueError', message: 'axis is out of bounds' };
  const along = checkedAxis(lowering, axis, ndim, error);
  if (ndim === 1) return find(array);
  const shape = withoutAxis(lowering.arrayShape(array), along);
  const result = lowering.hold(lowering.newArray(call.result as ArrayType, shape));
  forEachLine(lowering, array, along, (line, indices) => {
    lowering.storeElement(result, indices, find(line));
  });
  return result;
}

/** `np.ptp(a)`; the method went with NumPy 2. */
const spreads: readonly LibraryFunction[] = aliases(['numpy.ptp', 'array.ptp'], {
  params: params('a'),
  type: typeSpread,
  lower(call, lowering) {
    const array = asArray(lowering, call.args[0]!);
    const { dtype } = array.type as ArrayType;
    if (dtype.kind === 'complex') return lowering.notLowered('np.ptp of complex numbers is not compiled yet');
    if (dtype.kind !== 'float') {
      return lowering.cast(lowering.callPython(source, 'spread', [array]), call.result);
    }
    const nan = lowering.constant({ kind: 'float', value: Number.NaN }, call.result);
    return lowering.cast(lowering.callPython(source, 'spread_float', [array, nan]), call.result);
  },
}).map((entry) => (entry.name === 'array.ptp' ? { ...entry, until: '0.60' } : entry));

// Its code may return an integer 0 or a NaN, or the difference, and the type takes in all of them.
function typeSpread(call: TypingCall): TypingOutcome {
  const array = arrayTypeOf(call.args[0], call.context);
  if (!array) return mismatch('needs an array', 0);
  const { dtype } = array;
  switch (dtype.kind) {
    case 'bool':
      return mismatch('NumPy has no ptp of booleans', 0);
    case 'int':
      return typed(dtype.signed ? int64 : { kind: 'float', bits: 64 });
    case 'float':
      return typed({ kind: 'float', bits: 64 });
    case 'complex':
      return typed({ kind: 'complex', bits: 128 });
    default:
      return mismatch('has no order', 0);
  }
}

export const extremeEntries: readonly LibraryFunction[] = [...extremes, ...positions, ...spreads];
