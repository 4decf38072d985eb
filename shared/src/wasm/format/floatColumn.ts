const precision = 8;

interface Parts {
  readonly sign: string;
  readonly whole: string;
  readonly fraction: string;
  readonly exponent: string;
}

/** Floats as NumPy aligns them in an array: shortest digits, at most eight after the point, points in one column. */
export function floatColumn(values: readonly number[], single: boolean, signed = false): string[] {
  const finite = values.filter(Number.isFinite);
  const scientific = needsExponent(finite);
  const split = (value: number) => (scientific ? splitScientific : splitFixed)(value, single, signed);
  const parts = finite.map(split);
  const left = Math.max(0, ...parts.map((one) => one.sign.length + one.whole.length));
  const right = Math.max(0, ...parts.map((one) => one.fraction.length));
  const exponent = Math.max(0, ...parts.map((one) => one.exponent.length));
  const width = Math.max(
    left + (parts.length > 0 ? 1 : 0) + right + exponent,
    ...values.filter((value) => !Number.isFinite(value)).map((value) => special(value, signed).length),
  );
  return values.map((value) => {
    if (!Number.isFinite(value)) return special(value, signed).padStart(width);
    const one = split(value);
    const padded = scientific ? one.fraction.padEnd(right, '0') : one.fraction.padEnd(right);
    const power = one.exponent.slice(0, 2) + one.exponent.slice(2).padStart(exponent - 2, '0');
    return `${`${one.sign}${one.whole}`.padStart(left)}.${padded}${scientific ? power : ''}`.padStart(width);
  });
}

function special(value: number, signed: boolean): string {
  if (Number.isNaN(value)) return signed ? '+nan' : 'nan';
  return value < 0 ? '-inf' : signed ? '+inf' : 'inf';
}

function needsExponent(finite: readonly number[]): boolean {
  const sizes = finite.map(Math.abs).filter((size) => size !== 0);
  if (sizes.length === 0) return false;
  const largest = Math.max(...sizes);
  const smallest = Math.min(...sizes);
  return largest >= 1e8 || smallest < 1e-4 || largest / smallest > 1000;
}

function signOf(value: number, signed: boolean): string {
  return value < 0 || Object.is(value, -0) ? '-' : signed ? '+' : '';
}

function splitFixed(value: number, single: boolean, signed: boolean): Parts {
  const size = Math.abs(value);
  const text = plain(shortestDigits(size, single));
  const fraction = text.split('.')[1] ?? '';
  const rounded = fraction.length > precision ? size.toFixed(precision).replace(/0+$/, '') : text;
  const [whole, rest = ''] = rounded.split('.') as [string, string?];
  return { sign: signOf(value, signed), whole, fraction: rest, exponent: '' };
}

function splitScientific(value: number, single: boolean, signed: boolean): Parts {
  const size = Math.abs(value);
  let [mantissa, exponent] = shortestDigits(size, single).split('e') as [string, string];
  if ((mantissa.split('.')[1] ?? '').length > precision) {
    [mantissa, exponent] = size.toExponential(precision).split('e') as [string, string];
    mantissa = mantissa.replace(/0+$/, '');
  }
  const [whole, fraction = ''] = mantissa.split('.') as [string, string?];
  const digits = exponent.slice(1).padStart(2, '0');
  return { sign: signOf(value, signed), whole, fraction, exponent: `e${exponent[0]}${digits}` };
}

/** Shortest digits that read back as the value, in scientific form: for f32, as the nearest f32. */
function shortestDigits(size: number, single: boolean): string {
  if (!single) return size.toExponential();
  for (let digits = 0; digits < 9; digits++) {
    const text = size.toExponential(digits);
    if (Math.fround(Number(text)) === size) return text;
  }
  return size.toExponential(8);
}

/** Scientific digits without an exponent. */
function plain(text: string): string {
  const [mantissa, exponent] = text.split('e') as [string, string];
  const digits = mantissa.replace('.', '');
  const point = Number(exponent) + 1;
  if (point <= 0) return `0.${'0'.repeat(-point)}${digits}`;
  if (digits.length <= point) return digits.padEnd(point, '0');
  return `${digits.slice(0, point)}.${digits.slice(point)}`;
}
