import { int64, type NumbaType } from '../../../types/numbaType';
import { isNumberOrBool, unliteral } from '../../../types/unliteral';
import type { LibraryFunction, PythonSource, TypingOutcome } from '../../libraryFunction';
import { mismatch, params, unknownForm, writtenInPython } from '../../outcome';
import text from './polynomial.py?raw';

const source: PythonSource = { name: 'numpy/polynomial/polynomial.py', text };

/** 0.56 has none of them. */
const addedIn = '0.58';

/**
 * `numpy.polynomial.polynomial`, with coefficients in one-dimensional arrays, lists, tuples, or single numbers. As in
 * Numba, results are float64 or complex128 whatever comes in.
 */
export const polynomialEntries: readonly LibraryFunction[] = [
  ...['polyadd', 'polysub', 'polymul', 'polydiv'].map(ofTwo),
  {
    name: 'numpy.polynomial.polynomial.polyint',
    since: addedIn,
    params: params('c m', { m: { kind: 'int', value: 1n } }),
    type({ args: [c, m] }) {
      if (!m || unliteral(m).kind !== 'int') return mismatch('The argument "m" must be an integer', 1);
      if (isNumberOrBool(unliteral(c!))) return mismatch('The argument "c" must be array-like', 0);
      return checked([['c', c]]) ?? writtenInPython(source, 'polyint', [unliteral(c!), int64]);
    },
  },
  {
    name: 'numpy.polynomial.polynomial.polyval',
    since: addedIn,
    params: params('x c tensor?'),
    type({ args: [x, c, tensor] }) {
      const wrong = checked([['c', c]]);
      if (wrong) return wrong;
      const at = unliteral(x!);
      if (tensor || !(isNumberOrBool(at) || (at.kind === 'array' && isNumberOrBool(at.dtype))))
        return unknownForm;
      return writtenInPython(source, 'polyval', [at, unliteral(c!)]);
    },
  },
  {
    name: 'numpy.polynomial.polyutils.trimseq',
    since: addedIn,
    params: params('seq'),
    type({ args: [seq] }) {
      const given = unliteral(seq!);
      if (given.kind === 'tuple') return mismatch('Unsupported type for argument "seq"', 0);
      if (given.kind !== 'array' && given.kind !== 'list')
        return mismatch('The argument "seq" must be array-like', 0);
      if (given.kind === 'array' && given.ndim !== 1) return mismatch('Coefficient array is not 1-d', 0);
      return writtenInPython(source, 'trimseq', [given]);
    },
  },
];

function ofTwo(name: string): LibraryFunction {
  return {
    name: `numpy.polynomial.polynomial.${name}`,
    since: addedIn,
    params: params('c1 c2'),
    type({ args: [c1, c2] }) {
      const wrong = checked([
        ['c1', c1],
        ['c2', c2],
      ]);
      return wrong ?? writtenInPython(source, name, [unliteral(c1!), unliteral(c2!)]);
    },
  };
}

/** Why the arguments are no coefficients; undefined when they are. */
function checked(given: readonly (readonly [string, NumbaType | undefined])[]): TypingOutcome | undefined {
  for (const [i, [name, type]] of given.entries()) {
    const kind = type && coefficientKind(unliteral(type));
    if (kind === 'series') continue;
    return kind === 'nested' ? unknownForm : mismatch(`The argument "${name}" must be array-like`, i);
  }
  return undefined;
}

function coefficientKind(type: NumbaType): 'series' | 'nested' | undefined {
  if (isNumberOrBool(type)) return 'series';
  if (type.kind === 'array') return type.ndim === 1 && isNumberOrBool(type.dtype) ? 'series' : 'nested';
  if (type.kind === 'list') return isNumberOrBool(type.element) ? 'series' : 'nested';
  if (type.kind === 'tuple') return type.elements.every(isNumberOrBool) ? 'series' : 'nested';
  return undefined;
}
