import { float64, literalInt, none, type NumbaType } from '../../types/numbaType';
import type { ConstantValue } from '../typedFunction';

export interface KnownConstant {
  readonly type: NumbaType;
  readonly value: ConstantValue;
}

const real = (value: number): KnownConstant => ({ type: float64, value: { kind: 'float', value } });
const eulerGamma = 0.5772156649015329;

const constants: Readonly<Record<string, KnownConstant>> = {
  'math.pi': real(Math.PI),
  'math.e': real(Math.E),
  'math.tau': real(2 * Math.PI),
  'math.inf': real(Infinity),
  'math.nan': real(NaN),
  'cmath.pi': real(Math.PI),
  'cmath.e': real(Math.E),
  'cmath.inf': real(Infinity),
  'cmath.nan': real(NaN),
  'numpy.pi': real(Math.PI),
  'numpy.e': real(Math.E),
  'numpy.inf': real(Infinity),
  'numpy.Inf': real(Infinity),
  'numpy.Infinity': real(Infinity),
  'numpy.infty': real(Infinity),
  'numpy.PINF': real(Infinity),
  'numpy.NINF': real(-Infinity),
  'numpy.nan': real(NaN),
  'numpy.NaN': real(NaN),
  'numpy.NAN': real(NaN),
  'numpy.euler_gamma': real(eulerGamma),
  'numpy.newaxis': { type: none, value: { kind: 'none' } },
  'sys.maxsize': {
    type: literalInt(9223372036854775807n),
    value: { kind: 'int', value: 9223372036854775807n },
  },
  'sys.float_info.epsilon': real(Number.EPSILON),
  'sys.float_info.max': real(Number.MAX_VALUE),
  'sys.float_info.min': real(2 ** -1022),
};

/** A number that a library module holds: `math.pi`, `numpy.inf`. */
export function constantNamed(qualifiedName: string): KnownConstant | undefined {
  return Object.hasOwn(constants, qualifiedName) ? constants[qualifiedName] : undefined;
}
