/** `npm start [-- FILE...]`: builds what is missing or older than its sources, then shows the main job. */
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const built = ['cli', 'compileWorker', 'runWorker', 'threadWorker'].map((name) =>
  join(root, `server/dist/${name}.mjs`),
);

// npm runs scripts in the root; names of files are meant where the person stands.
const cwd = process.env.INIT_CWD ?? process.cwd();

if (oldestOf(built) < newestUnder([join(root, 'server/src'), join(root, 'shared/src')])) {
  console.error('Building ...');
  run([join(root, 'scripts/build.mjs')]);
}
const tutorial = relative(cwd, join(root, 'test-fixtures/tutorial'));
const files = process.argv.slice(2);
run([built[0], 'overview', ...(files.length > 0 ? files : [tutorial])]);

function run(args) {
  const { status, signal } = spawnSync(process.execPath, args, { stdio: 'inherit', cwd });
  if (status !== 0) process.exit(signal ? 1 : status);
}

function oldestOf(files) {
  return Math.min(...files.map((file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0));
}

function newestUnder(folders) {
  let newest = 0;
  for (const folder of folders) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (entry.isFile())
        newest = Math.max(newest, statSync(join(entry.parentPath ?? entry.path, entry.name)).mtimeMs);
    }
  }
  return newest;
}
