import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { HostUnavailable } from './unavailable.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

/** Path of an installed Chromium-like browser: `$CHROMIUM`, else the first on PATH. */
export function findChromium() {
  const chosen = process.env.CHROMIUM;
  if (chosen) {
    if (isExecutable(chosen)) return chosen;
    throw new HostUnavailable(`$CHROMIUM is ${chosen}, which cannot be executed`);
  }
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const found = names.map((name) => join(folder, name)).find(isExecutable);
    if (found) return found;
  }
  throw new HostUnavailable('no Chromium found on PATH (on Debian: apt-get install chromium)');
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
