/**
 * Runs the tests of one file, as "Test Current File" asks: a `.test.ts`, or a Markdown suite, whose name is that of its
 * tests. `node scripts/testFile.mjs FILE`
 */
import { spawn } from 'node:child_process';
import { basename, join, relative } from 'node:path';

const root = join(import.meta.dirname, '..');
const file = process.argv[2];
if (!file || !/\.(test\.ts|md)$/.test(file)) {
  console.error(
    `usage: node scripts/testFile.mjs FILE, a .test.ts or a Markdown suite${file ? `; not ${file}` : ''}`,
  );
  process.exit(2);
}
const chosen = file.endsWith('.md')
  ? ['server/test/python/suites', '-t', basename(file, '.md')]
  : [relative(root, file)];
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
// No parallel files and no time limit: somebody may be standing at a breakpoint.
const options = ['run', '--no-file-parallelism', '--test-timeout=0', ...chosen];
const child = spawn(process.execPath, [vitest, ...options], { cwd: root, stdio: 'inherit' });
child.on('exit', (code) => process.exit(code ?? 1));
