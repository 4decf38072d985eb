/**
 * IR text of a polynomial in `x`, coefficients from the constant up. Even and odd powers are summed apart, since the two
 * chains then run side by side; `square` is the local that holds `x * x`.
 */
export function polynomial(x: string, square: string, coefficients: readonly number[]): string {
  const even = coefficients.filter((_, power) => power % 2 === 0);
  const odd = coefficients.filter((_, power) => power % 2 === 1);
  return odd.length === 0
    ? horner(square, even)
    : `${horner(square, even)} + ${x} * (${horner(square, odd)})`;
}

/** IR text of a polynomial by Horner's rule. */
export function horner(x: string, [first, ...rest]: readonly number[]): string {
  return rest.length === 0 ? literal(first!) : `${literal(first!)} + ${x} * (${horner(x, rest)})`;
}

/** A number as an f64 constant of IR text. */
export function literal(value: number): string {
  const text = String(value);
  return /[.e]/.test(text) ? text : `${text}.0`;
}
