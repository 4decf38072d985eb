import { beforeAll, describe, expect, test } from 'vitest';
import { loadGrammar } from '../../../src/frontends/python/parse/grammar';
import { disagreements, recordedModules, typeRecords } from './recorded';

beforeAll(loadGrammar);

describe.each(['inference-0.68', 'inference-0.56'])('%s: types and verdicts as recorded', (set) => {
  test.each(recordedModules(set).map((module) => [module.name, module] as const))('%s', (_name, module) => {
    const found = typeRecords(module).flatMap(({ record, typed }) =>
      disagreements(record, typed).map((text) => `${record.function}${record.signature}: ${text}`),
    );
    expect(found).toEqual([]);
  });
});
