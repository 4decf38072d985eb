import { add, constant, eq, gt, le, math, mul, neg, sub } from '@jitsight/shared/ir/expressions';
import type { MathFunction } from '@jitsight/shared/ir/mathFunctions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import { type Kernel, part, scalar, scalarTypeOf } from '../arithmetic/kernel';
import { mathKernel, realUnary, scaled } from '../arithmetic/real';
import { complexFunction, complexSqrt } from '../math/complexKernels';
import { binary, complexes, reals, type Ufunc, unary } from './loop';

/** Functions of C's library: NumPy's name, C's, and the code for complex numbers where NumPy has loops for them. */
function transcendental(name: string, real: MathFunction, complex?: Kernel | string): Ufunc {
  const kernel = typeof complex === 'string' ? complexFunction(complex) : complex;
  return {
    name,
    newAliases: newNames[name] ? [newNames[name]] : undefined,
    inputs: 1,
    loops: [...unary(reals, mathKernel(real)), ...(kernel ? unary(complexes, kernel) : [])],
  };
}

/** Python's names of them, which NumPy 2 took over. */
const newNames: Readonly<Record<string, string>> = {
  arcsin: 'asin',
  arccos: 'acos',
  arctan: 'atan',
  arcsinh: 'asinh',
  arccosh: 'acosh',
  arctanh: 'atanh',
};

const log2OfE = Math.LOG2E;
const logOf2 = Math.LN2;

function logAddExp(shift: number, log1p: (x: Expression) => Expression, exp: MathFunction): Kernel {
  return (lowering, [a, b], result) => {
    const { ir } = lowering;
    const x = ir.hold(part(a!));
    const y = ir.hold(part(b!));
    const value = ir.local(scalarTypeOf(result));
    const difference = ir.hold(sub(x, y));
    const zero = constant(x.type, 0);
    // Where neither is greater, one of them is NaN.
    ir.set(value, difference);
    ir.if(gt(difference, zero), () => ir.set(value, add(x, log1p(math(exp, neg(difference))))));
    ir.if(le(difference, zero), () => ir.set(value, add(y, log1p(math(exp, difference)))));
    ir.if(eq(x, y), () => ir.set(value, add(x, constant(x.type, inPrecision(x, shift)))));
    return scalar(result, value);
  };
}

function inPrecision(like: Expression, value: number): number {
  return like.type === 'f32' ? Math.fround(value) : value;
}

const log1p = (x: Expression): Expression => math('log1p', x);
const log2Of1p = (x: Expression): Expression =>
  mul(constant(x.type, inPrecision(x, log2OfE)), math('log1p', x));

const toRadians = scaled(Math.PI / 180);
const toDegrees = scaled(180 / Math.PI);

export const mathUfuncs: readonly Ufunc[] = [
  {
    name: 'sqrt',
    inputs: 1,
    loops: [...unary(reals, realUnary('sqrt')), ...unary(complexes, complexSqrt)],
  },
  transcendental('exp', 'exp', 'exp'),
  transcendental('exp2', 'exp2', 'exp2'),
  transcendental('expm1', 'expm1', 'expm1'),
  transcendental('log', 'log', 'log'),
  transcendental('log2', 'log2', 'log2'),
  transcendental('log10', 'log10', 'log10_product'),
  transcendental('log1p', 'log1p', 'log1p'),
  transcendental('cbrt', 'cbrt'),
  transcendental('sin', 'sin', 'sin'),
  transcendental('cos', 'cos', 'cos'),
  transcendental('tan', 'tan', 'tan'),
  transcendental('arcsin', 'asin', 'asin'),
  transcendental('arccos', 'acos', 'acos'),
  transcendental('arctan', 'atan', 'atan'),
  transcendental('sinh', 'sinh', 'sinh_product'),
  transcendental('cosh', 'cosh', 'cosh_product'),
  transcendental('tanh', 'tanh', 'tanh_quotient'),
  transcendental('arcsinh', 'asinh', 'asinh'),
  transcendental('arccosh', 'acosh', 'acosh_product'),
  transcendental('arctanh', 'atanh', 'atanh'),
  { name: 'arctan2', newAliases: ['atan2'], inputs: 2, loops: binary(reals, mathKernel('atan2')) },
  { name: 'hypot', inputs: 2, loops: binary(reals, mathKernel('hypot')) },
  { name: 'logaddexp', inputs: 2, loops: binary(reals, logAddExp(logOf2, log1p, 'exp')) },
  { name: 'logaddexp2', inputs: 2, loops: binary(reals, logAddExp(1, log2Of1p, 'exp2')) },
  { name: 'deg2rad', inputs: 1, loops: unary(reals, toRadians) },
  { name: 'radians', inputs: 1, loops: unary(reals, toRadians) },
  { name: 'rad2deg', inputs: 1, loops: unary(reals, toDegrees) },
  { name: 'degrees', inputs: 1, loops: unary(reals, toDegrees) },
];
