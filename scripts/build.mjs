/** Bundles server, workers, client and panel; `--watch` rebuilds on change with begin and end lines for VS Code. */
import { build, context } from 'esbuild';
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rawText } from './rawText.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);
const watch = process.argv.includes('--watch');
const minify = process.argv.includes('--minify');

const nodeModule = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  outExtension: { '.js': '.mjs' },
  sourcemap: true,
  minify,
  plugins: [rawText],
  logLevel: 'info',
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
};

const targets = [
  {
    ...nodeModule,
    entryPoints: ['main', 'languageService', 'cli'].map((name) => join(root, 'server/src', `${name}.ts`)),
    outdir: join(root, 'server/dist'),
  },
  {
    ...nodeModule,
    entryPoints: ['compileWorker', 'runWorker', 'threadWorker'].map((name) =>
      join(root, 'server/src/execution', `${name}.ts`),
    ),
    outdir: join(root, 'server/dist'),
  },
  {
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    external: ['vscode'],
    sourcemap: true,
    minify,
    logLevel: 'info',
    entryPoints: [join(root, 'client/src/extension.ts')],
    outdir: join(root, 'client/dist'),
  },
  {
    bundle: true,
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
    sourcemap: true,
    minify,
    logLevel: 'info',
    entryPoints: [join(root, 'client/src/webview/panel.ts'), join(root, 'client/src/webview/panel.css')],
    outdir: join(root, 'client/dist/webview'),
  },
].map((target) => ({ ...target, entryPoints: target.entryPoints.filter((entry) => existsSync(entry)) }));

mkdirSync(join(root, 'server/dist'), { recursive: true });
cpSync(
  require.resolve('web-tree-sitter/web-tree-sitter.wasm'),
  join(root, 'server/dist/web-tree-sitter.wasm'),
);
cpSync(
  join(dirname(require.resolve('tree-sitter-python/package.json')), 'tree-sitter-python.wasm'),
  join(root, 'server/dist/tree-sitter-python.wasm'),
);

for (const target of targets.filter((one) => one.entryPoints.length > 0)) {
  if (watch) await (await context(target)).watch();
  else await build({ ...target, logLevel: 'warning' });
}
