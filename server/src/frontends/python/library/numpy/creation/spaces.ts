import { i64 } from '@jitsight/shared/ir/expressions';
import type { Lowering, Value } from '../../../lower/lowering';
import { arrayOf, complex128, float64, int64, type NumbaType } from '../../../types/numbaType';
import { isNumber, unliteral } from '../../../types/unliteral';
import type {
  LibraryFunction,
  LoweringCall,
  PythonSource,
  TypingCall,
  TypingOutcome,
} from '../../libraryFunction';
import { mismatch, params, typed } from '../../outcome';
import { largeBessel, smallBessel } from './besselSeries';
import text from './spaces.py?raw';

const source: PythonSource = { name: 'numpy/creation/spaces.py', text };

/** `logspace`, `geomspace` and the windows `bartlett`, `blackman`, `hamming`, `hanning`, `kaiser`. */
export const spaceEntries: readonly LibraryFunction[] = [
  space('logspace'),
  { ...space('geomspace'), since: '0.58' },
  ...['bartlett', 'blackman', 'hamming', 'hanning'].map(window),
  {
    name: 'numpy.kaiser',
    params: params('M beta'),
    type: ({ args: [count, beta] }) => {
      const parameter = unliteral(beta!);
      if (parameter.kind !== 'int' && parameter.kind !== 'float')
        return mismatch('beta must be an integer or float', 1);
      return typeWindow(count, [float64]);
    },
    lower: (call, lowering) => lowerWindow(call, lowering, 'kaiser'),
  },
];

function space(name: string): LibraryFunction {
  return {
    name: `numpy.${name}`,
    params: params('start stop num?'),
    type: ({ args: [start, stop, count] }: TypingCall) => {
      const bounds = [start, stop].map((type) => unliteral(type!));
      if (!bounds.every(isNumber)) return mismatch('the bounds are numbers');
      if (count && unliteral(count).kind !== 'int') return mismatch('the number of points is an integer', 2);
      const isComplex = bounds.some(({ kind }) => kind === 'complex');
      const element: NumbaType = isComplex ? complex128 : float64;
      return typed(arrayOf(element, 1), { args: [element, element, count && int64] });
    },
    lower: ({ args: [start, stop, count], result }, lowering) => {
      const isComplex = result.kind === 'array' && result.dtype.kind === 'complex';
      const points = count ?? { type: int64, parts: [i64(50)] };
      const variant = isComplex && name === 'geomspace' ? 'complex_geomspace' : name;
      return lowering.callPython(source, variant, [start!, stop!, points]);
    },
  };
}

function typeWindow(count: NumbaType | undefined, rest: readonly NumbaType[] = []): TypingOutcome {
  if (!count || unliteral(count).kind !== 'int') return mismatch('M must be an integer', 0);
  return typed(arrayOf(float64, 1), { args: [int64, ...rest] });
}

function window(name: string): LibraryFunction {
  return {
    name: `numpy.${name}`,
    params: params('M'),
    type: ({ args: [count] }) => typeWindow(count),
    lower: (call, lowering) => lowerWindow(call, lowering, name),
  };
}

/** None for less than one point, and 1 for one. */
function lowerWindow({ args, result }: LoweringCall, lowering: Lowering, name: string): Value {
  const count = lowering.hold(args[0]!);
  const series =
    name === 'kaiser' ? [smallBessel, largeBessel].map((values) => vectorOf(lowering, values)) : [];
  return lowering.cast(
    lowering.callPython(source, name, [count, ...args.slice(1).map((arg) => arg!), ...series]),
    result,
  );
}

function vectorOf(lowering: Lowering, values: readonly number[]): Value {
  const array = lowering.hold(lowering.newArray(arrayOf(float64, 1), [i64(values.length)]));
  values.forEach((value, i) => {
    lowering.storeElement(array, [i64(i)], lowering.constant({ kind: 'float', value }, float64));
  });
  return array;
}
