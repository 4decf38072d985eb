/**
 * Every test that needs no desktop: generated files, types, lint, unit and conformance tests, LSP over stdio, and the
 * extension in real VS Code. All run; the exit code tells whether all passed.
 */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const steps = [
  ['Build', 'npm run --silent build'],
  ['Generated files are up to date', 'npm run --silent generate -- --check'],
  ['Types', 'npm run --silent types'],
  ['Format and lint', 'npm run --silent lint'],
  ['Unit, conformance and LSP tests', 'npm run --silent test:unit'],
  ['The extension in VS Code', 'npm run --silent test:vscode'],
];

const failed = steps.filter(([title, command]) => {
  console.log(`\n── ${title}`);
  return spawnSync(command, { cwd: root, shell: true, stdio: 'inherit' }).status !== 0;
});

if (failed.length > 0) {
  console.error(`\nFailed: ${failed.map(([title]) => title).join(', ')}`);
  process.exit(1);
}
console.log('\nAll passed.');
