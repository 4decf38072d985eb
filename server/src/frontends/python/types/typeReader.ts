import type { NumbaType } from './numbaType';
import { UnreadableType } from './parsed';

const maxDepth = 60;
const tooEarly = 'the type ends too early';

/** A place in printed text, moved on by what matches there. */
export class TypeReader {
  private position = 0;
  private depth = 0;

  constructor(private readonly text: string) {
    this.skipSpace();
  }

  take(text: string): boolean {
    if (!this.text.startsWith(text, this.position)) return false;
    this.position += text.length;
    this.skipSpace();
    return true;
  }

  expect(text: string): void {
    if (this.take(text)) return;
    const rest = this.rest();
    throw new UnreadableType(rest === '' ? tooEarly : `expected '${text}' at '${rest}'`);
  }

  /** `pattern` starts with ^. */
  match(pattern: RegExp): RegExpExecArray | undefined {
    const found = pattern.exec(this.text.slice(this.position));
    if (!found) return undefined;
    this.position += found[0].length;
    this.skipSpace();
    return found;
  }

  word(pattern: RegExp): string | undefined {
    return this.match(pattern)?.[1];
  }

  /** Items with commas between, to the closing bracket; a trailing comma is allowed. */
  list<T>(close: string, item: () => T): T[] {
    const items: T[] = [];
    while (!this.take(close)) {
      items.push(item());
      if (this.take(close)) break;
      this.expect(',');
    }
    return items;
  }

  /** The inside of `UniTuple(int64 x 2)`, `UniTuple(int64, 2)` or `Tuple(int64, float64)`. */
  elements(inner: () => NumbaType): NumbaType[] {
    if (this.take(')')) return [];
    const first = inner();
    const count = this.match(/^(?:x|,)\s*(\d+)\)/)?.[1];
    if (count !== undefined) {
      if (Number(count) > 1000) throw new UnreadableType(`a tuple of ${count} elements is too long`);
      return Array.from({ length: Number(count) }, () => first);
    }
    if (this.take(')')) return [first];
    this.expect(',');
    return [first, ...this.list(')', inner)];
  }

  /** `<iv=[1, 2]>` after lists and dicts: undefined for None. */
  initialValue(): string | undefined {
    if (!this.take('<iv=')) return undefined;
    const end = this.text.indexOf('>', this.position);
    if (end === -1) throw this.unexpected();
    const value = this.text.slice(this.position, end);
    this.position = end + 1;
    this.skipSpace();
    return value === 'None' ? undefined : value;
  }

  /** Text up to the parenthesis, or other bracket, that closes the one just read. */
  upToClosing(opening = '(', closing = ')'): string {
    let open = 1;
    for (let at = this.position; at < this.text.length; at++) {
      const character = this.text[at];
      if (character === opening) open++;
      else if (character === closing && --open === 0) {
        const inside = this.text.slice(this.position, at);
        this.position = at + 1;
        this.skipSpace();
        return inside;
      }
    }
    throw new UnreadableType(`'${opening}' is never closed in ${this.text}`);
  }

  end(): void {
    if (this.position < this.text.length) throw this.unexpected();
  }

  rest(): string {
    return this.text.slice(this.position, this.position + 40);
  }

  unexpected(): UnreadableType {
    const rest = this.rest();
    return new UnreadableType(rest === '' ? tooEarly : `cannot read a type at '${rest}'`);
  }

  enter(): void {
    if (++this.depth > maxDepth) throw new UnreadableType('nested too deeply');
  }

  leave(): void {
    this.depth--;
  }

  private skipSpace(): void {
    while (this.text[this.position] === ' ') this.position++;
  }
}
