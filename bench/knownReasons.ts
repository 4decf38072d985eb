const conversion =
  'a float becomes an index by one instruction of x86, which in Wasm V8 makes from five to eight: what NaN and numbers out of range give is not left to the machine';
const outerCache =
  'Numba loads 64 bytes at a time from the outer cache, Wasm 16: more accumulators (8 and 16 were tried) change nothing there, and in the inner cache both are equal';

/** Why a kernel stays behind Numba, and what would close the gap; shown below the table. */
export const knownReasons: Readonly<Record<string, string>> = {
  bilinear: conversion,
  dot_fastmath: outerCache,
  gray_image: `${conversion}; and bytes that lie three apart are read one by one`,
  histogram: conversion,
  histogram_2d: conversion,
  integer_mix:
    'a chain of 64-bit multiplications in lanes: Wasm has 64-bit lane products only in parts, AVX-512 whole',
  polynomial:
    'arithmetic on data in cache, where Numba has eight lanes of AVX-512 with fused multiply-add against two of Wasm without; relaxed SIMD would halve the gap',
  sum_fastmath: outerCache,
};
