import { existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

/**
 * A desktop VS Code on this machine: `cli`, the `code` on PATH, and `application`, the program behind it, which a
 * test must start itself to see it end. `$VSCODE_EXECUTABLE` names the application directly.
 *
 * @returns {{ cli: string, application: string } | undefined}
 */
export function findDesktop() {
  const chosen = process.env.VSCODE_EXECUTABLE;
  if (chosen) return { cli: chosen, application: chosen };
  // Without a screen the application cannot start.
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return undefined;
  const name = process.platform === 'win32' ? 'code.cmd' : 'code';
  const cli = (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));
  if (!cli) return undefined;
  const home = dirname(dirname(realpathSync(cli)));
  const application = applications(home).find((path) => existsSync(path));
  return application && { cli, application };
}

function applications(home) {
  if (process.platform === 'win32') return [join(home, 'Code.exe')];
  if (process.platform === 'darwin') return [join(home, '../../MacOS/Electron')];
  return [join(home, 'code')];
}
