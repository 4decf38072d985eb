/**
 * The parts of the running job that are not yet taken, in one word for each thread: the job's number, then the first and
 * the end of a stretch of parts. A thread takes its own stretch from the front, so that from one job to the next it works
 * on what lies in its cache, and then those of others from the back. Words are exchanged whole: a thread that comes late
 * from one job cannot take a part of the next by what it read of the last.
 */
export interface PartSlots {
  /** Deals the parts out; only when none of the job before is left. */
  deal(job: number, parts: number): void;
  /** A part for `thread`, once `ready` agrees; absent where none is left or `ready` does not. */
  take(thread: number, ready: () => boolean): number | undefined;
}

export const mostParts = 0xff;

/** Each word in a cache line of its own, so that threads which take their own parts do not meet. */
const stride = 16;
const jobShift = 16;
const firstShift = 8;
const mask = 0xff;

export function slotBytes(threads: number): number {
  return threads * stride * Int32Array.BYTES_PER_ELEMENT;
}

export function partSlots(words: Int32Array, threads: number): PartSlots {
  const takeFrom = (slot: number, front: boolean, ready: () => boolean): number | undefined => {
    for (;;) {
      const seen = Atomics.load(words, slot * stride);
      const first = (seen >>> firstShift) & mask;
      const end = seen & mask;
      if (first >= end || !ready()) return undefined;
      const rest = front ? seen + (1 << firstShift) : seen - 1;
      if (Atomics.compareExchange(words, slot * stride, seen, rest) === seen) return front ? first : end - 1;
    }
  };
  return {
    deal(job, parts) {
      for (let slot = 0; slot < threads; slot++) {
        const first = Math.floor((parts * slot) / threads);
        const end = Math.floor((parts * (slot + 1)) / threads);
        Atomics.store(words, slot * stride, (job << jobShift) | (first << firstShift) | end);
      }
    },
    take(thread, ready) {
      for (let i = 0; i < threads; i++) {
        const slot = (thread + i) % threads;
        const part = takeFrom(slot, i === 0, ready);
        if (part !== undefined) return part;
      }
      return undefined;
    },
  };
}
