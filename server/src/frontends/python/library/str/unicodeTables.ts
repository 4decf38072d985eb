/**
 * What Unicode says of characters, as strings of code points that the library's Python reads: runs as pairs of first
 * and last, case mappings as entries of four (the character and the up to three it becomes, 0 for none).
 */

const lastCodePoint = 0x1ffff;

/** Runs of the characters that match. */
export function runsOf(matches: (character: string) => boolean): string {
  return remembered(matches, () => {
    const bounds: number[] = [];
    let open = false;
    for (let code = 0; code <= lastCodePoint + 1; code++) {
      const isIn = code <= lastCodePoint && !isSurrogate(code) && matches(String.fromCodePoint(code));
      if (isIn && !open) bounds.push(code);
      if (!isIn && open) bounds.push(code - 1);
      open = isIn;
    }
    return String.fromCodePoint(...bounds);
  });
}

/** Entries for the characters that `change` changes. */
export function mappingOf(change: (character: string) => string): string {
  return remembered(change, () => {
    const pieces: string[] = [];
    for (let code = 0; code <= lastCodePoint; code++) {
      if (isSurrogate(code)) continue;
      const character = String.fromCodePoint(code);
      const changed = change(character);
      if (changed === character) continue;
      const points = [...changed];
      pieces.push(character, ...points, '\0'.repeat(3 - points.length));
    }
    return pieces.join('');
  });
}

// Surrogates stand for no character, and a string that ends in one would join the next.
const isSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdfff;

const tables = new Map<unknown, string>();

function remembered(key: unknown, make: () => string): string {
  let table = tables.get(key);
  if (table === undefined) {
    table = make();
    tables.set(key, table);
  }
  return table;
}

const matching = (pattern: RegExp) => (character: string) => pattern.test(character);

export const isAlpha = matching(/^\p{L}$/u);
export const isDecimal = matching(/^\p{Nd}$/u);
/** Decimal digits, superscripts and the like: CPython's `isdigit`. */
export const isDigit = matching(
  /^[\p{Nd}²³¹፩-፱᧚⁰⁴-⁹₀-₉①-⑨⑴-⑼⒈-⒐⓪⓵-⓽⓿❶-❾➀-➈➊-➒\u{10A40}-\u{10A43}\u{10E60}-\u{10E68}\u{11052}-\u{1105A}\u{1F100}-\u{1F10A}]$/u,
);
export const isNumeric = matching(/^\p{N}$/u);
export const isAlphanumeric = matching(/^[\p{L}\p{N}]$/u);
export const isUpper = matching(/^\p{Uppercase}$/u);
export const isLower = matching(/^\p{Lowercase}$/u);
export const isUpperOrTitle = matching(/^[\p{Uppercase}\p{Lt}]$/u);
export const isPrintable = matching(/^(?: |[^\p{C}\p{Z}])$/u);
export const startsIdentifier = matching(/^[\p{XID_Start}_]$/u);
export const continuesIdentifier = matching(/^\p{XID_Continue}$/u);

export const toUpper = (character: string): string => character.toUpperCase();
// Title case differs from upper case for digraphs, which have a form of their own, and for what expands to several letters.
const titleForms: Readonly<Record<string, string>> = {
  Ǆ: 'ǅ',
  ǅ: 'ǅ',
  ǆ: 'ǅ',
  Ǉ: 'ǈ',
  ǈ: 'ǈ',
  ǉ: 'ǈ',
  Ǌ: 'ǋ',
  ǋ: 'ǋ',
  ǌ: 'ǋ',
  Ǳ: 'ǲ',
  ǲ: 'ǲ',
  ǳ: 'ǲ',
  ŉ: 'ʼN',
};

export const toTitle = (character: string): string => {
  const form = titleForms[character];
  if (form !== undefined) return form;
  const [first = '', ...rest] = [...character.toUpperCase()];
  return first + rest.join('').toLowerCase();
};
export const toLower = (character: string): string => character.toLowerCase();
// Unicode's full case folding, but for the dotless i, which folds to itself.
export const toFolded = (character: string): string =>
  character === 'ı' ? character : character.toUpperCase().toLowerCase();
