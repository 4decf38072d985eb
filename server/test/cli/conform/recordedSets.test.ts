import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { emit } from '@jitsight/shared/wasm/emit';
import { describe, expect, test } from 'vitest';
import { compareAnswers } from '../../../src/cli/conform/agreement';
import { answerCase } from '../../../src/cli/conform/answerCase';
import { readRecordedModules } from '../../../src/cli/conform/records';
import { defaultEmitOptions } from '../../../src/execution/compiling/compileService';
import { pythonFrontend } from '../../../src/frontends/python/pythonFrontend';

const root = join(import.meta.dirname, '../../../../test-fixtures/conformance');
const sets = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && /-\d+\.\d+$/.test(entry.name))
  .map((entry) => entry.name);

// What is known to differ, and is to be mended: a difference that goes away must leave the list.
const known: Readonly<Record<string, readonly string[]>> = JSON.parse(
  readFileSync(join(root, 'known-differences.json'), 'utf8'),
);

const compiler = {
  compile: (_key: string, ir: Parameters<typeof emit>[0]) => emit(ir, defaultEmitOptions),
  warm: async () => {},
  dispose: async () => {},
};

describe.each(sets)('%s: verdicts, types and values as real Numba recorded them', (set) => {
  const modules = readRecordedModules(join(root, set));
  test.each(modules.map((module) => [module.name, module] as const))('%s', async (name, module) => {
    await pythonFrontend.start();
    const pairs = [];
    for (const record of module.records) {
      const answer = await answerCase({ frontend: pythonFrontend, compiler }, module, record, () => {});
      pairs.push({ record, answer });
    }
    const { disagreements } = compareAnswers(pairs);
    const found = disagreements.map((one) => `${one.function}${one.signature}: ${one.what}: ${one.detail}`);
    expect(found).toEqual(known[`${set}/${name}`] ?? []);
  });
});
