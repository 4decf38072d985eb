import type { Remark } from '../ir/remark';
import type { TextRange } from '../source/range';

/** How a pass says what it did. */
export type Report = (message: string, range?: TextRange) => void;

/** Collects remarks; the same thing said twice of one place is said once. */
export class Remarks {
  private readonly byText = new Map<string, Remark>();

  constructor(earlier: readonly Remark[] = []) {
    for (const { pass, message, range } of earlier) this.of(pass)(message, range);
  }

  /** A `Report` of one pass. */
  of(pass: string): Report {
    return (message, range) => {
      const key = `${pass} ${range?.start} ${message}`;
      if (!this.byText.has(key)) this.byText.set(key, { pass, range, message });
    };
  }

  /** In the order of the source, what has no place last. */
  list(): readonly Remark[] {
    const place = (remark: Remark) => remark.range?.start ?? Number.POSITIVE_INFINITY;
    const before = (a: number, b: number) => (a === b ? 0 : a < b ? -1 : 1);
    return [...this.byText.values()].sort((a, b) => before(place(a), place(b)));
  }
}
