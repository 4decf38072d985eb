import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { describeInterpreter, findInterpreter } from '../../../src/execution/python/interpreter';
import { python } from '../availablePython';

const folder = mkdtempSync(join(tmpdir(), 'jitsight-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A command that answers as an interpreter with these facts would. */
function fake(place: string, script: string): string {
  const path = join(folder, place, 'python3');
  mkdirSync(join(folder, place), { recursive: true });
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

const answering = (place: string, facts: object) =>
  fake(place, `echo '${JSON.stringify({ version: '3.11.7', implementation: 'cpython', ...facts })}'`);

function onPath(...places: string[]) {
  return { env: { PATH: [...places.map((place) => join(folder, place)), '/bin'].join(delimiter) } };
}

describe('the choice', () => {
  const bare = answering('bare', {});
  const numeric = answering('numeric', { numpy: '2.1.0', numba: '0.68.0' });
  answering('later', { numpy: '1.26.0' });

  test('the first on PATH that has NumPy', async () => {
    expect(await findInterpreter(onPath('bare', 'numeric', 'later'))).toMatchObject({
      path: numeric,
      numba: '0.68.0',
    });
  });

  test('a chosen one is taken as it is', async () => {
    expect(await findInterpreter({ chosen: bare })).toMatchObject({ path: bare });
    expect(await findInterpreter({ chosen: 'python3', ...onPath('bare') })).toMatchObject({ path: bare });
  });

  test('its name and packages in words', async () => {
    const found = await findInterpreter({ chosen: numeric });
    expect('path' in found && describeInterpreter(found)).toBe(
      `Python 3.11.7 (${numeric}) with NumPy 2.1.0, Numba 0.68.0`,
    );
  });
});

describe('one that does not work is explained', () => {
  test.each([
    ['nowhere', undefined, 'does not exist: choose another one'],
    [
      'old',
      `echo '{"version": "2.7.18", "implementation": "cpython"}'`,
      'it is Python 2.7.18, and Jitsight needs 3.7',
    ],
    [
      'broken',
      'echo "Fatal Python error: init_fs_encoding" >&2; exit 1',
      'it said "Fatal Python error: init_fs_encoding"',
    ],
    ['garbage', 'echo hello', 'it did not answer as a Python interpreter but with "hello'],
    ['silent', 'exit 3', 'it could not be started'],
  ])('%s', async (place, script, problem) => {
    const path = script === undefined ? join(folder, place) : fake(place, script);
    const result = await findInterpreter({ chosen: path });
    expect('problem' in result && result.problem).toContain(problem);
  });

  test('one that may not be executed', async () => {
    const path = answering('locked', {});
    chmodSync(path, 0o644);
    const result = await findInterpreter({ chosen: path });
    expect('problem' in result && result.problem).toContain('it is not executable');
  });
});

test.runIf(python)('the one of this machine answers with its versions', () => {
  expect(python!.version).toMatch(/^3\.\d+\.\d+/);
  expect(python!.numpy).toMatch(/^\d+\.\d+/);
});
