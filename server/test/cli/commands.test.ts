import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic';
import type { FileAnalysis, Frontend } from '../../src/frontends/frontend';
import { type FakeFunction, fakeFrontend, increment, int64, square, vector } from '../execution/fakeFrontend';
import { cli } from './runCli';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jitsight-cli-'));
  writeFileSync(join(folder, 'a.py'), 'def f(x):\n\treturn x * undefined_name\n');
  mkdirSync(join(folder, 'sub/node_modules'), { recursive: true });
  writeFileSync(join(folder, 'sub/b.py'), 'pass\n');
  writeFileSync(join(folder, 'sub/node_modules/c.py'), 'pass\n');
  writeFileSync(join(folder, 'latin.py'), Buffer.from('x = "\xe9"\n', 'latin1'));
});

afterAll(() => rmSync(folder, { recursive: true }));

const squaring: FakeFunction = {
  parameters: [['x', int64]],
  result: int64,
  signature: '(int64,)',
  ir: square(),
};

/** Finds `undefined_name` in any file. */
const frontend: Frontend = (() => {
  const fake = fakeFrontend({
    f: squaring,
    g: { parameters: [['a', vector]], result: int64, signature: '(array(float64, 1d, C),)', ir: increment() },
  });
  return {
    ...fake,
    *analyze(file, settings, workspace): Generator<void, FileAnalysis, void> {
      const analysis = yield* fake.analyze(file, settings, workspace);
      const start = file.text.indexOf('undefined_name');
      if (start < 0) return { ...analysis, functions: [] };
      const diagnostic: Diagnostic = {
        code: 'undefined-name',
        severity: 'error',
        message: 'There is no undefined_name.\nNumba: untyped global name',
        range: { start, end: start + 14 },
        function: 'f',
        related: [{ message: 'in this function', range: { start: 4, end: 5 } }],
        fixes: [
          {
            id: 'x',
            title: 'Define it',
            kind: 'quickfix',
            safe: false,
            edits: () => [{ range: { start: 0, end: 0 }, newText: 'undefined_name = 1\n' }],
          },
        ],
      };
      return { ...analysis, diagnostics: [diagnostic] };
    },
  };
})();

const run = (...args: string[]) => cli(frontend, args);

describe('check', () => {
  test('text shows the line, the place and the fix', async () => {
    const { out, exitCode } = await run('check', join(folder, 'a.py'), '--numba', '0.68');
    expect(out.replaceAll(folder, 'DIR')).toMatchInlineSnapshot(`
      "error[undefined-name]: There is no undefined_name.
        Numba: untyped global name
       --> DIR/a.py:2:13
        |
      2 |     return x * undefined_name
        |                ^^^^^^^^^^^^^^
        = line 1: in this function
        = fix: Define it

      Found 1 error in 1 file; of 2 functions with a Numba decorator 2 compile, 0 fail, by the rules of Numba 0.68 (option).
      "
    `);
    expect(exitCode).toBe(1);
  });

  test('json has the stable keys', async () => {
    const { out, exitCode } = await run(
      'check',
      join(folder, 'a.py'),
      '--format',
      'json',
      '--numba',
      '0.56.4',
    );
    const report = JSON.parse(out);
    expect(exitCode).toBe(1);
    expect(report).toMatchObject({ numba: '0.56', numbaSource: 'option' });
    expect(report.files[0].functions[0]).toMatchObject({
      name: 'f',
      line: 1,
      kind: 'jit',
      verdict: 'compiles',
      specializations: [{ signature: '(int64,)', origin: 'call', verdict: 'compiles' }],
      advice: [],
    });
    expect(report.files[0].diagnostics[0]).toMatchObject({
      code: 'undefined-name',
      line: 2,
      column: 12,
      endLine: 2,
      endColumn: 26,
      function: 'f',
      related: [{ line: 1, column: 4, message: 'in this function' }],
      fixes: [{ title: 'Define it', edits: [{ line: 1, column: 0, newText: 'undefined_name = 1\n' }] }],
    });
  });

  test("a folder is walked, what cannot be read is a finding, other people's code is left out", async () => {
    const { out, exitCode } = await run('check', folder, '--format', 'json', '--numba', '0.68');
    const { files } = JSON.parse(out);
    expect(files.map(({ path }: { path: string }) => path.slice(folder.length + 1))).toEqual([
      'a.py',
      'latin.py',
      'sub/b.py',
    ]);
    expect(files[1].diagnostics).toMatchObject([{ code: 'unreadable-file', line: 1 }]);
    expect(exitCode).toBe(1);
  });

  test('nothing found is exit code 0', async () => {
    const { out, exitCode } = await run('check', join(folder, 'sub'), '--numba', '0.68');
    expect(out).toContain('Nothing to report in 1 file');
    expect(exitCode).toBe(0);
  });

  test('a notebook is read cell by cell, without its magics', async () => {
    const path = join(folder, 'n.ipynb');
    const cells = [
      { cell_type: 'markdown', source: ['# undefined_name'] },
      { cell_type: 'code', source: ['%matplotlib inline\n', 'x = 1'] },
      { cell_type: 'code', source: 'y = 2\nprint(undefined_name)' },
    ];
    writeFileSync(path, JSON.stringify({ cells, nbformat: 4 }));
    const { out } = await run('check', path, '--numba', '0.68');
    expect(out).toContain('n.ipynb:cell 2:2:7');
    const json = JSON.parse((await run('check', path, '--numba', '0.68', '--format', 'json')).out);
    expect(json.files[0].diagnostics[0]).toMatchObject({ line: 4, cell: 2, cellLine: 2 });
    rmSync(path);
  });

  test('github annotations and sarif', async () => {
    const github = await run('check', join(folder, 'a.py'), '--format', 'github', '--numba', '0.68');
    expect(github.out).toMatch(
      /^::error file=.*a\.py,line=2,endLine=2,col=13,endColumn=26,title=jitsight undefined-name::There is no undefined_name\.%0ANumba: untyped global name\n$/,
    );
    const sarif = JSON.parse(
      (await run('check', join(folder, 'a.py'), '--format', 'sarif', '--numba', '0.68')).out,
    );
    expect(sarif.runs[0].results[0]).toMatchObject({
      ruleId: 'undefined-name',
      level: 'error',
      locations: [
        { physicalLocation: { region: { startLine: 2, startColumn: 13, endLine: 2, endColumn: 27 } } },
      ],
    });
  });

  test('a long line is cut around the marker', async () => {
    const path = join(folder, 'long.py');
    writeFileSync(path, `x = [${'1, '.repeat(200)}undefined_name]\n`);
    const lines = (await cli(frontend, ['check', path, '--numba', '0.68'], 80)).out.split('\n');
    expect(lines[4]!.length).toBeLessThanOrEqual(80);
    expect(lines[4]!.indexOf('undefined_name')).toBe(lines[5]!.indexOf('^'));
    rmSync(path);
  });
});

describe('usage errors are exit code 2 and say what to do', () => {
  test.each([
    [['check'], "missing required argument 'path'"],
    [['check', '/nowhere.py'], '/nowhere.py does not exist'],
    [['check', 'x', '--format', 'xml'], 'Allowed choices are text, json, sarif, github'],
    [['check', 'A', '--numba', 'new'], '--numba new is no version'],
    [['types', 'A'], 'say which function, as FILE::FUNC'],
    [['types', 'A::nope'], 'has no function nope. It has f, g.'],
    [['types', 'A::f', '--signature', '(bad'], 'f is not known for (bad'],
    [['run', 'A::f'], "required option '--args <file>' not specified"],
    [['run', 'A::f', '--args', '/nowhere.json'], '/nowhere.json cannot be read'],
    [['measure', 'A', '--size', '-1'], 'It must be a number above 0'],
    [['measure', 'A', '--args', 'x.json'], '--args are the arguments of one function'],
    [['measure', 'A', '--python', '/nowhere/python'], 'does not exist: choose another one'],
    [['conform', '/nowhere'], '/nowhere cannot be read'],
    [['frobnicate'], "unknown command 'frobnicate'"],
  ])('%o', async (args, message) => {
    const { exitCode, err, out } = await run(...args.map((arg) => arg.replace(/^A/, join(folder, 'a.py'))));
    expect(err).toContain(message);
    expect(out).toBe('');
    expect(exitCode).toBe(2);
  });
});

test('every command has help', async () => {
  for (const command of ['', 'check', 'types', 'compile', 'run', 'measure', 'overview', 'conform', 'lsp']) {
    const { exitCode, out } = await run(...[command, '--help'].filter((part) => part !== ''));
    expect(out).toContain('Usage: jitsight');
    expect(exitCode).toBe(0);
  }
  expect((await run('--help')).out).not.toContain('conform-cases');
  expect((await run('--version')).out).toBe('1.2.3\n');
});

test('types prints the verdict and, as JSON, its stable keys', async () => {
  const target = `${join(folder, 'a.py')}::f`;
  expect((await run('types', target, '--numba', '0.68')).out).toContain('f(int64,)');
  const json = JSON.parse((await run('types', target, '--numba', '0.68', '--format', 'json')).out);
  expect(json).toMatchObject({
    function: 'f',
    signature: '(int64,)',
    verdict: 'compiles',
    locals: {},
    error: null,
  });
});

test('compile writes IR, text and a valid module', async () => {
  const target = `${join(folder, 'a.py')}::f`;
  expect((await run('compile', target, '--emit', 'ir', '--numba', '0.68')).out).toContain('square');
  expect((await run('compile', target, '--numba', '0.68')).out).toMatch(/^(?:;; .*\n)*\(module/);
  const path = join(folder, 'f.wasm');
  const { err, exitCode } = await run('compile', target, '--emit', 'wasm', '-o', path, '--numba', '0.68');
  expect(exitCode).toBe(0);
  expect(err).toContain('f.wasm:');
  expect(WebAssembly.validate(readFileSync(path))).toBe(true);
});

describe('run', () => {
  const call = async (name: string, args: string) => {
    const path = join(folder, 'args.json');
    writeFileSync(path, args);
    return run('run', `${join(folder, 'a.py')}::${name}`, '--args', path, '--numba', '0.68');
  };

  test('prints the encoded result and arguments', async () => {
    const { out, exitCode } = await call('f', '[3]');
    expect(JSON.parse(out)).toMatchObject({
      returns: { t: 'int64', v: '9' },
      argsAfter: [{ t: 'int64', v: '3' }],
      raises: null,
    });
    expect(exitCode).toBe(0);
  });

  test('changed arguments come back', async () => {
    const data = Buffer.from(new Float64Array([1, 2]).buffer).toString('base64');
    const { out } = await call(
      'g',
      JSON.stringify([{ t: 'array', dtype: 'float64', shape: [2], order: 'C', data }]),
    );
    const [after] = JSON.parse(out).argsAfter;
    const bytes = new Uint8Array(Buffer.from(after.data, 'base64'));
    expect([...new Float64Array(bytes.buffer)]).toEqual([2, 3]);
  });

  test('bad arguments name the place', async () => {
    const { err, exitCode } = await call('f', '[NaN]');
    expect(err).toContain('args.json: line 1, column 2: NaN is not JSON. Write {"t":"float64","v":"nan"}.');
    expect(exitCode).toBe(1);
  });
});
