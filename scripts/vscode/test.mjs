/**
 * Runs the extension's tests in real VS Code: the desktop one where this machine has it, else the browser edition.
 * `node scripts/vscode/test.mjs [SUITE...]`; `--browser` keeps away from the desktop one, `--grep=WORDS` runs
 * the tests whose names hold the words.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { findDesktop } from './desktop.mjs';
import { findChromium } from './host/chromium.mjs';
import { installHost } from './host/install.mjs';
import { HostUnavailable } from './host/unavailable.mjs';
import { installPackage, makePackage } from './package.mjs';
import { bundleTests, copyPrograms } from './prepareTests.mjs';

const root = join(import.meta.dirname, '../..');
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const suites = wanted.length > 0 ? wanted : ['trusted', 'untrusted', 'packaged'];
const grep = process.argv.find((argument) => argument.startsWith('--grep='))?.slice('--grep='.length) ?? '';
const desktop = process.argv.includes('--browser') ? undefined : findDesktop();

try {
  if (!desktop) {
    findChromium();
    await installHost();
  }
} catch (error) {
  if (!(error instanceof HostUnavailable)) throw error;
  console.error(`VS Code tests ${process.env.CI ? 'cannot run' : 'skipped'} because ${error.message}`);
  process.exit(process.env.CI ? 1 : 0);
}
await bundleTests();
let failed = false;
for (const suite of suites) {
  console.log(`\n── ${suite} (${desktop ? 'desktop VS Code' : 'VS Code in the browser'}) ──`);
  if (!(await runSuite(suite))) failed = true;
}
process.exit(failed ? 1 : 0);

/** Each suite has its own copy of the programs and its own profile; both go afterwards. */
async function runSuite(suite) {
  const scratch = mkdtempSync(join(tmpdir(), `jitsight-${suite}-`));
  const folder = join(scratch, 'tutorial');
  const profile = join(scratch, 'profile');
  const extensions = join(scratch, 'extensions');
  copyPrograms(folder);
  writeSettings(profile);
  try {
    if (suite === 'packaged')
      await installPackage(await makePackage(join(scratch, 'jitsight.vsix')), extensions);
    await start({
      extensionDevelopmentPath: suite === 'packaged' ? join(root, 'client/test/vscode/packaged/probe') : root,
      extensionTestsPath: join(root, 'client/dist/test/index.cjs'),
      launchArgs: [folder, `--user-data-dir=${profile}`, `--extensions-dir=${extensions}`],
      environment: { JITSIGHT_VSCODE_SUITE: suite, JITSIGHT_REPOSITORY: root, JITSIGHT_VSCODE_GREP: grep },
      trusted: suite !== 'untrusted',
    });
    return true;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function start({ extensionDevelopmentPath, extensionTestsPath, launchArgs, environment, trusted }) {
  const vscodeExecutablePath = desktop?.application ?? join(import.meta.dirname, 'host/code.mjs');
  if (trusted) {
    await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath,
      extensionTestsPath,
      launchArgs,
      extensionTestsEnv: environment,
    });
    return;
  }
  // `runTests` always switches workspace trust off.
  const paths = [
    `--extensionDevelopmentPath=${extensionDevelopmentPath}`,
    `--extensionTestsPath=${extensionTestsPath}`,
  ];
  const child = spawn(vscodeExecutablePath, [...launchArgs, '--no-sandbox', ...paths], {
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  });
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('exit', resolve));
  if (code !== 0) throw new Error(`Test run failed with code ${code}`);
}

function writeSettings(profile) {
  const folder = join(profile, 'User');
  mkdirSync(folder, { recursive: true });
  const settings = {
    'security.workspace.trust.startupPrompt': 'never',
    'security.workspace.trust.banner': 'never',
  };
  writeFileSync(join(folder, 'settings.json'), JSON.stringify(settings));
}
