#!/usr/bin/env node
/**
 * A "VS Code" for machines without a desktop one: takes the arguments that `@vscode/test-electron` gives, runs the
 * tests in the real extension host of VS Code's browser edition, and exits with their code.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format } from 'node:util';
import { readArguments } from './arguments.mjs';
import { launchBrowser } from './browser.mjs';
import { installHost } from './install.mjs';
import { onInterrupt } from './interrupt.mjs';
import { isNoise } from './noise.mjs';
import { startServer, workbenchUrl } from './server.mjs';

const deadlineMs = Number(process.env.JITSIGHT_HOST_DEADLINE_MS ?? 10 * 60_000);

const options = readArguments(process.argv.slice(2));
if (!options.extensionTestsPath || options.extensionDevelopmentPath.length === 0) {
  console.error('usage: code.mjs [FOLDER] --extensionDevelopmentPath=DIR --extensionTestsPath=FILE');
  process.exit(2);
}
const ownProfile = mkdtempSync(join(tmpdir(), 'jitsight-vscode-'));
const forget = () => rmSync(ownProfile, { recursive: true, force: true, maxRetries: 5 });
let exitCode = 1;
try {
  exitCode = await runTests();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
}
forget();
process.exit(exitCode);

async function runTests() {
  const server = await startServer({
    vscode: await installHost(),
    userDataDir: options['user-data-dir'] ?? join(ownProfile, 'user'),
    extensionsDir: options['extensions-dir'] ?? join(ownProfile, 'extensions'),
    settings: options.flags.has('disable-workspace-trust')
      ? { 'security.workspace.trust.enabled': false }
      : { 'security.workspace.trust.startupPrompt': 'never' },
    log: options.flags.has('verbose') ? (text) => process.stderr.write(text) : undefined,
  });
  let browser;
  const close = async () => {
    await browser?.close().catch(() => {});
    await server.stop();
  };
  onInterrupt(() => close().finally(forget));
  try {
    browser = await launchBrowser();
    return await runInWorkbench(await browser.newPage({ viewport: { width: 1400, height: 900 } }), server);
  } finally {
    await close();
  }
}

async function runInWorkbench(page, server) {
  const remote = (path) => `vscode-remote://${server.authority}${path}`;
  const payload = [
    ...options.extensionDevelopmentPath.map((path) => ['extensionDevelopmentPath', remote(path)]),
    ['extensionTestsPath', remote(options.extensionTestsPath)],
  ];
  const ended = new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`the tests did not end within ${deadlineMs / 1000} s`)),
      deadlineMs,
    );
    page.exposeFunction('codeAutomationExit', (code) => {
      clearTimeout(timer);
      resolve(code);
    });
    page.on('crash', () => reject(new Error('the browser tab crashed')));
  });
  await page.exposeFunction('codeAutomationLog', (type, values) => {
    const line = format(...values);
    if (isNoise(line) && !options.flags.has('verbose')) return;
    const stream = type === 'error' || type === 'warn' ? process.stderr : process.stdout;
    stream.write(`${line}\n`);
  });
  await page.goto(workbenchUrl(server, options.folder, payload));
  try {
    return await ended;
  } catch (error) {
    await keepPicture(page);
    throw error;
  }
}

/** A run that hangs is understood from what the screen showed. */
async function keepPicture(page) {
  const folder = join(import.meta.dirname, '../../../.cache/vscode-host-failures');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${new Date().toISOString().replaceAll(':', '-')}.png`);
  await page.screenshot({ path }).catch(() => {});
  console.error(`the window at that moment: ${path}`);
}
