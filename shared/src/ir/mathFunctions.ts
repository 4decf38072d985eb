/** C's functions that `MathExpression` can name. */
export type MathFunction = keyof typeof mathArity;

/** Number of operands of each function of C's math library. */
export const mathArity = {
  sin: 1,
  cos: 1,
  tan: 1,
  asin: 1,
  acos: 1,
  atan: 1,
  atan2: 2,
  sinh: 1,
  cosh: 1,
  tanh: 1,
  asinh: 1,
  acosh: 1,
  atanh: 1,
  exp: 1,
  exp2: 1,
  expm1: 1,
  log: 1,
  log2: 1,
  log10: 1,
  log1p: 1,
  pow: 2,
  cbrt: 1,
  hypot: 2,
  fmod: 2,
  erf: 1,
  erfc: 1,
  gamma: 1,
  lgamma: 1,
} as const satisfies Record<string, 1 | 2>;
