/** Floats as Python's `float.hex` writes them, so that every bit survives a text file. */

const special: Readonly<Record<string, number>> = {
  nan: Number.NaN,
  inf: Number.POSITIVE_INFINITY,
  '+inf': Number.POSITIVE_INFINITY,
  infinity: Number.POSITIVE_INFINITY,
  '-inf': Number.NEGATIVE_INFINITY,
  '-infinity': Number.NEGATIVE_INFINITY,
};

/** Reads `0x1.8p+0`, `nan`, `-inf`, and decimal text too; undefined for anything else. */
export function parseFloatText(text: string): number | undefined {
  const lower = text.trim().toLowerCase();
  if (lower in special) return special[lower];
  const hex = /^([+-]?)0x([0-9a-f]*)\.?([0-9a-f]*)(?:p([+-]?\d+))?$/.exec(lower);
  if (!hex) return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/.test(lower) ? Number(lower) : undefined;
  const [, sign, whole = '', fraction = '', exponent = '0'] = hex;
  if (whole + fraction === '') return undefined;
  const mantissa = Number(BigInt(`0x${whole}${fraction}`));
  const magnitude = scale(mantissa, Number(exponent) - 4 * fraction.length);
  return sign === '-' ? -magnitude : magnitude;
}

/** What `float.hex` returns: `0x1.8000000000000p+0`. */
export function formatHexFloat(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  if (value === 0) return `${sign}0x0.0p+0`;
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const fraction = (bits & 0xfffffffffffffn).toString(16).padStart(13, '0');
  const biased = Number((bits >> 52n) & 0x7ffn);
  const exponent = biased === 0 ? -1022 : biased - 1023;
  return `${sign}0x${biased === 0 ? 0 : 1}.${fraction}p${exponent < 0 ? '' : '+'}${exponent}`;
}

/** `2 ** exponent` itself may overflow or vanish where the product does not. */
function scale(mantissa: number, exponent: number): number {
  if (exponent > 1000) return scale(mantissa * 2 ** 1000, exponent - 1000);
  if (exponent < -1000 && mantissa !== 0) return scaleDown(mantissa, exponent);
  return mantissa * 2 ** exponent;
}

/** In one rounding: the mantissa is first made as small as it can be without losing bits. */
function scaleDown(mantissa: number, exponent: number): number {
  if (exponent < -2200) return 0;
  const power = Math.floor(Math.log2(mantissa));
  const normalised = mantissa * 2 ** -power;
  const total = exponent + power;
  return total < -1022 ? normalised * 2 ** -1000 * 2 ** (total + 1000) : normalised * 2 ** total;
}
