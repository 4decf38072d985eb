import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { helperFolder } from '../../../src/execution/python/helperFiles';

it('removes what processes that were killed left behind, and nothing of running ones', () => {
  const { pid: ended } = spawnSync(process.execPath, ['-e', '']);
  const orphan = mkdtempSync(join(tmpdir(), `jitsight-python-${ended}-`));
  const used = mkdtempSync(join(tmpdir(), `jitsight-python-${process.ppid}-`));
  const own = helperFolder();
  expect([existsSync(orphan), existsSync(used), existsSync(join(own, '_jitsight/worker.py'))]).toEqual([
    false,
    true,
    true,
  ]);
  rmdirSync(used);
});
