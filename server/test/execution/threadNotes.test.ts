import { expect, it } from 'vitest';
import { threadNotes } from '../../src/execution/measuring/threadNotes';

const parallel = { initial: 1, maximum: 2, functions: 1 };
const refused = (reason: string) => ({
  pass: 'outlineParallel',
  message: `not run by several threads: ${reason}`,
});

it('says how many threads could share the loops', () => {
  expect(threadNotes({ parallel, remarks: [] }, 4)).toEqual([
    'Parallel loops of the compiled code could use 4 threads.',
  ]);
  expect(threadNotes({ parallel, remarks: [] }, 1)).toEqual([
    'Parallel loops of the compiled code ran on one thread: there are no others here.',
  ]);
});

it('says why a loop stayed on one thread, each reason once', () => {
  const remarks = [refused('an iteration prints'), refused('an iteration prints')];
  expect(threadNotes({ remarks }, undefined)).toEqual([
    'A parallel loop of the compiled code ran on one thread, where Numba may use all: an iteration prints.',
  ]);
  expect(threadNotes({ remarks: [] }, undefined)).toEqual([]);
});
