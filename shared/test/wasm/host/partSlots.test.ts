import { describe, expect, it } from 'vitest';
import { type PartSlots, partSlots, slotBytes } from '../../../src/wasm/host/partSlots';

const always = () => true;

function dealt(threads: number, parts: number): PartSlots {
  const slots = partSlots(new Int32Array(new SharedArrayBuffer(slotBytes(threads))), threads);
  slots.deal(1, parts);
  return slots;
}

function takeAll(slots: PartSlots, thread: number): number[] {
  const taken: number[] = [];
  for (let part = slots.take(thread, always); part !== undefined; part = slots.take(thread, always))
    taken.push(part);
  return taken;
}

describe('parts of a job', () => {
  it('go to each thread from the front of its own stretch, then from the back of the next one', () => {
    const slots = dealt(2, 6);
    expect(slots.take(1, always)).toBe(3);
    expect(takeAll(slots, 0)).toEqual([0, 1, 2, 5, 4]);
    expect(slots.take(1, always)).toBeUndefined();
  });

  it.each([
    [1, 5],
    [3, 1],
    [4, 64],
    [16, 10],
    [2, 255],
  ])('are all taken once, however threads take turns: %i threads, %i parts', (threads, parts) => {
    const slots = dealt(threads, parts);
    const taken = new Set<number>();
    for (let turn = 0; taken.size < parts; turn++) {
      const part = slots.take((turn * 7) % threads, always);
      expect(part).toBeDefined();
      expect(taken).not.toContain(part);
      taken.add(part!);
    }
    expect(slots.take(0, always)).toBeUndefined();
    expect(Math.max(...taken)).toBe(parts - 1);
  });

  it('stay for others when a thread is not ready', () => {
    const slots = dealt(2, 2);
    expect(slots.take(1, () => false)).toBeUndefined();
    expect(takeAll(slots, 0)).toEqual([0, 1]);
  });

  it('are those of the next job after the next deal', () => {
    const slots = dealt(2, 4);
    takeAll(slots, 0);
    slots.deal(2, 3);
    expect(takeAll(slots, 1)).toEqual([1, 2, 0]);
  });
});
