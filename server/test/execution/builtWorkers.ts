import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { onTestFinished } from 'vitest';

const sources = join(dirname(fileURLToPath(import.meta.url)), '../../src/execution');

/** Bundles the real workers as the build does and returns their folder, so that tests depend on no earlier build. */
export async function buildWorkers(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'jitsight-workers-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  await build({
    entryPoints: ['compileWorker', 'runWorker', 'threadWorker'].map((name) => join(sources, `${name}.ts`)),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  });
  return folder;
}

/** Ends a service with the test that started it. */
export function ended<Service extends { dispose(): Promise<void> }>(service: Service): Service {
  onTestFinished(() => service.dispose());
  return service;
}
