import type { WasmArtifact } from '../artifact';
import { pageSize } from '../emit/memory';
import {
  classOffset,
  countOffset,
  headerSize,
  limitOffset,
  sizeClass,
  stateSize,
  topOffset,
} from '../runtime/allocator';

/** Memory that the arguments need is more than the limit allows. */
export class HeapExhausted extends Error {}

/** The host's part of the heap: arguments lie at its start, the module allocates behind them. */
export class HostHeap {
  private top: number;

  constructor(
    readonly memory: WebAssembly.Memory,
    private readonly artifact: Pick<WasmArtifact, 'heapBase' | 'allocator'>,
    private readonly limit: number,
  ) {
    this.top = artifact.heapBase;
  }

  get base(): number {
    return this.artifact.heapBase;
  }

  /** First byte behind what the host has placed. */
  get end(): number {
    return this.top;
  }

  view(): DataView {
    return new DataView(this.memory.buffer);
  }

  bytes(): Uint8Array {
    return new Uint8Array(this.memory.buffer);
  }

  /** Forgets everything placed. */
  clear(): void {
    this.top = this.base;
  }

  /** Space for bytes that the module never frees. */
  place(size: number, align: number): number {
    const address = Math.ceil(this.top / align) * align;
    const end = address + size;
    if (end > this.limit) {
      throw new HeapExhausted(`the arguments need more than ${formatBytes(this.limit)} of memory`);
    }
    const missing = end - this.memory.buffer.byteLength;
    if (missing > 0) this.grow(Math.ceil(missing / pageSize));
    this.top = end;
    return address;
  }

  /** A block as `rt.allocate` makes it, with reference count 1, so that the module may reallocate or free it. */
  block(bytes: number): number {
    const { sizeClass: index, size } = sizeClass(bytes);
    const address = this.place(headerSize + size, 16) + headerSize;
    const view = this.view();
    view.setInt32(address + classOffset, index, true);
    view.setInt32(address + countOffset, 1, true);
    return address;
  }

  /** Gives the module all memory behind what is placed; whatever it had allocated is forgotten. */
  handOver(): void {
    const state = this.artifact.allocator;
    if (state === undefined) return;
    this.bytes().fill(0, state, state + stateSize);
    const view = this.view();
    view.setUint32(state + topOffset, this.top, true);
    view.setUint32(state + limitOffset, this.limit >= 2 ** 32 ? 0 : this.limit, true);
  }

  private grow(pages: number): void {
    try {
      this.memory.grow(pages);
    } catch (error) {
      throw new HeapExhausted('the arguments do not fit in memory', { cause: error });
    }
  }
}

function formatBytes(bytes: number): string {
  const mebibytes = bytes / 2 ** 20;
  return mebibytes >= 1 ? `${Math.round(mebibytes)} MiB` : `${Math.round(bytes / 1024)} KiB`;
}
