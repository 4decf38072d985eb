import { FunctionBuilder } from '@jitsight/shared/ir/builder';
import { add, constant, convert, i64, load } from '@jitsight/shared/ir/expressions';
import type { Expression, ModuleIR } from '@jitsight/shared/ir/nodes';
import type { ValueType } from '@jitsight/shared/ir/valueType';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CompileService, startCompileService } from '../../src/execution/compiling/compileService';
import { startRunService } from '../../src/execution/running/runService';
import { buildWorkers, ended } from './builtWorkers';

const int64: ValueType = { kind: 'scalar', scalar: 'i64' };
const doubles: ValueType = { kind: 'array', element: { kind: 'scalar', scalar: 'f64' }, ndim: 1 };
let folder: string;
let compiler: CompileService;

beforeAll(async () => {
  folder = await buildWorkers();
  compiler = startCompileService({ folder });
});

afterAll(() => compiler.dispose());

function moduleOf(builder: FunctionBuilder): ModuleIR {
  return { name: builder.name, entry: builder.name, data: [], functions: [builder.finish()] };
}

/** Adds 1 to every element in place and returns the length. */
function increment(): ModuleIR {
  const f = new FunctionBuilder('increment', int64);
  const [, data, length] = f.parameter('a', doubles);
  f.for({ start: i64(0), stop: length! }, (index) => {
    const address = { base: data!, index: index as Expression, scale: 8 };
    f.store(address, add(load('f64', address), constant('f64', 1)));
  });
  f.return([length!]);
  return moduleOf(f);
}

function endless(): ModuleIR {
  const f = new FunctionBuilder('endless', int64);
  const [n] = f.parameter('n', int64);
  f.loop((label) => {
    f.set(n!, add(n!, i64(1)));
    f.continue(label);
  });
  f.return([n!]);
  return moduleOf(f);
}

function hungry(): ModuleIR {
  const f = new FunctionBuilder('hungry', int64);
  const [n] = f.parameter('n', int64);
  const block = f.local('ptr', 'block');
  f.callMany('rt.allocate', [convert(n!, 'i32')], [block]);
  f.return([convert(block, 'i64')]);
  return moduleOf(f);
}

const array = (...values: number[]) => ({
  kind: 'array' as const,
  shape: [values.length],
  strides: [8],
  offset: 0,
  buffer: new Uint8Array(new Float64Array(values).buffer),
});

test('compiles once per key, runs, and shows changed arguments', async () => {
  const runner = ended(startRunService({ folder }));
  const artifact = await compiler.compile('key', increment());
  expect(await compiler.compile('key', increment())).toBe(artifact);
  const outcome = await runner.run(artifact, [array(1, 2)]);
  expect(outcome).toMatchObject({ kind: 'returned', value: 2n });
  const [after] = outcome.argsAfter as unknown as [{ buffer: Uint8Array }];
  expect([...new Float64Array(after.buffer.slice(0, 16).buffer)]).toEqual([2, 3]);
});

test('code is kept when the function moves in its file, a text with places in it is not', async () => {
  const at = (start: number): ModuleIR => {
    const [fn] = increment().functions;
    const range = { start, end: start + 9 };
    return {
      ...increment(),
      functions: [{ ...fn!, range, body: fn!.body.map((one) => ({ ...one, range })) }],
    };
  };
  const options = { optimizeLevel: 2, boundsChecks: false } as const;
  const compile = (start: number, text: boolean) =>
    compiler.compile('moved', at(start), { ...options, text });
  expect(await compile(10, false)).toBe(await compile(20, false));
  expect((await compile(10, true)).text).toContain('source:11:');
  expect((await compile(20, true)).text).toContain('source:21:');
});

test('timed runs start from the same arguments when they are reset', async () => {
  const artifact = await compiler.compile('key', increment());
  const prepared = await ended(startRunService({ folder })).prepare(artifact, [array(1, 2)]);
  expect((await prepared.time(10, true)).calls).toBe(10);
  const { argsAfter } = await prepared.call();
  const [after] = argsAfter as unknown as [{ buffer: Uint8Array }];
  expect([...new Float64Array(after.buffer.slice(0, 16).buffer)]).toEqual([2, 3]);
});

test('an endless loop is stopped with a clear message, and the next run works', async () => {
  const runner = ended(startRunService({ folder }));
  const limits = { deadlineMs: 500, memoryLimitBytes: 2 ** 26 };
  const artifact = await compiler.compile('endless', endless());
  await expect(runner.run(artifact, [1n], limits)).rejects.toThrow(
    'did not finish within 0.5 s and was stopped: it may loop for ever',
  );
  const next = await compiler.compile('increment', increment());
  expect(await runner.run(next, [array(1)])).toMatchObject({ kind: 'returned', value: 1n });
});

test('too much memory is a MemoryError, for arguments and in the function', async () => {
  const runner = ended(startRunService({ folder }));
  const limits = { deadlineMs: 5_000, memoryLimitBytes: 2 ** 24 };
  const eager = await compiler.compile('hungry', hungry());
  expect(await runner.run(eager, [2n ** 28n], limits)).toMatchObject({ kind: 'raised', name: 'MemoryError' });
  const artifact = await compiler.compile('increment', increment());
  const large = {
    kind: 'array' as const,
    shape: [2 ** 22],
    strides: [8],
    offset: 0,
    buffer: new Uint8Array(2 ** 25),
  };
  expect(await runner.run(artifact, [large], limits)).toMatchObject({ kind: 'raised', name: 'MemoryError' });
});

test('cancelling ends a run, and requests that wait go on', async () => {
  const runner = ended(startRunService({ folder }));
  const artifact = await compiler.compile('endless', endless());
  const controller = new AbortController();
  const running = runner.run(artifact, [1n], undefined, controller.signal);
  const waiting = runner.run(artifact, [1n], { deadlineMs: 200, memoryLimitBytes: 2 ** 26 });
  setTimeout(() => controller.abort(), 100);
  await expect(running).rejects.toThrow('Cancelled');
  await expect(waiting).rejects.toThrow('may loop for ever');
});

test('a compiler bug is an error, not a hang', async () => {
  const broken = { ...increment(), entry: 'nowhere' };
  await expect(compiler.compile('broken', broken)).rejects.toThrow();
  expect((await compiler.compile('fine', increment())).entry).toBe('increment');
});
