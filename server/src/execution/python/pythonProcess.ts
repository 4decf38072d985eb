import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { helperFolder } from './helperFiles';

const live = new Set<ChildProcess>();
let cleansUp = false;

/**
 * Starts Python in a process group of its own, so that what a script forks can be ended with it. Standard input
 * carries requests, the fourth descriptor replies; both outputs are the user's.
 */
export function spawnPython(
  path: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = {},
): ChildProcess {
  const child = spawn(path, ['-u', '-X', 'utf8', ...args], {
    cwd,
    detached: process.platform !== 'win32',
    windowsHide: true,
    stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PYTHONDONTWRITEBYTECODE: '1',
      PYTHONIOENCODING: 'utf-8',
      NUMBA_CACHE_DIR: join(helperFolder(), 'numba-cache'),
      MPLBACKEND: 'Agg',
      ...env,
    },
  });
  live.add(child);
  child.once('close', () => live.delete(child));
  if (!cleansUp) {
    cleansUp = true;
    process.once('exit', () => {
      for (const one of live) killGroup(one);
    });
  }
  return child;
}

/** Ends a process and all it started, at once. */
export function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f'], { windowsHide: true });
    return;
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // The whole group has ended already.
  }
}
