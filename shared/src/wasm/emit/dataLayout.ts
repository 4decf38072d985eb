import type { DataSegment } from '../../ir/nodes';
import { largestFoldedOffset } from './address';

export interface DataLayout {
  readonly addresses: ReadonlyMap<string, number>;
  /** First byte after all segments, aligned for anything. */
  readonly end: number;
}

/** Gives each segment its address, in order. */
export function layoutData(segments: readonly DataSegment[]): DataLayout {
  const addresses = new Map<string, number>();
  let end = largestFoldedOffset + 1;
  for (const { name, bytes, align } of segments) {
    const address = Math.ceil(end / align) * align;
    addresses.set(name, address);
    end = address + bytes.length;
  }
  return { addresses, end: Math.ceil(end / 64) * 64 };
}
