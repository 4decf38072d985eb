import { describe, expect, it } from 'vitest';
import { parseFunctions } from '../../src/ir/parser';
import { Remarks } from '../../src/passes/remark';
import { threadConditions } from '../../src/passes/threadConditions';
import { compile, hostArray, moduleOf, returned } from '../wasm/compiled';
import { lines, runPass } from './passText';

const inLoop = (statements: string) => `
func f(a: array(i64, 1), n: i64) -> i64 {
  local i, count, t: i64
  local c: bool
  for l i = 0 to n step 1 {
    ${statements}
    count = count + i
  }
  return count
}`;

const anyOf = (then: string, rest = '') => `c = i < 1
    if !c {
      c = i > 6
      if !c {
        t = i64[a.1 + i * 8]
        c = t == 3
      }
    }
    if ${then} {
      continue l
    }${rest}`;

const allOf = (then: string, last = 'continue l') => `c = i > 1
    if c {
      c = i < 7
      if c {
        c = i64[a.1 + i * 8] == 3
      }
    }
    if ${then} {
      ${last}
    }`;

/** What the loop does before it counts. */
const loopOf = (body: string) =>
  body
    .split('\n')
    .slice(1, -3)
    .map((line) => line.slice(2))
    .join('\n');

describe('branching on the parts of a condition', () => {
  it('jumps where one of several holds, and asks together what costs nothing', () => {
    const { body, remarks } = runPass(threadConditions, inLoop(anyOf('c')));
    expect(loopOf(body)).toBe(
      lines(`
  if (i < 1) | (i > 6) {
    continue l
  }
  t = i64[a.1 + i * 8]
  if t == 3 {
    continue l
  }`),
    );
    expect(remarks).toEqual(['branched on each part of a condition']);
  });

  it('jumps where one of several does not hold', () => {
    expect(loopOf(runPass(threadConditions, inLoop(allOf('!c'))).body)).toBe(
      lines(`
  if !((i > 1) & (i < 7)) {
    continue l
  }
  if !(i64[a.1 + i * 8] == 3) {
    continue l
  }`),
    );
  });

  it('nests branches where all must hold', () => {
    expect(loopOf(runPass(threadConditions, inLoop(allOf('c', 'count = 5'))).body)).toBe(
      lines(`
  if (i > 1) & (i < 7) {
    if i64[a.1 + i * 8] == 3 {
      count = 5
    }
  }`),
    );
  });

  it('leaves what would have to stand twice, what else reads the condition, and parts that all cost nothing', () => {
    const cheap = 'c = i > 1\n    if c {\n      c = i < 5\n    }\n    if c {\n      continue l\n    }';
    const both = `${allOf('c', 'count = 5')} else {\n      count = 6\n    }`;
    for (const text of [anyOf('!c'), anyOf('c', '\n    count = i64(c)'), cheap, both])
      expect([text, runPass(threadConditions, inLoop(text)).remarks]).toEqual([text, []]);
  });

  it.each([anyOf('c'), allOf('!c'), allOf('c', 'count = 5'), allOf('c', 'count = count * 2')])(
    'computes the same',
    async (text) => {
      const [fn] = parseFunctions(inLoop(text));
      const threaded = threadConditions(fn!, new Remarks().of('threadConditions'));
      expect(threaded).not.toBe(fn);
      const plain = await compile(moduleOf(fn!), { optimizeLevel: 0 });
      const quick = await compile(moduleOf(threaded), { optimizeLevel: 0 });
      const values = BigInt64Array.of(3n, 1n, 3n, 4n, 3n, 3n, 9n, 3n);
      for (const n of [0n, 1n, 3n, 8n]) {
        const run = (one: typeof plain) => returned(one.call([hostArray(values), n]));
        expect([n, run(quick)]).toEqual([n, run(plain)]);
      }
    },
  );
});
