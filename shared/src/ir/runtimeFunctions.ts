import type { ScalarType } from './scalarType';

/**
 * Functions every module can call without defining them; `shared/wasm/runtime` supplies them.
 * `rt.allocate(size i32) -> ptr`: 16-byte aligned, zero size allowed, raises MemoryError; the block starts with
 *   reference count 1 kept in a header before the address, so the address itself is both meminfo and data.
 * `rt.retain(ptr)`, `rt.release(ptr)`: reference count; 0 is ignored; release frees at zero.
 * `rt.reallocate(ptr, size i32) -> ptr`: keeps contents.
 * `rt.clock() -> f64` seconds.
 * `rt.parallel(which i32, first i64, last i64, parts i32)`: runs `module.parallel[which]` on that many parts of the
 *   range, all of about one length, on whatever threads there are; returns when all have run.
 * `wasm.memorySize() -> i32`: pages of 64 KiB that the memory has.
 */
export const runtimeFunctions = {
  'rt.allocate': { params: ['i32'], results: ['ptr'] },
  'rt.reallocate': { params: ['ptr', 'i32'], results: ['ptr'] },
  'rt.retain': { params: ['ptr'], results: [] },
  'rt.release': { params: ['ptr'], results: [] },
  'rt.parallel': { params: ['i32', 'i64', 'i64', 'i32'], results: [] },
  'rt.clock': { params: [], results: ['f64'] },
  'wasm.memorySize': { params: [], results: ['i32'] },
} as const satisfies Record<string, { params: readonly ScalarType[]; results: readonly ScalarType[] }>;
