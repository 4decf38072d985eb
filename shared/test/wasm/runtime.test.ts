import { describe, expect, test } from 'vitest';
import { sizeClass } from '../../src/wasm/runtime/allocator';
import { compile, hostList, raised, returned, seededRandom, textModule } from './compiled';
import { corpusModule } from './corpus';
import { hostArray } from './compiled';

/** Appends n numbers to a list, the way a front end's library does. */
const append = `
func f(list: list(i64), n: i64) -> i64 {
  local i: i64
  for l i = 0 to n step 1 {
    call append(list, i)
  }
  return i64(i32[list + 4])
}
func append(list: list(i64), x: i64) -> none {
  local length, capacity: i32
  length = i32[list + 4]
  capacity = i32[list + 8]
  if length == capacity {
    capacity = (capacity + 4i32) * 2i32
    ptr[list + 12] = call ptr rt.reallocate(ptr[list + 12], capacity * 8i32)
    i32[list + 8] = capacity
  }
  i64[ptr[list + 12] + i64(length) * 8] = x
  i32[list + 4] = length + 1i32
}`;

/** Makes `n` temporaries of `size` bytes, each freed before the next but one. */
const temporaries = `
func f(n: i64, size: i64) -> i64 {
  local i: i64
  local last, block: ptr
  for l i = 0 to n step 1 {
    block = call ptr rt.allocate(i32(size))
    i64[block] = i
    call rt.release(last)
    last = block
  }
  return i64[last]
}`;

describe.each([0, 2] as const)('at level %i', (optimizeLevel) => {
  test('memory is allocated, grown, copied, filled and freed', async () => {
    const fn = await compile(corpusModule('memory'), { optimizeLevel });
    const model = (n: number) =>
      BigInt(2 * Array.from({ length: n }, (_, i) => i * i).reduce((a, b) => a + b, 0) - (n > 0 ? 1 : 0));
    for (const n of [0, 1, 3, 100, 5000]) expect(returned(fn.call([BigInt(n)]))).toBe(model(n));
  });

  test('a list grown during the call is seen after it', async () => {
    const fn = await compile(textModule(append), { optimizeLevel });
    const outcome = fn.call([hostList(7n), 1000n]);
    expect(returned(outcome)).toBe(1001n);
    const numbers = Array.from({ length: 1000 }, (_, i) => BigInt(i));
    expect(outcome.argsAfter[0]).toEqual(hostList(7n, ...numbers));
    expect(fn.call([hostList(), 0n]).argsAfter[0]).toEqual(hostList());
  });

  test('temporaries in a loop reuse their memory', async () => {
    const fn = await compile(textModule(temporaries), { optimizeLevel, memoryLimitBytes: 3 * 2 ** 20 });
    expect(returned(fn.call([100000n, 500000n]))).toBe(99999n);
  });
});

test('the memory limit is a MemoryError that a try can catch, and the next call starts afresh', async () => {
  const limit = { memoryLimitBytes: 2 ** 20 };
  const module = textModule(`
func f(size: i64) -> i64 {
  return i64(u32(call ptr rt.allocate(i32(size))) > 0u32)
}`);
  const fn = await compile(module, limit);
  expect(raised(fn.call([2n ** 20n]))).toBe('MemoryError: Allocation failed (probably too large).');
  expect(raised(fn.call([-1n]))).toBe('MemoryError: Allocation failed (probably too large).');
  expect(returned(fn.call([2n ** 19n]))).toBe(1n);
  expect(returned(fn.call([2n ** 19n]))).toBe(1n);
  const caught = await compile(
    textModule(`
func f(size: i64) -> i64 {
  try {
    return i64(u32(call ptr rt.allocate(i32(size))) > 0u32)
  } catch {
    return -1
  }
}`),
    limit,
  );
  expect(returned(caught.call([2n ** 21n]))).toBe(-1n);
});

test('at the limit larger free blocks are taken', async () => {
  const fn = await compile(
    textModule(`
func f() -> i64 {
  local a: ptr
  a = call ptr rt.allocate(500000i32)
  call rt.release(a)
  a = call ptr rt.allocate(400000i32)
  a = call ptr rt.allocate(400000i32)
  return 1
}`),
    { memoryLimitBytes: 2 ** 20 },
  );
  expect(returned(fn.call([]))).toBe(1n);
});

test('a block grows in place at the end of the heap, else moves to a free one with room to grow', async () => {
  const fn = await compile(
    textModule(`
func f() -> i64 {
  local free, block, behind, moved: ptr
  local passed: i64
  free = call ptr rt.allocate(40000i32)
  block = call ptr rt.allocate(5000i32)
  i64[block + 4992] = 77
  passed = i64(call ptr rt.reallocate(block, 50000i32) == block)
  behind = call ptr rt.allocate(100i32)
  call rt.release(free)
  moved = call ptr rt.allocate(5000i32)
  i64[moved + 4992] = 88
  behind = call ptr rt.allocate(100i32)
  moved = call ptr rt.reallocate(moved, 7000i32)
  passed = passed + 2 * i64(moved == free)
  passed = passed + 4 * i64(call ptr rt.reallocate(moved, 40000i32) == free)
  return passed + 8 * i64(i64[block + 4992] == 77) + 16 * i64(i64[free + 4992] == 88)
}`),
  );
  expect(returned(fn.call([]))).toBe(31n);
});

test('growing in place keeps to the memory limit', async () => {
  const fn = await compile(
    textModule(`
func f(size: i64) -> i64 {
  local block: ptr
  block = call ptr rt.allocate(5000i32)
  return i64(call ptr rt.reallocate(block, i32(size)) == block)
}`),
    { memoryLimitBytes: 2 ** 20 },
  );
  expect(returned(fn.call([2n ** 19n]))).toBe(1n);
  expect(raised(fn.call([2n ** 20n]))).toMatch(/^MemoryError/);
});

test('the module’s maximum memory holds whatever the host allows', async () => {
  const module = textModule(`
func f(size: i64) -> ptr {
  return call ptr rt.allocate(i32(size))
}`);
  const fn = await compile(module, { maxMemoryBytes: 2 ** 20 });
  expect(raised(fn.call([2n ** 20n]))).toMatch(/^MemoryError/);
});

test('random allocations do not overlap and keep their contents', async () => {
  const fn = await compile(
    textModule(`
# Each step works on a slot: 0 frees it, else it is allocated or reallocated to that many bytes and filled with the step.
func f(steps: array(i64, 2), blocks: array(i64, 1), sizes: array(i64, 1), marks: array(i64, 1)) -> i64 {
  local i, slot, size, old, k: i64
  local block: ptr
  for l i = 0 to steps.2 step 1 {
    slot = i64[steps.1 + i * 16]
    size = i64[steps.1 + i * 16 + 8]
    block = ptr(i64[blocks.1 + slot * 8])
    old = i64[sizes.1 + slot * 8]
    for check k = 0 to old step 1 {
      if u8[block + k * 1] != u8(i64[marks.1 + slot * 8]) {
        return i
      }
    }
    if size == 0 {
      call rt.release(block)
      block = 0ptr
    } else {
      if block == 0ptr {
        block = call ptr rt.allocate(i32(size))
      } else {
        block = call ptr rt.reallocate(block, i32(size))
        for kept k = 0 to min(old, size) step 1 {
          if u8[block + k * 1] != u8(i64[marks.1 + slot * 8]) {
            return -2 - i
          }
        }
      }
      if (i64(block) & 15) != 0 {
        return -3
      }
      memoryFill(block, i32(i), i32(size))
    }
    i64[blocks.1 + slot * 8] = i64(block)
    i64[sizes.1 + slot * 8] = size
    i64[marks.1 + slot * 8] = i
  }
  return -1
}`),
    { memoryLimitBytes: 64 * 2 ** 20 },
  );
  const random = seededRandom(11);
  const slots = 40;
  const steps = Array.from({ length: 4000 }, () => [
    BigInt(Math.floor(random() * slots)),
    random() < 0.4 ? 0n : BigInt(Math.floor(2 ** (random() * 16))),
  ]);
  const zeros = () => hostArray(new BigInt64Array(slots));
  const table = hostArray(new BigInt64Array(steps.flat()), [steps.length, 2]);
  expect(returned(fn.call([table, zeros(), zeros(), zeros()]))).toBe(-1n);
});

test('size classes waste at most a quarter and agree with what they promise', () => {
  let last = 0;
  for (let bytes = 0; bytes < 3e6; bytes = Math.max(bytes + 1, Math.floor(bytes * 1.01))) {
    const { sizeClass: index, size } = sizeClass(bytes);
    expect(size).toBeGreaterThanOrEqual(bytes);
    if (bytes > 64) expect(size - bytes).toBeLessThan(bytes / 4 + 16);
    expect(index).toBeGreaterThanOrEqual(last);
    last = index;
  }
});

test('a function that returns a new array can run many times without growing memory', async () => {
  const fn = await compile(
    textModule(`
func f(n: i64) -> array(f64, 1) {
  local data: ptr
  data = call ptr rt.allocate(i32(n * 8))
  f64[data] = f64(n)
  return data, data, n, 8
}`),
    { memoryLimitBytes: 2 ** 20 },
  );
  const prepared = fn.prepare([10000n]);
  for (let i = 0; i < 1000; i++) prepared.run();
  expect(prepared.outcome().kind).toBe('returned');
});

test('the clock runs', async () => {
  const fn = await compile(
    textModule(`
func f() -> bool {
  local start: f64
  start = call f64 rt.clock()
  return call f64 rt.clock() >= start
}`),
  );
  expect(returned(fn.call([]))).toBe(true);
});
