import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { signatureOf } from '../../../src/execution/encoding/typeOf';
import {
  type CapturedProgram,
  captureCalls,
  defineFunction,
  openProgram,
  type ProgramProcess,
} from '../../../src/execution/python/capture';
import { python } from '../availablePython';

const folder = mkdtempSync(join(tmpdir(), 'jitsight-test-'));
const opened: ProgramProcess[] = [];

afterAll(() => {
  for (const program of opened) program.worker.close();
  rmSync(folder, { recursive: true });
});

async function capture(source: string, functions = ['f'], deadlineMs = 10_000): Promise<CapturedProgram> {
  return start(captureCalls, source, functions, deadlineMs);
}

async function start<Program extends ProgramProcess>(
  how: (request: Parameters<typeof captureCalls>[0]) => Promise<Program>,
  source: string,
  functions: string[],
  deadlineMs: number,
): Promise<Program> {
  const path = join(folder, 'program.py');
  writeFileSync(path, source);
  const program = await how({
    interpreter: python!,
    path,
    source,
    functions,
    numba: 'stand-in',
    numbaVersion: '0.68.0',
    deadlineMs,
  });
  opened.push(program);
  return program;
}

async function signature(source: string, name = 'f'): Promise<string | undefined> {
  const call = (await capture(source, [name])).calls.get(name);
  return call && signatureOf(call.args);
}

async function result(program: ProgramProcess, name: string, args: unknown[], engine = 'python') {
  await program.worker.request({ op: 'prepare', case: 1, function: name, engine, args }, [], 10_000);
  const { message } = await program.worker.request({ op: 'call', case: 1, limitMs: 5_000 }, [], 10_000);
  return message as { result?: unknown; raised?: string };
}

describe.runIf(python)('the first call of a function', () => {
  test('arguments are taken before the call changes them, and the program stops there', async () => {
    const program = await capture(
      'import numpy as np\ndef f(a):\n    a[:] = 0\na = np.arange(3.0)\nfor _ in range(50):\n    f(a)\n    print("still here")\n',
    );
    const [array] = program.calls.get('f')!.args;
    expect(array).toMatchObject({ kind: 'array', dtype: 'float64', shape: [3] });
    expect(new Float64Array((array as { data: Uint8Array }).data.slice().buffer)).toEqual(
      new Float64Array([0, 1, 2]),
    );
    expect(program.worker.output.text).toBe('');
    expect(program.ending).toBeUndefined();
  });

  test.each([
    ['def f(x, y=2.0): pass\nf(y=1, x=None)', '(none, int64)'],
    ['def f(x, y=2.0): pass\nf(1)', '(int64, float64)'],
    [
      'import numpy as np\ndef f(*a): pass\nf(np.zeros((2, 3)).T, np.zeros(4)[::2], np.float32(1))',
      '(array(float64, 2d, F), array(float64, 1d, A), float32)',
    ],
    [
      'from collections import namedtuple\nP = namedtuple("P", "x y")\ndef f(p): pass\nf(P(1, 2))',
      '(P(int64 x 2),)',
    ],
    [
      'import numpy as np\ndef f(a, b, c): pass\nf(np.datetime64("NaT", "D"), np.timedelta64(3, "s"), [1])',
      '(datetime64[D], timedelta64[s], reflected list(int64)<iv=None>)',
    ],
    ['def f(a): pass\ndef g(): f(1j)\nif __name__ == "__main__":\n    g()', '(complex128,)'],
    ['def f(a, b): pass\nf({}, 2 ** 70)', '(pyobject, pyobject)'],
    [
      'import numba as nb\nfrom numba.typed import List\n@nb.njit\ndef f(l): return l[0]\nf(List([1, 2]))',
      '(ListType[int64],)',
    ],
  ])('%s', async (source, expected) => expect(await signature(source)).toBe(expected));

  test('of a method, a nested function and a recursive one', async () => {
    const program = await capture(
      'class C:\n    def m(self, x): return x\n    @staticmethod\n    def s(x): return x\ndef outer():\n    def inner(x): return x\n    return inner(1.0)\ndef fib(n):\n    return n if n < 2 else fib(n - 1) + fib(n - 2)\nC().m(1)\nC.s(2)\nouter()\nfib(10)\n',
      ['C.m', 'C.s', 'outer.<locals>.inner', 'fib'],
    );
    expect([...program.calls.keys()]).toEqual(['C.m', 'C.s', 'outer.<locals>.inner', 'fib']);
    expect(await result(program, 'fib', [{ t: 'int64', v: '20' }])).toMatchObject({ result: { v: '6765' } });
  });
});

describe.runIf(python)('programs that do not get to the call', () => {
  test.each([
    [
      'def f(): pass\nname = input("name? ")\nf()',
      'the program reads from standard input on line 2, which is empty here',
    ],
    ['def f(): pass\nwhile True: pass', 'the program did not call it within 1 s'],
    ['import sys\ndef f(): pass\nsys.exit(3)', 'the program called sys.exit(3) before calling it'],
    ['def f(): pass\n1 / 0', 'the program raised ZeroDivisionError on line 2: division by zero'],
    ['def f(): pass', 'the program ended without calling it'],
    ['def f(:', 'the program raised SyntaxError on line 1'],
    ['import no_such_module', 'No module named'],
    ['def f(): pass\nprint("x" * 5_000_000)', 'the program ended without calling it'],
    ['import os\ndef f(): pass\nos.fork()\nf()\n', undefined],
    [
      'import multiprocessing as mp\ndef f(x): return x\nif mp.get_start_method() == "fork":\n    print(mp.Pool(1).map(f, [1]))',
      'the program ended without calling it',
    ],
    ['import threading\ndef f(): pass\nthreading.Thread(target=f).start()', undefined],
  ])('%s', async (source, ending) => {
    const program = await capture(source, ['f'], 1_000);
    if (ending === undefined) expect(program.ending).toBeUndefined();
    else expect(program.ending).toContain(ending);
  });

  test('the interpreter is ended by the program', async () => {
    await expect(capture('import os\ndef f(): pass\nos._exit(7)')).rejects.toThrow('ended with exit code 7');
  });

  test('much output is cut', async () => {
    const program = await capture('def f(): pass\nfor i in range(200000): print(i)\nf()\n');
    expect(program.worker.output.text.length).toBeLessThan(70_000);
    expect(program.worker.output.text).toMatch(/characters left out/);
  });

  test('what a program forks is ended with it', async () => {
    const program = await capture(
      'import os, time\ndef f(x): pass\npid = os.fork()\nif pid == 0:\n    time.sleep(600)\nf(pid)\n',
    );
    const [pid] = program.calls.get('f')!.args as unknown as { value: bigint }[];
    expect(() => process.kill(Number(pid!.value), 0)).not.toThrow();
    program.worker.close();
    await expect.poll(() => isAlive(Number(pid!.value)), { timeout: 5_000 }).toBe(false);
  });

  test('cancelling ends it', async () => {
    const controller = new AbortController();
    const path = join(folder, 'endless.py');
    const running = captureCalls({
      interpreter: python!,
      path,
      source: 'while True: pass',
      functions: ['f'],
      numba: 'stand-in',
      numbaVersion: '0.68.0',
      deadlineMs: 30_000,
      signal: controller.signal,
    });
    setTimeout(() => controller.abort(), 300);
    await expect(running).rejects.toThrow('Cancelled');
  });
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe.runIf(python)('the stand-in for numba', () => {
  const array = (name: string) => `import numpy as np\nx = np.arange(4.0)\n${name}`;

  test('generated_jit chooses by type', async () => {
    const program = await capture(
      array(`from numba import generated_jit, types
@generated_jit(nopython=True)
def f(x):
    if isinstance(x, types.Float):
        return lambda x: np.isnan(x)
    if isinstance(x, (types.NPDatetime, types.NPTimedelta)):
        nat = x("NaT")
        return lambda x: x == nat
    return lambda x: False
f(1)
`),
    );
    const call = async (t: string, v: string) => (await result(program, 'f', [{ t, v }])).result;
    expect(await call('float64', 'nan')).toMatchObject({ t: 'bool', v: true });
    expect(await call('datetime64[D]', '3')).toMatchObject({ t: 'bool', v: false });
    expect(await call('int64', '3')).toMatchObject({ t: 'bool', v: false });
  });

  test('vectorize over whole arrays where the body allows it, else by element', async () => {
    const program = await capture(
      array(`import numba
@numba.vectorize([numba.float64(numba.float64)])
def square(x): return np.square(x)
@numba.vectorize
def sign(x): return 1.0 if x > 1 else -1.0
def f(*a): pass
f(square(x), sign(x), square(2))
`),
    );
    const values = program.calls.get('f')!.args.slice(0, 2) as unknown as { data: Uint8Array }[];
    expect(values.map(({ data }) => [...new Float64Array(data.slice().buffer)])).toEqual([
      [0, 1, 4, 9],
      [-1, -1, 1, 1],
    ]);
  });

  test('guvectorize and stencil', async () => {
    const program = await capture(
      array(`from numba import guvectorize, stencil, float64
@guvectorize([(float64[:], float64, float64[:])], "(n),()->(n)")
def shift(a, b, out):
    for i in range(a.shape[0]):
        out[i] = a[i] + b
@guvectorize([(float64[:], float64[:])], "(n)->()")
def total(a, out): out[0] = a.sum()
@stencil
def mean3(a): return (a[-1] + a[0] + a[1]) / 3
def f(*a): pass
f(shift(x, 10), total(x.reshape(2, 2)), mean3(x))
`),
    );
    const values = program.calls.get('f')!.args as unknown as { data: Uint8Array }[];
    expect(values.map(({ data }) => [...new Float64Array(data.slice().buffer)])).toEqual([
      [10, 11, 12, 13],
      [1, 5],
      [0, 1, 2, 0],
    ]);
  });

  test('everything a program may import and use is there', async () => {
    expect(
      await signature(`
import numba as nb, numpy as np
from numba import jit, njit, prange, types, typed, objmode, literal_unroll, typeof, int32, float64, boolean, void
from numba.extending import overload, register_jitable, intrinsic
from numba.experimental import jitclass
from numba.core import types as core_types
from numba.core.errors import NumbaDeprecationWarning, NumbaPendingDeprecationWarning, TypingError
import warnings
warnings.simplefilter("ignore", category=NumbaPendingDeprecationWarning)
@jitclass([("n", int32)])
class Box:
    def __init__(self, n): self.n = n
@jit("int32(int32, int32)", nopython=True)
def add(a, b): return a + b
@njit(float64(float64[:, ::1]), parallel=True, cache=True)
def total(a):
    s = 0.0
    for i in prange(a.shape[0]): s += a[i].sum()
    return s
@register_jitable
def helper(x): return x
@overload(helper)
def helper_overload(x): return lambda x: x
@nb.njit
def f(*values): return values
d = typed.Dict.empty(key_type=types.unicode_type, value_type=types.int64)
d["a"] = 1
f(add(1, 2), total(np.ones((2, 2))), Box(3).n, add.py_func(1, 2), nb.int8(300), typeof(1.5) == float64, d)
`),
    ).toBe('(int64, float64, int64, int64, int8, bool, DictType[unicode_type,int64]<iv=None>)');
  });

  test('a CUDA kernel can be defined, and its launch says what is wrong', async () => {
    const source =
      'from numba import cuda, vectorize\n@cuda.jit\ndef k(a): pass\n@vectorize(["float64(float64)"], target="cuda")\ndef g(x): return x\ndef f(x): pass\n';
    expect(await signature(`${source}f(g(1.0))`)).toBe('(float64,)');
    expect((await capture(`${source}k[1, 2](3)`)).ending).toContain('CUDA cannot be used here');
  });
});

test.runIf(python)('a definition brings only what it depends on', async () => {
  const program = await start(
    openProgram,
    `import numpy as np
from nowhere_at_all import nothing
def helper(x): return x * scale
scale = 3
table = []
for i in range(3): table.append(i)
def f(x):
    for k in range(3): x += k - 1
    return helper(x) + table[2]
unrelated = f(1)
for k in iter(int, 1): pass
`,
    [],
    5_000,
  );
  expect(await defineFunction(program, 'f', 5_000)).toMatchObject({ problem: undefined });
  expect(await result(program, 'f', [{ t: 'int64', v: '2' }])).toMatchObject({
    result: { t: 'int64', v: '8' },
  });
});
