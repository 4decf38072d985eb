import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from './browser.mjs';
import { installHost } from './install.mjs';
import { onInterrupt } from './interrupt.mjs';
import { startServer, workbenchUrl } from './server.mjs';

/**
 * Opens the workbench in a browser that Playwright drives, with a profile of its own that goes with it.
 *
 * @param {{ folder: string, openFile?: string, extensionDevelopmentPath?: string, extensionsDir?: string, settings?: object,
 *           viewport?: { width: number, height: number }, deviceScaleFactor?: number, env?: object }} options
 */
export async function openWorkbench(options) {
  const { folder, openFile, extensionDevelopmentPath, settings, viewport, deviceScaleFactor, env } = options;
  const profile = mkdtempSync(join(tmpdir(), 'jitsight-workbench-'));
  const extensionsDir = options.extensionsDir ?? join(profile, 'extensions');
  const server = await startServer({
    vscode: await installHost(),
    userDataDir: join(profile, 'user'),
    extensionsDir,
    settings: { 'security.workspace.trust.enabled': false, ...settings },
    env,
  });
  let browser;
  const close = async () => {
    forgetInterrupt();
    await browser?.close().catch(() => {});
    await server.stop();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  const forgetInterrupt = onInterrupt(close);
  try {
    browser = await launchBrowser();
    const page = await browser.newPage({
      viewport: viewport ?? { width: 1400, height: 900 },
      deviceScaleFactor,
    });
    const remote = (path) => `vscode-remote://${server.authority}${path}`;
    const payload = [];
    if (extensionDevelopmentPath)
      payload.push(['extensionDevelopmentPath', remote(extensionDevelopmentPath)]);
    if (openFile) payload.push(['openFile', remote(openFile)]);
    await page.goto(workbenchUrl(server, folder, payload));
    await page.waitForSelector('.monaco-workbench .part.editor', { timeout: 60_000 });
    return { page, profile, server, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Runs a command of the palette by its title. */
export async function runCommand(page, title) {
  await page.keyboard.press('F1');
  const input = page.locator('.quick-input-widget input[type="text"]');
  await input.fill(`>${title}`);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().waitFor();
  await page.keyboard.press('Enter');
}
