/** Why a kernel stays behind Numba, and what would close the gap; shown below the table. */
export const knownReasons: Readonly<Record<string, string>> = {
  list_building:
    'each append checks and stores the length in memory and may call to grow; keeping length and capacity in locals over the loop would close it',
  polynomial:
    'arithmetic on data in cache, where Numba has eight lanes of AVX-512 with fused multiply-add against two of Wasm without; relaxed SIMD would halve the gap',
  sum_fastmath: 'Numba sums in several accumulators of eight AVX-512 lanes, Wasm in those of two lanes',
  integer_mix:
    'a chain of 64-bit multiplications in lanes: Wasm has 64-bit lane products only in parts, AVX-512 whole',
};
