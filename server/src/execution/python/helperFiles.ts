import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import caseSource from './helper/case.py?raw';
import channelSource from './helper/channel.py?raw';
import programSource from './helper/program.py?raw';
import containersSource from './helper/stand_in/containers.py?raw';
import decoratorsSource from './helper/stand_in/decorators.py?raw';
import elementwiseSource from './helper/stand_in/elementwise.py?raw';
import standInSource from './helper/stand_in/__init__.py?raw';
import modulesSource from './helper/stand_in/modules.py?raw';
import stencilsSource from './helper/stand_in/stencils.py?raw';
import typesSource from './helper/stand_in/types.py?raw';
import valuesSource from './helper/values.py?raw';
import workerSource from './helper/worker.py?raw';

const packageName = '_jitsight';
const prefix = 'jitsight-python-';

const sources: Readonly<Record<string, string>> = {
  '__init__.py': '',
  'case.py': caseSource,
  'channel.py': channelSource,
  'program.py': programSource,
  'values.py': valuesSource,
  'worker.py': workerSource,
  'stand_in/__init__.py': standInSource,
  'stand_in/containers.py': containersSource,
  'stand_in/decorators.py': decoratorsSource,
  'stand_in/elementwise.py': elementwiseSource,
  'stand_in/modules.py': modulesSource,
  'stand_in/stencils.py': stencilsSource,
  'stand_in/types.py': typesSource,
};

let folder: string | undefined;

/** Folder of this process's own that holds the Python helper package; removed when the process ends. */
export function helperFolder(): string {
  if (folder === undefined) {
    removeOrphans();
    const made = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
    for (const [name, text] of Object.entries(sources)) {
      const path = join(made, packageName, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
    process.once('exit', () => rmSync(made, { recursive: true, force: true }));
    folder = made;
  }
  return folder;
}

/** A process that is killed cannot clean up after itself: the next one does. */
function removeOrphans(): void {
  for (const name of readdirSync(tmpdir())) {
    const owner = name.startsWith(prefix) ? Number.parseInt(name.slice(prefix.length), 10) : Number.NaN;
    if (Number.isNaN(owner) || isRunning(owner)) continue;
    try {
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
    } catch {
      // Another user's, or being removed by another process.
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** Python code for `-c` that starts the worker; the helper package leaves no trace on `sys.path`. */
export function workerLauncher(): string {
  const path = JSON.stringify(helperFolder());
  return [
    'import sys',
    "sys.path[:] = [entry for entry in sys.path if entry != '']",
    `sys.path.insert(0, ${path})`,
    `from ${packageName} import stand_in, worker`,
    'sys.path.pop(0)',
    'worker.main()',
  ].join('; ');
}
