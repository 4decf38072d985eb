import type { Lowering, Value } from '../../../lower/lowering';
import { type ArrayType, arrayOf, int8, type NumbaType } from '../../../types/numbaType';
import { unliteral } from '../../../types/unliteral';
import { astypeCopy } from '../../array/copies';
import { arrayType } from '../../array/parts';
import type { LibraryFunction, PythonSource, TypingCall, TypingOutcome } from '../../libraryFunction';
import { operate } from '../../operate';
import { mismatch, params, typed } from '../../outcome';
import { promoteTypes } from '../promotion';
import text from './correlate.py?raw';

const source: PythonSource = { name: 'numpy/series/correlate.py', text };

/** The `mode` came with 0.57; before that each function had one. */
const modes = { since: '0.57' };

interface Sliding {
  readonly name: 'convolve' | 'correlate';
  readonly mode: string;
}

const slidings: readonly Sliding[] = [
  { name: 'convolve', mode: 'full' },
  { name: 'correlate', mode: 'valid' },
];

/** `np.convolve(a, v, mode)` and `np.correlate(a, v, mode)`, by BLAS where both are floats. */
export const correlationEntries: readonly LibraryFunction[] = slidings.flatMap(({ name, mode }) =>
  [
    { params: params('a v'), until: modes.since },
    { params: params('a v mode', { mode: { kind: 'str', value: mode } }), since: modes.since },
  ].map(
    (versions): LibraryFunction => ({
      name: `numpy.${name}`,
      ...versions,
      type: (call) => typeSliding(name, call),
      lower({ args, result }, lowering) {
        const [a, v, given] = args as readonly [Value, Value, Value | undefined];
        if (given && given.type.kind !== 'unicode') {
          lowering.raise({
            name: 'ValueError',
            message: "Invalid 'mode', valid are 'full', 'same', 'valid'",
          });
        }
        const how =
          given?.type.kind === 'unicode'
            ? given
            : lowering.constant({ kind: 'str', value: mode }, { kind: 'unicode' });
        return slide(lowering, name, [a, v], how, arrayType(result).dtype);
      },
    }),
  ),
);

function typeSliding(name: Sliding['name'], { args }: TypingCall): TypingOutcome {
  const [a, v, mode] = args.map((arg) => arg && unliteral(arg));
  const elements = [a!, v!].map((type) => elementOf(name, type));
  const [given, second] = elements;
  // Conjugating booleans makes integers of them.
  const isConjugated = name === 'correlate' && given?.kind === 'bool' && second?.kind !== 'complex';
  const first = isConjugated ? int8 : given;
  const dtype = first && second && promoteTypes(first, second);
  if (!dtype) return mismatch('needs numbers in one dimension');
  const isOfLists = a!.kind !== 'array' || v!.kind !== 'array';
  if (isOfLists && isFloating(first) && isFloating(second)) return mismatch('needs arrays of floats');
  return typed(arrayOf(dtype, 1), { args: [a, v, mode] });
}

// Lists are not conjugated, which np.correlate would do.
function elementOf(name: Sliding['name'], type: NumbaType): NumbaType | undefined {
  const element = type.kind === 'array' && type.ndim === 1 ? type.dtype : listElement(name, type);
  return element && ['bool', 'int', 'float', 'complex'].includes(element.kind) ? element : undefined;
}

function listElement(name: Sliding['name'], type: NumbaType): NumbaType | undefined {
  return name === 'convolve' && type.kind === 'list' ? type.element : undefined;
}

const isFloating = (type: NumbaType): boolean => type.kind === 'float' || type.kind === 'complex';

function slide(
  lowering: Lowering,
  name: Sliding['name'],
  given: readonly [Value, Value],
  mode: Value,
  dtype: NumbaType,
): Value {
  const byDot = given.every(({ type }) => type.kind === 'array' && isFloating(type.dtype));
  const [a, v] = given.map((value) => lowering.hold(byDot ? converted(lowering, value, dtype) : value));
  const isConjugated = name === 'correlate' && isComplex(given[1].type);
  const second = isConjugated ? lowering.hold(operate(lowering, 'numpy.conj', [v!])) : v!;
  const of: Value = { type: { kind: 'dtype', of: dtype }, parts: [] };
  return lowering.callPython(source, `${name}_${byDot ? 'dots' : 'sums'}`, [a!, second, mode, of]);
}

const isComplex = (type: NumbaType): boolean => type.kind === 'array' && type.dtype.kind === 'complex';

function converted(lowering: Lowering, value: Value, dtype: NumbaType): Value {
  const type: ArrayType = arrayOf(dtype, 1);
  return astypeCopy(lowering, value, type);
}
