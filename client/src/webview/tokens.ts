export type TokenKind = 'comment' | 'string' | 'number' | 'type' | 'name' | 'operation' | 'keyword';

export interface Token {
  readonly text: string;
  /** Absent for punctuation and the like. */
  readonly kind?: TokenKind;
}

const types = '(?:[iuf](?:8|16|32|64)(?:x\\d+)?|v128|c(?:64|128)|bool|ptr|void|funcref|externref)';
const keywords =
  '(?:module|func|param|result|local|export|import|memory|data|table|elem|global|mut|type|start|block|loop|if|then|else|end|br|br_if|br_table|return|unreachable|nop|drop|select|call|call_indirect|break|continue|while|for|raise|trap|throw|try|catch|tag|entry)';

/** Both listings are S-expressions or close to it, so one set of token shapes colours them. */
const shapes: readonly (readonly [TokenKind, string])[] = [
  ['comment', ';;.*$|\\(;.*?;\\)|//.*$|#\\s.*$'],
  ['string', '"(?:[^"\\\\]|\\\\.)*"?'],
  ['name', '(?<![\\w$])[$%@][\\w.$!#%&*+/:<=>?@^`|~-]+'],
  ['operation', `${types}\\.[\\w.]+|(?:local|global|memory|ref|table)\\.[\\w.]+`],
  ['type', `\\b${types}\\b`],
  ['keyword', `\\b${keywords}\\b(?![.\\w])`],
  [
    'number',
    '(?<![\\w$.])[-+]?(?:0x[\\da-fA-F_.]+(?:p[-+]?\\d+)?|\\d[\\d_]*(?:\\.\\d*)?(?:[eE][-+]?\\d+)?|inf|nan(?::0x[\\da-f]+)?)\\b',
  ],
];
const pattern = new RegExp(shapes.map(([kind, shape]) => `(?<${kind}>${shape})`).join('|'), 'g');

/** Splits one line of typed IR or Wasm text into coloured pieces; their texts add up to the line. */
export function tokenize(line: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of line.matchAll(pattern)) {
    if (match.index > end) tokens.push({ text: line.slice(end, match.index) });
    const kind = Object.entries(match.groups!).find(([, text]) => text !== undefined)![0] as TokenKind;
    tokens.push({ text: match[0], kind });
    end = match.index + match[0].length;
  }
  if (end < line.length) tokens.push({ text: line.slice(end) });
  return tokens;
}
