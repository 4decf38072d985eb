import { infixOperators } from '../text';

export interface Token {
  readonly kind: 'word' | 'number' | 'string' | 'sign' | 'end';
  /** A word without its quotes, a string unescaped, a number as written. */
  readonly text: string;
  /** Was in back quotes, so it is a name even where the word has a meaning. */
  readonly quoted: boolean;
  readonly startsLine: boolean;
  readonly line: number;
}

const signs = [...infixOperators.map((one) => one.text), ...'(){}[],:=?!~&'.split(''), '->', '<-']
  .sort((a, b) => b.length - a.length)
  .map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));

const pattern = new RegExp(
  [
    '(?<space>[ \\t\\r\\n]+|#[^\\n]*)',
    '(?<number>0x[0-9a-fA-F]+(?:[iu]\\d+|ptr)?|\\d+(?:\\.\\d+)?(?:e[+-]?\\d+)?(?:[iuf]\\d+|v128|ptr|bool)?)',
    '(?<word>[A-Za-z_][\\w.$]*)',
    '`(?<quoted>(?:[^`]|``)*)`',
    '(?<string>"(?:[^"\\\\]|\\\\.)*")',
    `(?<sign>${signs.join('|')})`,
  ].join('|'),
  'y',
);

/** Splits IR text into tokens; `#` starts a comment. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let line = 1;
  let startsLine = true;
  pattern.lastIndex = 0;
  while (pattern.lastIndex < text.length) {
    const at = pattern.lastIndex;
    const groups = pattern.exec(text)?.groups;
    if (!groups)
      throw new Error(`IR text, line ${line}: cannot read ${JSON.stringify(text.slice(at, at + 20))}`);
    const { space, number, word, quoted, string, sign } = groups;
    if (space !== undefined) {
      const breaks = space.split('\n').length - 1;
      line += breaks;
      startsLine ||= breaks > 0;
      continue;
    }
    const common = { quoted: quoted !== undefined, startsLine, line };
    startsLine = false;
    if (number !== undefined) tokens.push({ kind: 'number', text: number, ...common });
    else if (string !== undefined)
      tokens.push({ kind: 'string', text: JSON.parse(string) as string, ...common });
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign, ...common });
    else tokens.push({ kind: 'word', text: word ?? quoted!.replaceAll('``', '`'), ...common });
  }
  tokens.push({ kind: 'end', text: '', quoted: false, startsLine: true, line });
  return tokens;
}

/** A position in the tokens, with the usual ways to move it. */
export class TokenReader {
  private position = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  peek(ahead = 0): Token {
    return this.tokens[Math.min(this.position + ahead, this.tokens.length - 1)]!;
  }

  next(): Token {
    const token = this.peek();
    this.position++;
    return token;
  }

  /** Whether the next token is this sign, or this word without quotes. */
  at(text: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return !token.quoted && (token.kind === 'sign' || token.kind === 'word') && token.text === text;
  }

  accept(text: string): boolean {
    if (!this.at(text)) return false;
    this.position++;
    return true;
  }

  expect(text: string): void {
    if (!this.accept(text)) this.fail(`expected ${text}`);
  }

  take(kind: Token['kind'], what: string): string {
    if (this.peek().kind !== kind) this.fail(`expected ${what}`);
    return this.next().text;
  }

  name(): string {
    return this.take('word', 'a name');
  }

  integer(): number {
    return Number(this.take('number', 'an integer'));
  }

  /** Items between `open` and `close`, separated by commas. */
  list<T>(open: string, close: string, item: () => T): T[] {
    this.expect(open);
    const items: T[] = [];
    while (!this.at(close)) {
      items.push(item());
      if (!this.accept(',')) break;
    }
    this.expect(close);
    return items;
  }

  fail(message: string): never {
    const { line, text } = this.peek();
    throw new Error(`IR text, line ${line}: ${message}, found ${JSON.stringify(text || 'the end')}`);
  }
}
