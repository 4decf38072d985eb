import type { Readable } from 'node:stream';

const kept = 32 * 1024;

/** The beginning and the end of what a program prints; a program may print megabytes. */
export class CappedOutput {
  private head = '';
  private tail = '';
  private total = 0;

  constructor(stream: Readable | null) {
    stream?.setEncoding('utf8');
    stream?.on('data', (text: string) => this.push(text));
  }

  get text(): string {
    const left = this.total - this.head.length - this.tail.length;
    return left > 0 ? `${this.head}\n… ${left} characters left out …\n${this.tail}` : this.head + this.tail;
  }

  /** The last line with anything on it: of an error output, the exception. */
  get lastLine(): string {
    return (
      (this.tail || this.head)
        .split('\n')
        .findLast((line) => line.trim() !== '')
        ?.trim() ?? ''
    );
  }

  private push(text: string): void {
    this.total += text.length;
    const room = kept - this.head.length;
    if (room > 0) this.head += text.slice(0, room);
    if (room < text.length) this.tail = (this.tail + text.slice(Math.max(0, room))).slice(-kept);
  }
}
