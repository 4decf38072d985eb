/** The frames of `helper/channel.py`. */

export interface Frame {
  readonly message: unknown;
  readonly blobs: readonly Uint8Array[];
}

export function frameParts(message: unknown, blobs: readonly Uint8Array[]): Uint8Array[] {
  const header = Buffer.from(JSON.stringify(message));
  const prefix = Buffer.alloc(8);
  prefix.writeUInt32LE(header.length, 0);
  prefix.writeUInt32LE(blobs.length, 4);
  return [prefix, header, ...blobs.flatMap((blob) => [blobLength(blob), blob])];
}

function blobLength(blob: Uint8Array): Uint8Array {
  const prefix = Buffer.alloc(8);
  prefix.writeBigUInt64LE(BigInt(blob.length));
  return prefix;
}

/** Puts chunks of a stream together to frames. */
export class FrameReader {
  private chunks: Buffer[] = [];
  private length = 0;
  private readonly steps: Generator<number, void, Buffer>;
  private wanted: number;

  constructor(onFrame: (frame: Frame) => void) {
    this.steps = readFrames(onFrame);
    this.wanted = this.steps.next().value as number;
  }

  push(chunk: Buffer): void {
    this.chunks.push(chunk);
    this.length += chunk.length;
    while (this.length >= this.wanted) {
      const all = this.chunks.length === 1 ? this.chunks[0]! : Buffer.concat(this.chunks);
      this.chunks = [all.subarray(this.wanted)];
      this.length -= this.wanted;
      this.wanted = this.steps.next(all.subarray(0, this.wanted)).value as number;
    }
  }
}

/** Yields how many bytes it wants next and is given just those. */
function* readFrames(onFrame: (frame: Frame) => void): Generator<number, void, Buffer> {
  for (;;) {
    const prefix = yield 8;
    const header = yield prefix.readUInt32LE(0);
    const message = JSON.parse(header.toString()) as unknown;
    const blobs: Uint8Array[] = [];
    for (let i = prefix.readUInt32LE(4); i > 0; i--) {
      const size = Number((yield 8).readBigUInt64LE());
      blobs.push(new Uint8Array(yield size));
    }
    onFrame({ message, blobs });
  }
}
