import { expect, test } from 'vitest';
import { compileEagerly } from '../../../src/wasm/host/compileEagerly';

const empty = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
/** The empty module with a custom section of that name. */
const named = (name: string) => Uint8Array.of(...empty, 0, 2, 1, name.charCodeAt(0));

test('the same bytes are compiled once', async () => {
  const first = await compileEagerly(named('a'));
  const other = await compileEagerly(named('b'));
  expect((await compileEagerly(named('a'))).module).toBe(first.module);
  expect(other.module).not.toBe(first.module);
});

test('only what was compiled last is kept', async () => {
  const first = await compileEagerly(empty);
  for (const name of 'cdefghijklmnopqrstuvwxyz') await compileEagerly(named(name));
  expect((await compileEagerly(empty)).module).not.toBe(first.module);
});
