import { constant } from '../expressions';
import type { Expression } from '../nodes';
import type { ScalarType } from '../scalarType';
import type { TokenReader } from './tokens';

/** A constant as printed: `5` is i64, `5.0` f64, anything else says its type. */
export function parseNumber(text: string, tokens: TokenReader): Expression {
  switch (text.replace(/^-/, '')) {
    case 'true':
      return constant('bool', 1);
    case 'false':
      return constant('bool', 0);
    case 'inf':
    case 'nan':
      return constant('f64', special(text));
    case 'inf.f32':
    case 'nan.f32':
      return constant('f32', special(text));
  }
  const parts = /^(-?)(0x[0-9a-fA-F]+|[\d.]+(?:e[+-]?\d+)?)([a-z]+\d*)?$/.exec(text);
  if (!parts) tokens.fail(`no number: ${text}`);
  const [, sign, digits, suffix] = parts as unknown as [string, string, string, string | undefined];
  const hexadecimal = digits.startsWith('0x');
  const type = (suffix ?? (!hexadecimal && /[.e]/.test(digits) ? 'f64' : 'i64')) as ScalarType;
  if (type === 'f64' || type === 'f32') return constant(type, sign ? -Number(digits) : Number(digits));
  const magnitude = BigInt(digits);
  return constant(type, sign ? -magnitude : magnitude);
}

function special(text: string): number {
  const value = text.includes('inf') ? Number.POSITIVE_INFINITY : Number.NaN;
  return text.startsWith('-') ? -value : value;
}
