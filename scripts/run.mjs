/** Runs a TypeScript script of this repository: `node scripts/run.mjs scripts/generate.ts --check`. */
import { build } from 'esbuild';
import { mkdirSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rawText } from './rawText.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const [script, ...args] = process.argv.slice(2);
if (!script) {
  console.error('usage: node scripts/run.mjs SCRIPT.ts [ARGUMENT...]');
  process.exit(2);
}
const folder = join(root, '.cache', 'scripts');
mkdirSync(folder, { recursive: true });
const outfile = join(folder, `${basename(script, '.ts')}-${process.pid}.mjs`);
await build({
  entryPoints: [resolve(script)],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  packages: 'external',
  alias: { '@jitsight/shared': join(root, 'shared/src') },
  plugins: [rawText],
  sourcemap: 'inline',
  logLevel: 'warning',
  // The script believes that it lies at its own place.
  define: { 'import.meta.dirname': JSON.stringify(dirname(resolve(script))) },
});
process.argv.splice(1, process.argv.length - 1, resolve(script), ...args);
try {
  await import(pathToFileURL(outfile).href);
} finally {
  rmSync(outfile, { force: true });
}
