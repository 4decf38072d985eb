import { expect, test } from 'vitest';
import { disagreements } from './support/typeTable';

// Answered by inference, or asked of the library under another form: `list()` is refined by what follows.
const elsewhere =
  /^builtins\.(isinstance|hasattr|getattr|format|slice|iter|next|map|filter)$|^operator\.(not_|truth)$/;

// The library has no entry for `unwrap` yet, and makes no arrays of typed lists.
const notYet = /^numpy\.(unwrap|argwhere|flatnonzero)$/;

// Compared with the values in the recorded cases; `()` as a shape prints as it does anywhere else.
const otherwise = /allclose$|^numpy\.(shape|nan_to_num)$|polyval$/;

const families = [
  'builtins',
  'lists',
  'tuples',
  'strings',
  'setsAndDicts',
  'reductions',
  'linear',
  'shaping',
  'statistics',
];

test.each(families)('calls of %s have the types that Numba gives', (family) => {
  const isAsked = (name: string) => ![elsewhere, notYet, otherwise].some((names) => names.test(name));
  const found = disagreements(family, isAsked);
  expect(found.filter((each) => !isRefinedLater(each.got))).toEqual([]);
});

function isRefinedLater(got: string): boolean {
  return got.includes('undefined');
}
