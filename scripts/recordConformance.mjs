/**
 * Asks real Numba again for everything that is recorded from it: `npm run conformance:record -- [--only PART]`.
 *
 * Two interpreters are wanted: one with a current Numba and one with Numba 0.56, each given by option or environment
 * variable. Without the first, a virtual environment is made in `.cache`; without the second, what 0.56 said stays as
 * it is.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const fixtures = join(root, 'test-fixtures');
const conformance = join(fixtures, 'conformance');
const tools = join(fixtures, 'tools');

const { values: options } = parseArgs({
  options: {
    python: { type: 'string', default: process.env.JITSIGHT_NUMBA_PYTHON },
    'python-0.56': { type: 'string', default: process.env.JITSIGHT_NUMBA_056_PYTHON },
    only: { type: 'string' },
    help: { type: 'boolean' },
  },
});

const parts = { sets: recordSets, library: recordLibrary, fixes: recordFixes };

if (options.help || (options.only && !(options.only in parts))) {
  console.log(`npm run conformance:record -- [--python PYTHON] [--python-0.56 PYTHON] [--only ${Object.keys(parts).join('|')}]

--python       an interpreter with a current Numba and SciPy (or JITSIGHT_NUMBA_PYTHON);
               by default a virtual environment in .cache, made with pip by the python3 on PATH
--python-0.56  an interpreter with Numba 0.56, which needs Python 3.11 or older (or JITSIGHT_NUMBA_056_PYTHON);
               by default /usr/bin/python3 where it has that version (Debian's python3-numba); else it is left out
--only         sets: the modules of test-fixtures/conformance, for the versions that have folders there;
               library: types and values of library functions; fixes: what the quick fixes of the suites make`);
  process.exit(options.help ? 0 : 2);
}

const interpreters = [currentNumba(), oldNumba()].filter((one) => one !== undefined);
for (const { python, version } of interpreters) {
  console.log(`Numba ${version}: ${python}`);
  for (const [name, record] of Object.entries(parts)) {
    if (!options.only || options.only === name) record(python, version);
  }
}

function currentNumba() {
  const python = options.python ?? madeEnvironment();
  const version = numbaOf(python);
  if (version) return { python, version };
  fail(`${python} cannot import Numba. Install it there with: ${python} -m pip install numba scipy`);
}

function oldNumba() {
  const python = options['python-0.56'] ?? '/usr/bin/python3';
  const version = numbaOf(python);
  if (version === '0.56') return { python, version };
  if (options['python-0.56']) fail(`${python} has ${version ? `Numba ${version}` : 'no Numba'}, not 0.56.`);
  console.log('No interpreter with Numba 0.56: its answers stay as they are. Name one with --python-0.56.');
}

function madeEnvironment() {
  const folder = join(root, '.cache', 'numba');
  const python = join(
    folder,
    ...(process.platform === 'win32' ? ['Scripts', 'python.exe'] : ['bin', 'python']),
  );
  if (existsSync(python)) return python;
  console.log(`Making a virtual environment with Numba in ${folder}`);
  run('python3', ['-m', 'venv', folder]);
  run(python, ['-m', 'pip', 'install', '--quiet', 'numba', 'scipy']);
  return python;
}

function numbaOf(python) {
  const code = 'import numba; print(".".join(numba.__version__.split(".")[:2]))';
  const { status, stdout } = spawnSync(python, ['-c', code], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

/** Sets are folders named after the version; the newest one's modules are what every version is asked about. */
function recordSets(python, version) {
  const all = readdirSync(conformance).flatMap((name) => /^(.*)-(\d+\.\d+)$/.exec(name)?.slice(1, 3) ?? []);
  const versions = [...new Set(all.filter((_, i) => i % 2 === 1))].sort();
  const names = all.filter((_, i) => i % 2 === 0 && all[i + 1] === version);
  if (names.length === 0) {
    console.log(
      `sets: none is for Numba ${version} (only for ${versions.join(' and ')}), so nothing is recorded. ` +
        `To begin one, make a folder such as language-${version} beside language-${versions.at(-1)}, whose modules it is asked about.`,
    );
    return;
  }
  for (const name of names) {
    const folder = join(conformance, `${name}-${version}`);
    const newest = join(conformance, `${name}-${versions.at(-1)}`);
    console.log(`sets: ${name}-${version}`);
    const modules = existsSync(newest) ? newest : folder;
    run(python, [join(conformance, 'record.py'), modules, '--to', folder]);
  }
}

function recordLibrary(python, version) {
  const library = join(fixtures, 'library');
  const types = join(library, `numeric-types-${version}.json`);
  if (!existsSync(types))
    console.log(`library: Numba ${version} is new here; its answers become files of their own`);
  console.log(`library: numeric types and cases for Numba ${version}`);
  recordTo(types, (out) => run(python, [join(tools, 'record_numeric_types.py'), out]));
  for (const module of readdirSync(tools).filter(
    (name) => name.endsWith('_cases.py') && !name.startsWith('record'),
  )) {
    const cases = module.slice(0, -'.py'.length);
    const out = join(library, `${cases.replace('_', '-')}-${version}.json`);
    console.log(`library: ${cases}`);
    recordTo(out, (to) => run(python, [join(tools, 'record_numeric_cases.py'), to, '--cases', cases]));
  }
  run(python, [join(tools, 'record_library_types.py'), '--all']);
}

/** Beside the old record, which stays where the recording is broken off. */
function recordTo(path, record) {
  record(`${path}.new`);
  renameSync(`${path}.new`, path);
}

/** Numba's verdict on the result of every quick fix in the suites. */
function recordFixes(python, version) {
  console.log(`fixes: the suites for Numba ${version}`);
  run(python, [join(conformance, 'record_fixes.py'), join(fixtures, 'suites')]);
}

function run(command, args) {
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  if (status !== 0) fail(`${command} ${args.join(' ')} failed.`);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
