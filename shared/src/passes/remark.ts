import type { TextRange } from '../source/range';

/** What a pass did, or could not do, to a piece of the source: for people who read the compiled code. */
export interface Remark {
  /** Name of the pass, as its file is called. */
  readonly pass: string;
  readonly range?: TextRange;
  readonly message: string;
}

/** How a pass says what it did. */
export type Report = (message: string, range?: TextRange) => void;

/** Collects remarks; the same thing said twice of one place is said once. */
export class Remarks {
  private readonly byText = new Map<string, Remark>();

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
