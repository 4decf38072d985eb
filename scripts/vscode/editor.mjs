/**
 * Opens VS Code with the extension on a folder of programs to try: the desktop one where this machine has it, else the
 * browser edition, whose address is printed. `node scripts/vscode/editor.mjs [FOLDER]`
 */
import { spawn } from 'node:child_process';
import { rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findDesktop } from './desktop.mjs';
import { installHost } from './host/install.mjs';
import { onInterrupt } from './host/interrupt.mjs';
import { startServer, workbenchUrl } from './host/server.mjs';
import { HostUnavailable } from './host/unavailable.mjs';

const root = join(import.meta.dirname, '../..');
const folder = resolve(process.argv[2] ?? join(root, 'test-fixtures'));
const desktop = findDesktop();

if (desktop) openDesktop();
else await openBrowserEdition();

function openDesktop() {
  const options = [`--extensionDevelopmentPath=${root}`, '--new-window', folder];
  const child = spawn(desktop.cli, options, { stdio: 'inherit', shell: process.platform === 'win32' });
  child.on('exit', (code) => process.exit(code ?? 1));
  console.log(`Opening ${folder} in VS Code with Jitsight.`);
}

async function openBrowserEdition() {
  const profile = join(root, '.cache/vscode-profile');
  try {
    const server = await startServer({
      vscode: await installHost(),
      userDataDir: profile,
      extensionsDir: join(profile, 'extensions'),
    });
    const development = [
      'extensionDevelopmentPath',
      `vscode-remote://${server.authority}${linkToExtension()}`,
    ];
    const address = workbenchUrl(server, folder, [development]);
    console.log(
      `\nVS Code with Jitsight runs on this machine only, at\n\n  ${address}\n\nEnd it with Ctrl+C.`,
    );
    openInBrowser(address);
    onInterrupt(() => server.stop());
  } catch (error) {
    if (!(error instanceof HostUnavailable)) throw error;
    console.error(`There is no desktop VS Code on this machine, and ${error.message}`);
    process.exitCode = 1;
  }
}

/**
 * The extension by a path that does not hold the browser edition itself: VS Code would take its own colour themes for
 * those under development, and switch to the first.
 */
function linkToExtension() {
  const link = join(root, '.cache/extension');
  rmSync(link, { force: true });
  symlinkSync(root, link, 'dir');
  return link;
}

/** A convenience: without a desktop nothing happens, and the address is on the screen anyway. */
function openInBrowser(address) {
  const isDesktop = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!isDesktop || process.env.CI) return;
  const opener = { darwin: 'open', win32: 'explorer' }[process.platform] ?? 'xdg-open';
  const child = spawn(opener, [address], { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}
