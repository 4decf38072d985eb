import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { HostUnavailable } from './unavailable.mjs';

const startDeadlineMs = 60_000;

/** What makes a profile quiet; settings it has already go first. */
export const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'window.commandCenter': false,
  'chat.commandCenter.enabled': false,
  'files.autoSave': 'off',
};

/**
 * Starts a VS Code server on a free port of this machine's loopback interface.
 *
 * @param {{ vscode: string, userDataDir: string, extensionsDir: string, settings?: object, env?: object,
 *           log?: (text: string) => void }} options
 * @returns {Promise<{ origin: string, authority: string, token: string, stop: () => Promise<void> }>}
 */
export async function startServer({ vscode, userDataDir, extensionsDir, settings, env, log = () => {} }) {
  writeSettings(userDataDir, settings);
  mkdirSync(extensionsDir, { recursive: true });
  const token = randomBytes(16).toString('hex');
  const child = spawn(
    process.execPath,
    [
      join(vscode, 'out/server-main.js'),
      ...['--host', '127.0.0.1', '--port', '0', '--connection-token', token],
      ...['--accept-server-license-terms', '--telemetry-level', 'off'],
      ...[
        '--user-data-dir',
        userDataDir,
        '--server-data-dir',
        userDataDir,
        '--extensions-dir',
        extensionsDir,
      ],
    ],
    // A group of its own: extension hosts and language servers are its children and must not outlive it.
    { detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } },
  );
  const stop = stopper(child);
  try {
    const port = await announcedPort(child, log);
    return { origin: `http://127.0.0.1:${port}`, authority: `127.0.0.1:${port}`, token, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Address of the workbench on `folder`; `payload` is what the browser edition takes instead of command-line options. */
export function workbenchUrl(server, folder, payload = []) {
  const query = new URLSearchParams({ tkn: server.token });
  if (folder) query.set('folder', folder);
  query.set('payload', JSON.stringify([['skipWelcome', 'true'], ...payload]));
  return `${server.origin}/?${query}`;
}

function writeSettings(userDataDir, settings) {
  const file = join(userDataDir, 'User/settings.json');
  mkdirSync(dirname(file), { recursive: true });
  const own = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  writeFileSync(file, JSON.stringify({ ...quietSettings, ...own, ...settings }, null, 2));
}

function announcedPort(child, log) {
  return new Promise((resolve, reject) => {
    let output = '';
    const timer = setTimeout(
      () => reject(new HostUnavailable(`VS Code's server did not start in time:\n${output}`)),
      startDeadlineMs,
    );
    const read = (chunk) => {
      log(String(chunk));
      if (output === undefined) return;
      output += chunk;
      const port = /Extension host agent listening on (\d+)/.exec(output)?.[1];
      if (!port) return;
      output = undefined;
      clearTimeout(timer);
      resolve(Number(port));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('error', reject);
    child.on('exit', (code) => {
      clearTimeout(timer);
      reject(new HostUnavailable(`VS Code's server ended with code ${code}:\n${output}`));
    });
  });
}

function stopper(child) {
  const signal = (name) => {
    try {
      process.kill(-child.pid, name);
    } catch {
      // The group has ended already.
    }
  };
  const atExit = () => signal('SIGKILL');
  process.once('exit', atExit);
  return async () => {
    if (child.pid === undefined) return;
    signal('SIGTERM');
    await exitOf(child, 3000);
    signal('SIGKILL');
    process.removeListener('exit', atExit);
  };
}

function exitOf(child, deadlineMs) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, deadlineMs);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
