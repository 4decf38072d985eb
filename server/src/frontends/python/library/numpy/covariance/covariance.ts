import { convert, i64, select } from '@jitsight/shared/ir/expressions';
import type { Lowering, Value } from '../../../lower/lowering';
import { type ArrayType, arrayOf, boolean, float64, type NumbaType } from '../../../types/numbaType';
import { isNumberOrBool, unliteral } from '../../../types/unliteral';
import { arrayType } from '../../array/parts';
import type { LibraryFunction, PythonSource, TypingContext } from '../../libraryFunction';
import { operate } from '../../operate';
import { mismatch, params, typed } from '../../outcome';
import { tupleValue } from '../../tuple/elements';
import { arrayTypeOf, asArray } from '../arrayLike';
import { isOmitted } from '../dtypeArgument';
import { promoteTypes } from '../promotion';
import text from './covariance.py?raw';

const source: PythonSource = { name: 'numpy/covariance/covariance.py', text };

function variablesOf(type: NumbaType, context: TypingContext): ArrayType | undefined {
  const array = isNumberOrBool(type) ? arrayOf(type, 1) : arrayTypeOf(type, context);
  return array && array.ndim <= 2 && isNumberOrBool(array.dtype) ? array : undefined;
}

interface Covariance {
  readonly dtype: NumbaType;
  /** Of one variable alone, whose covariance is no matrix. */
  readonly isSingle: boolean;
}

function covarianceOf(
  m: NumbaType,
  y: NumbaType | undefined,
  context: TypingContext,
): Covariance | undefined {
  const first = variablesOf(m, context);
  const second = isOmitted(y) ? first : variablesOf(y, context);
  if (!first || !second) return undefined;
  const dtype = promoteTypes(promoteTypes(first.dtype, second.dtype) ?? float64, float64);
  if (!dtype) return undefined;
  return { dtype, isSingle: isOmitted(y) && isSingle(m, first) };
}

function isSingle(m: NumbaType, array: ArrayType): boolean {
  if (m.kind === 'array') return m.ndim === 1;
  if (m.kind === 'tuple' && m.elements.length === 1 && m.elements[0]!.kind === 'tuple') return true;
  return array.ndim === 1;
}

const yes = { kind: 'bool', value: true } as const;
const no = { kind: 'bool', value: false } as const;

/** `np.cov(m, y=None, rowvar=True, bias=False, ddof=None)`. */
const cov: LibraryFunction = {
  name: 'numpy.cov',
  params: params('m y? rowvar bias ddof?', { rowvar: yes, bias: no }),
  type({ args, context }) {
    const [m, y, rowvar, bias, ddof] = args.map((arg) => arg && unliteral(arg));
    const found = covarianceOf(m!, y, context);
    if (!found) return mismatch('needs numbers in one or two dimensions');
    if (!isFlag(rowvar!) || !isFlag(bias!)) return mismatch('rowvar and bias are booleans');
    if (!isOmitted(ddof) && !['int', 'float', 'bool'].includes(ddof.kind)) {
      return mismatch('ddof must be a real numerical scalar type', 4);
    }
    const options = [boolean, boolean, isOmitted(ddof) ? ddof : float64];
    return typed(arrayOf(found.dtype, found.isSingle ? 0 : 2), {
      args: [m, y, ...options],
      data: ddof?.kind,
    });
  },
  lower({ args, result, data }, lowering) {
    const [m, y, rowvar, bias, ddof] = args as readonly Value[];
    const { dtype, ndim } = arrayType(result);
    const freedom = freedomOf(lowering, ddof, bias!, data === 'float');
    const matrix = covarianceMatrix(lowering, { m: m!, y, rowvar: rowvar!, freedom, dtype });
    return ndim === 0 ? lowering.callPython(source, 'variance', [matrix]) : matrix;
  },
};

const isFlag = (type: NumbaType): boolean => type.kind === 'bool' || type.kind === 'int';

function freedomOf(lowering: Lowering, ddof: Value | undefined, bias: Value, checked: boolean): Value {
  if (!ddof || ddof.type.kind === 'none') {
    const lost = select(bias.parts[0]!, i64(0), i64(1));
    return { type: float64, parts: [convert(lost, 'f64')] };
  }
  const held = lowering.hold(ddof);
  if (checked) lowering.callPython(source, 'check_ddof', [held]);
  return held;
}

interface Sample {
  readonly m: Value;
  readonly y: Value | undefined;
  readonly rowvar: Value;
  readonly freedom: Value;
  readonly dtype: NumbaType;
}

function covarianceMatrix(lowering: Lowering, { m, y, rowvar, freedom, dtype }: Sample): Value {
  const of: Value = { type: { kind: 'dtype', of: dtype }, parts: [] };
  const first = matrixOf(lowering, m);
  if (m.type.kind === 'array' && m.type.ndim === 2) lowering.callPython(source, 'check_rows', [first]);
  if (!y || y.type.kind === 'none') {
    return lowering.hold(lowering.callPython(source, 'cov', [first, rowvar, freedom, of]));
  }
  const second = matrixOf(lowering, y);
  return lowering.hold(lowering.callPython(source, 'cov_both', [first, second, rowvar, freedom, of]));
}

/** `np.atleast_2d(np.asarray(m))`. */
function matrixOf(lowering: Lowering, m: Value): Value {
  const array = lowering.hold(asArray(lowering, isNumberOrBool(m.type) ? tupleValue([m]) : m));
  const { dtype, ndim } = arrayType(array.type);
  if (ndim === 2) return array;
  const shape = lowering.arrayShape(array);
  const strides = lowering.arrayStrides(array);
  return lowering.hold(
    lowering.arrayView(arrayOf(dtype, 2, 'A'), {
      meminfo: lowering.arrayMeminfo(array),
      data: lowering.arrayData(array),
      shape: [i64(1), shape[0] ?? i64(1)],
      strides: [i64(0), strides[0] ?? i64(0)],
    }),
  );
}

/** `np.corrcoef(x, y=None, rowvar=True)`; of one variable it is its covariance over itself. */
const corrcoef: LibraryFunction = {
  name: 'numpy.corrcoef',
  params: params('x y? rowvar', { rowvar: yes }),
  type({ args, context }) {
    const [x, y, rowvar] = args.map((arg) => arg && unliteral(arg));
    const found = covarianceOf(x!, y, context);
    if (!found) return mismatch('needs numbers in one or two dimensions');
    if (!isFlag(rowvar!)) return mismatch('rowvar is a boolean', 2);
    const result = found.isSingle ? found.dtype : arrayOf(found.dtype, 2);
    return typed(result, { args: [x, y, boolean], data: found.dtype });
  },
  lower({ args, result, data }, lowering) {
    const [m, y, rowvar] = args as readonly [Value, Value | undefined, Value];
    const dtype = data as NumbaType;
    const freedom = lowering.constant({ kind: 'float', value: 1 }, float64);
    const matrix = covarianceMatrix(lowering, { m, y, rowvar, freedom, dtype });
    if (result.kind !== 'array') {
      const single = lowering.hold(lowering.callPython(source, 'variance', [matrix]));
      return lowering.cast(
        operate(
          lowering,
          'numpy.divide',
          [single, single].map((each) => lowering.loadElement(each, [])),
        ),
        result,
      );
    }
    const name = dtype.kind === 'complex' ? 'corrcoef_complex' : 'corrcoef';
    return lowering.callPython(source, name, [matrix]);
  },
};

export const covarianceEntries: readonly LibraryFunction[] = [cov, corrcoef];
