import { complex64, complex128, float32, float64, type NumbaType, tupleOf } from '../../types/numbaType';
import { unliteral } from '../../types/unliteral';
import { complexIsBounded, complexIsInf, complexIsNan } from '../arithmetic/complex';
import type { Kernel } from '../arithmetic/kernel';
import type { LibraryFunction } from '../libraryFunction';
import { complexTypes, homogeneous, predicates } from '../operators/numberRows';
import { byRows, row, type ScalarResolver, scalarFunction } from '../operators/scalarOperator';
import { compareVersions } from '../version';
import { complexFunction, complexSqrt } from './complexKernels';

function ofComplex(kernel: Kernel): ScalarResolver {
  return byRows(homogeneous(complexTypes, kernel, 1));
}

const always: Readonly<Record<string, ScalarResolver>> = {
  acos: ofComplex(complexFunction('acos')),
  asin: ofComplex(complexFunction('asin')),
  asinh: ofComplex(complexFunction('asinh')),
  atan: ofComplex(complexFunction('atan')),
  atanh: ofComplex(complexFunction('atanh')),
  cos: ofComplex(complexFunction('cos')),
  exp: ofComplex(complexFunction('exp')),
  sin: ofComplex(complexFunction('sin')),
  sqrt: ofComplex(complexSqrt),
  tan: ofComplex(complexFunction('tan')),
  isnan: byRows(predicates(complexTypes, complexIsNan, 1)),
  isinf: byRows(predicates(complexTypes, complexIsInf, 1)),
  isfinite: byRows(predicates(complexTypes, complexIsBounded, 1)),
  log: byRows([
    ...homogeneous(complexTypes, complexFunction('log'), 1),
    ...homogeneous(complexTypes, complexFunction('log_base')),
  ]),
};

interface Changed {
  /** Of complex64 and complex128, since Numba types it by its Python code: for complex arguments only. */
  readonly now: readonly [NumbaType, NumbaType];
  /** Before that, with the other numbers converted; `exactly` forbids that. */
  readonly before: readonly [NumbaType, NumbaType];
  readonly exactly?: boolean;
  /** Whether other numbers rather become complex128, where both would do. */
  readonly wideFirst?: boolean;
}

function changed(name: string, { now, before, exactly, wideFirst }: Changed): [string, ScalarResolver] {
  const kernel = complexFunction(name);
  const rows = ([narrow, wide]: readonly [NumbaType, NumbaType]) => {
    const both = [row([complex64], narrow, kernel), row([complex128], wide, kernel)];
    return byRows(wideFirst ? both.reverse() : both);
  };
  const resolve: ScalarResolver = (types, numba) => {
    const isNew = compareVersions(numba, '0.60') >= 0;
    const isComplex = types.length === 1 && unliteral(types[0]!).kind === 'complex';
    if ((isNew || exactly) && !isComplex) return undefined;
    return rows(isNew ? now : before)(types, numba);
  };
  return [name, resolve];
}

const pairOf = (type: NumbaType): NumbaType => tupleOf([type, type]);
const sameType = [complex64, complex128] as const;
const widened = [complex128, complex128] as const;
const parts = [float32, float64] as const;
const pairs = [pairOf(float32), pairOf(float64)] as const;

const byVersion: Readonly<Record<string, ScalarResolver>> = Object.fromEntries([
  changed('acosh', { now: widened, before: sameType }),
  changed('cosh', { now: sameType, before: sameType }),
  changed('sinh', { now: sameType, before: sameType }),
  changed('tanh', { now: widened, before: sameType }),
  changed('log10', { now: widened, before: sameType }),
  changed('phase', { now: parts, before: parts, wideFirst: true }),
  changed('polar', { now: pairs, before: pairs, exactly: true }),
]);

const anyRect = byRows([
  row([float32, float32], complex64, complexFunction('rect')),
  row([float64, float64], complex128, complexFunction('rect')),
]);

/** Since Numba types it by its Python code: of floats only. */
const rect: ScalarResolver = (types, numba) => {
  const areFloats = types.every((type) => unliteral(type).kind === 'float');
  return areFloats || compareVersions(numba, '0.60') < 0 ? anyRect(types, numba) : undefined;
};

export const cmathEntries: readonly LibraryFunction[] = Object.entries({ ...always, ...byVersion, rect }).map(
  ([name, resolve]) => scalarFunction(`cmath.${name}`, resolve),
);
