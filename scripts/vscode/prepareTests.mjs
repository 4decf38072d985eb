/**
 * Puts in place what the extension's tests need when the editor itself starts them (F5): their bundle, and a copy of the
 * programs that they may change.
 */
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '../..');

/** Bundles the tests; `mocha` stays outside, as it loads parts of itself by name. */
export async function bundleTests() {
  await build({
    entryPoints: { index: join(root, 'client/test/vscode/index.ts') },
    outdir: join(root, 'client/dist/test'),
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
}

/** Copies the tutorial programs to `folder`. */
export function copyPrograms(folder) {
  cpSync(join(root, 'test-fixtures/tutorial'), folder, { recursive: true });
}

if (process.argv[1] === import.meta.filename) {
  const folder = join(root, '.cache/vscode-tests/tutorial');
  rmSync(folder, { recursive: true, force: true });
  copyPrograms(folder);
  await bundleTests();
}
