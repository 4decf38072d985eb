import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askChildren } from '../../src/execution/workers/childPool';

const folder = mkdtempSync(join(tmpdir(), 'jitsight-test-'));
const file = join(folder, 'child.mjs');

/** Doubles a number; some numbers hang, crash or throw instead. */
const child = `
import { serveParent } from './childPool';
serveParent(async ({ n }, onProgress) => {
  onProgress('began ' + n);
  if (n === 3) for (;;);
  if (n === 5) process.abort();
  if (n === 7) throw new Error('seven');
  return String(2 * n);
});
`;

beforeAll(() =>
  build({
    stdin: {
      contents: child,
      resolveDir: join(import.meta.dirname, '../../src/execution/workers'),
      loader: 'ts',
    },
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  }),
);
afterAll(() => rmSync(folder, { recursive: true }));

test('a request that hangs, crashes or throws costs only itself', async () => {
  const requests = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => ({ n }));
  const heard: number[] = [];
  const answers = await askChildren<{ n: number }, string>(
    requests,
    { file, args: [], processes: 2, deadlineMs: 1_000 },
    (index) => heard.push(index),
  );
  expect(answers.map((one) => (one.kind === 'done' ? one.answer : one.partial))).toEqual([
    '2',
    '4',
    'began 3',
    '8',
    'began 5',
    '12',
    'began 7',
    '16',
  ]);
  expect(answers.flatMap((one) => (one.kind === 'lost' ? [one.reason] : []))).toEqual([
    'no answer within 1 s',
    expect.stringContaining('crashed (SIGABRT)'),
    expect.stringContaining('Error: seven'),
  ]);
  expect(heard.sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
});

test('a process that cannot start is an error', async () => {
  const options = { file: join(folder, 'missing.mjs'), args: [], processes: 1, deadlineMs: 1_000 };
  await expect(askChildren([{ n: 1 }], options, () => {})).rejects.toThrow('did not start');
});
