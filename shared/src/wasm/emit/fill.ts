import type { MemoryFillStatement } from '../../ir/nodes';
import type { FunctionContext, Ref } from './context';
import { emitAll } from './expression';
import { Reuse } from './reuse';

/** More bytes than these are left to the engine, which calls a function for it. */
const mostBytes = 128;

/** Emits a fill: of few bytes, whose number is known, as stores. */
export function emitFill({ target, byte, size }: MemoryFillStatement, context: FunctionContext): Ref {
  const { m } = context;
  const bytes = size.op === 'const' ? Number(size.value) : Number.POSITIVE_INFINITY;
  if (byte.op !== 'const' || bytes > mostBytes || bytes < 0) {
    const [a, b, c] = emitAll([target, byte, size], context);
    return m.memory.fill(a!, b!, c!);
  }
  const reuse = new Reuse(context);
  const at = reuse.hold(target);
  const value = Number(byte.value) & 0xff;
  const wide = BigInt.asIntN(64, BigInt(value) * 0x0101_0101_0101_0101n);
  const vector = Array<number>(16).fill(value);
  const stores: Ref[] = [];
  let offset = 0;
  for (; offset + 16 <= bytes; offset += 16) stores.push(m.v128.store(offset, 1, at(), m.v128.const(vector)));
  for (; offset + 8 <= bytes; offset += 8) stores.push(m.i64.store(offset, 1, at(), m.i64.const(wide)));
  for (; offset < bytes; offset++) stores.push(m.i32.store8(offset, 1, at(), m.i32.const(value)));
  return reuse.finish(m.block(null, stores), 'none');
}
