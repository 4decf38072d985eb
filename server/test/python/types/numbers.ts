import {
  boolean,
  complex64,
  complex128,
  float16,
  float32,
  float64,
  int8,
  int16,
  int32,
  int64,
  type NumbaType,
  uint8,
  uint16,
  uint32,
  uint64,
} from '../../../src/frontends/python/types/numbaType';

/** The order of the tables below. */
export const numbers: readonly NumbaType[] = [
  boolean,
  int8,
  int16,
  int32,
  int64,
  uint8,
  uint16,
  uint32,
  uint64,
  float16,
  float32,
  float64,
  complex64,
  complex128,
];

/** Numba 0.68's can_convert, a row per source: exact, promote, safe, unsafe, none. */
export const numberConversions: Readonly<Record<string, string>> = {
  bool: '=sssssssssssss',
  int8: 'u=pppuuuusssss',
  int16: 'uu=ppuuuuussss',
  int32: 'uuu=puuuuuusus',
  int64: 'uuuu=uuuuuusus',
  uint8: 'uusss=pppussss',
  uint16: 'uuussu=ppuusus',
  uint32: 'uuuusuu=puusus',
  uint64: 'uuuuuuuu=uusus',
  float16: 'uuuuuuuuu=ppss',
  float32: 'uuuuuuuuuu=pss',
  float64: 'uuuuuuuuuuu=us',
  complex64: '------------=p',
  complex128: '------------u=',
};

/** Numba 0.68's unify_pairs, as indices into `numbers`. */
export const numberUnifications: Readonly<Record<string, string>> = {
  bool: '0 1 2 3 4 5 6 7 8 9 10 11 12 13',
  int8: '1 1 2 3 4 2 3 4 11 9 10 11 12 13',
  int16: '2 2 2 3 4 2 3 4 11 10 10 11 12 13',
  int32: '3 3 3 3 4 3 3 4 11 11 11 11 13 13',
  int64: '4 4 4 4 4 4 4 4 11 11 11 11 13 13',
  uint8: '5 2 2 3 4 5 6 7 8 9 10 11 12 13',
  uint16: '6 3 3 3 4 6 6 7 8 10 10 11 12 13',
  uint32: '7 4 4 4 4 7 7 7 8 11 11 11 13 13',
  uint64: '8 11 11 11 11 8 8 8 8 11 11 11 13 13',
  float16: '9 9 10 11 11 9 10 11 11 9 10 11 12 13',
  float32: '10 10 10 11 11 10 10 11 11 10 10 11 12 13',
  float64: '11 11 11 11 11 11 11 11 11 11 11 11 13 13',
  complex64: '12 12 12 13 13 12 12 13 13 12 12 13 12 13',
  complex128: '13 13 13 13 13 13 13 13 13 13 13 13 13 13',
};
