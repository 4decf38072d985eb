/** Shortest decimal digits that read back as `value`, and where the point goes: 0.digits * 10**point. */
interface Decimal {
  readonly digits: string;
  readonly point: number;
}

function shortest(value: number): Decimal {
  const [mantissa, exponent] = Math.abs(value).toExponential().split('e') as [string, string];
  return { digits: mantissa.replace('.', ''), point: Number(exponent) + 1 };
}

/** Python's `repr` of a float. */
export function formatFloat(value: number): string {
  const text = formatShortest(value);
  return /^-?\d+$/.test(text) ? `${text}.0` : text;
}

/** Like `formatFloat` without `.0` after whole numbers, as in the parts of a complex number. */
export function formatShortest(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  if (!Number.isFinite(value)) return `${sign}inf`;
  const { digits, point } = shortest(value);
  if (point <= -4 || point > 16) {
    const exponent = point - 1;
    const mantissa = digits.length > 1 ? `${digits[0]}.${digits.slice(1)}` : digits;
    const sized = String(Math.abs(exponent)).padStart(2, '0');
    return `${sign}${mantissa}e${exponent < 0 ? '-' : '+'}${sized}`;
  }
  if (point <= 0) return `${sign}${digits === '0' ? '0' : `0.${'0'.repeat(-point)}${digits}`}`;
  if (digits.length <= point) return `${sign}${digits.padEnd(point, '0')}`;
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** Python's `repr` of a complex number. */
export function formatComplex(re: number, im: number): string {
  const imaginary = `${formatShortest(im)}j`;
  if (Object.is(re, 0)) return imaginary;
  const signed = imaginary.startsWith('-') ? imaginary : `+${imaginary}`;
  return `(${formatShortest(re)}${signed})`;
}

export function formatBoolean(value: boolean): string {
  return value ? 'True' : 'False';
}

/** Python's `repr` of a string. */
export function formatString(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  let inner = '';
  for (const character of text) inner += escapeCharacter(character, quote);
  return quote + inner + quote;
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escapeCharacter(character: string, quote: string): string {
  if (character === quote) return `\\${quote}`;
  const known = escapes[character];
  if (known) return known;
  const code = character.codePointAt(0)!;
  return code < 32 || code === 127 ? `\\x${code.toString(16).padStart(2, '0')}` : character;
}
