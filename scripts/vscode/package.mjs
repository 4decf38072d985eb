/**
 * Packs the extension: bundles, media, rule pages and papers, and nothing of the repository beside them.
 * `node scripts/vscode/package.mjs [FILE.vsix]`
 */
import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { createVSIX } from '@vscode/vsce';
import { transform } from 'esbuild';
import { findDesktop } from './desktop.mjs';
import { installHost } from './host/install.mjs';
import { thirdPartyNotices } from './notices.mjs';

const root = join(import.meta.dirname, '../..');
const run = promisify(execFile);

/** What travels, relative to the repository. */
const contents = [
  'README.md',
  'LICENSE',
  'CHANGELOG.md',
  'client/dist',
  'client/media',
  'server/dist',
  'docs/rules',
];
const left = [/\.map$/, /server\/dist\/cli\.mjs$/, /client\/dist\/test(\/|$)/, /icon\.svg$/];

/** Fields of the manifest that only the repository needs. */
const repositoryOnly = ['workspaces', 'scripts', 'devDependencies', 'dependencies', 'overrides', 'private'];

/** Builds, and writes the package to `file`; gives the path back. */
export async function makePackage(file) {
  await run(process.execPath, [join(root, 'scripts/build.mjs')], { cwd: root });
  const stage = mkdtempSync(join(tmpdir(), 'jitsight-package-'));
  try {
    for (const path of contents.filter((one) => existsSync(join(root, one)))) {
      const filter = (from) => !left.some((pattern) => pattern.test(from.replaceAll('\\', '/')));
      cpSync(join(root, path), join(stage, path), { recursive: true, filter });
    }
    writeFileSync(join(stage, 'package.json'), JSON.stringify(publishedManifest(), null, 2));
    writeFileSync(join(stage, 'ThirdPartyNotices.txt'), thirdPartyNotices(root));
    writeFileSync(join(stage, '.vscodeignore'), '# Everything in this folder was chosen.\n');
    await minify(stage);
    await createVSIX({
      cwd: stage,
      packagePath: file,
      dependencies: false,
      allowMissingRepository: true,
      skipLicense: true,
      // There is no address on the web to rewrite the readme's links to.
      rewriteRelativeLinks: false,
    });
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
  return file;
}

/** Installs a package as a person would, into a folder for extensions. */
export async function installPackage(file, extensionsDir) {
  const desktop = findDesktop();
  const [program, ...first] = desktop
    ? [desktop.cli]
    : [process.execPath, join(await installHost(), 'out/server-main.js')];
  const profile = mkdtempSync(join(tmpdir(), 'jitsight-install-'));
  try {
    const options = ['--install-extension', file, '--force', '--extensions-dir', extensionsDir];
    await run(program, [...first, ...options, '--user-data-dir', profile, '--server-data-dir', profile], {
      shell: process.platform === 'win32',
    });
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}

function publishedManifest() {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  for (const field of repositoryOnly) delete manifest[field];
  return manifest;
}

/** Names stay, so that a stack trace in somebody's report can be read. */
async function minify(folder) {
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const loader = /\.[cm]?js$/.test(path) ? 'js' : path.endsWith('.css') ? 'css' : undefined;
    if (!loader) continue;
    const file = join(folder, path);
    const { code } = await transform(readFileSync(file, 'utf8'), {
      loader,
      minifyWhitespace: true,
      minifySyntax: true,
      legalComments: 'none',
    });
    writeFileSync(file, code);
  }
}

if (process.argv[1] === import.meta.filename) {
  const { name, version } = publishedManifest();
  const file = await makePackage(resolve(process.argv[2] ?? `${name}-${version}.vsix`));
  console.log(`${file}: ${(statSync(file).size / 1e6).toFixed(1)} MB`);
}
