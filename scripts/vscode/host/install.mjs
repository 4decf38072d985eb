import { execFile } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { HostUnavailable } from './unavailable.mjs';

const root = join(import.meta.dirname, '../../..');
const cache = join(root, '.cache/vscode-host');
const stamp = join(cache, 'ready.json');
const vscode = join(cache, 'node_modules/code-server/lib/vscode');

/** Native addons of VS Code that would have to be compiled, and what takes their place. */
const standIns = { 'spdlog.cjs': '@vscode/spdlog', 'nativeWatchdog.cjs': 'native-watchdog' };

/**
 * Folder of a VS Code server, from the npm package `code-server`, in the project's cache folder. Npm picks the
 * release that fits the running Node, so another major version of Node installs anew.
 *
 * Install scripts stay off: they would download binaries from elsewhere. What is then missing (the terminal) no test
 * needs.
 */
export async function installHost(log = console.error) {
  const node = process.versions.node.split('.')[0];
  if (existsSync(stamp) && JSON.parse(readFileSync(stamp, 'utf8')).node === node) return vscode;
  log('Installing the browser edition of VS Code (npm package code-server) into .cache/vscode-host ...');
  const building = `${cache}.${process.pid}`;
  try {
    mkdirSync(building, { recursive: true });
    writeFileSync(join(building, 'package.json'), '{ "private": true }\n');
    // A newer ripgrep than VS Code's own: it carries its program in a package per platform.
    await npmInstall(building, 'code-server', '@vscode/ripgrep@^1.18.0');
    const inside = join(building, 'node_modules/code-server/lib/vscode');
    await npmInstall(inside, '--omit=dev');
    await npmInstall(join(inside, 'extensions'), '--omit=dev');
    putStandIns(building, inside);
    writeFileSync(join(building, 'ready.json'), JSON.stringify({ node }));
    rmSync(cache, { recursive: true, force: true });
    renameSync(building, cache);
  } catch (error) {
    const detail = String(error.stderr || error.message)
      .trim()
      .split('\n')
      .slice(-5)
      .join('\n');
    throw new HostUnavailable(`the npm package code-server cannot be installed:\n${detail}`);
  } finally {
    rmSync(building, { recursive: true, force: true });
  }
  return vscode;
}

function putStandIns(building, inside) {
  for (const [file, name] of Object.entries(standIns)) {
    copyFileSync(join(import.meta.dirname, 'standIns', file), join(inside, 'node_modules', name, 'index.js'));
  }
  const ripgrep = join(building, `node_modules/@vscode/ripgrep-${process.platform}-${process.arch}/bin`);
  if (existsSync(ripgrep))
    cpSync(ripgrep, join(inside, 'node_modules/@vscode/ripgrep/bin'), { recursive: true });
}

/** The folder itself as prefix, so that npm does not take the surrounding workspaces for the project. */
async function npmInstall(folder, ...what) {
  const arguments_ = ['install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', ...what];
  await promisify(execFile)('npm', arguments_, {
    cwd: folder,
    timeout: 10 * 60_000,
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
  });
}
