const simple: Readonly<Record<string, string>> = {
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\n': '',
};

/** Resolves escapeSequence sequences of a literal's inside. `\N{...}` stays as it is: it would take Unicode's name list. */
export function decodeEscapes(text: string, bytes: boolean): string {
  if (!text.includes('\\')) return text;
  return text.replace(
    escapeSequence,
    (whole, octal: string, hex: string, u4: string, u8: string, one: string) => {
      if (octal !== undefined) return String.fromCodePoint(Number.parseInt(octal, 8));
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      if (u4 !== undefined || u8 !== undefined) {
        const code = Number.parseInt(u4 ?? u8, 16);
        return bytes || code > 0x10ffff ? whole : String.fromCodePoint(code);
      }
      return simple[one] ?? whole;
    },
  );
}

const escapeSequence = /\\(?:([0-7]{1,3})|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([\s\S]))/g;
