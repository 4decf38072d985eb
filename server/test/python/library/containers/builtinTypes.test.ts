import { expect, test } from 'vitest';
import { disagreements } from './support/typeTable';

// Answered by inference, or asked of the library under another form: `list()` is refined by what follows.
const elsewhere =
  /^builtins\.(isinstance|hasattr|getattr|format|slice|iter|next|map|filter)$|^operator\.(not_|truth)$/;

// The library has no entry for these yet, so calls of them get no verdict.
const notYet = /^numpy\.(nan)?median$/;

test.each(['builtins', 'lists', 'tuples', 'strings', 'setsAndDicts', 'reductions'])(
  'calls of %s have the types that Numba gives',
  (family) => {
    const found = disagreements(family, (name) => !elsewhere.test(name) && !notYet.test(name));
    expect(found.filter((each) => !isRefinedLater(each.got))).toEqual([]);
  },
);

function isRefinedLater(got: string): boolean {
  return got.includes('undefined');
}
