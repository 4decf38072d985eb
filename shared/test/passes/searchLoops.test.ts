import { describe, expect, it } from 'vitest';
import { parseFunctions } from '../../src/ir/parser';
import { Remarks } from '../../src/passes/remark';
import { vectorizeLoops } from '../../src/passes/vectorize/vectorize';
import { compile, hostArray, moduleOf, returned, seededRandom } from '../wasm/compiled';
import { runPass } from './passText';

const pass = (fn: Parameters<typeof vectorizeLoops>[0], report: Parameters<typeof vectorizeLoops>[1]) =>
  vectorizeLoops(fn, report, () => undefined);

interface Form {
  readonly type: string;
  readonly op?: string;
  /** Statements behind the choices, or around them where `{}` stands. */
  readonly body?: string;
  readonly where?: string;
}

/** The best of `a`, `start` to begin with, and where it is. */
function search({ type, op = '<', body = '{}', where = 'i' }: Form): string {
  const bytes = type.endsWith('64') ? 8 : type.endsWith('32') ? 4 : 2;
  const choices = `
    v = ${type}[a.1 + i * ${bytes}]
    better = v ${op} best
    best = better ? v : best
    where = better ? ${where} : where`;
  return `
func f(a: array(${type}, 1), start: ${type}) -> tuple(${type}, i64, i64) {
  local i, where, count: i64
  local best, v: ${type}
  local better: bool
  best = start
  where = 1000
  count = 5
  for l i = 0 to a.2 step 1 {
    ${body.replace('{}', choices)}
  }
  return best, where, count
}`;
}

const numbers = { f64: Float64Array, f32: Float32Array, i32: Int32Array, u32: Uint32Array } as const;
const wideNumbers = { i64: BigInt64Array, u64: BigUint64Array } as const;

function values(type: string, length: number, random: () => number): Parameters<typeof hostArray>[0] {
  const special = [Number.NaN, 0, -0, Number.POSITIVE_INFINITY];
  const each = (i: number): number => {
    // Few different values, so that many are equal.
    if (type[0] !== 'f' || random() < 0.7) return Math.floor(random() * 6) - (type[0] === 'u' ? 0 : 3);
    return special[i % special.length]!;
  };
  const all = Array.from({ length }, (_, i) => each(i));
  if (type in wideNumbers) return new wideNumbers[type as 'i64'](all.map(BigInt));
  return new numbers[type as 'f64'](all);
}

async function expectSame(text: string, type: string): Promise<void> {
  const [fn] = parseFunctions(text);
  const vectors = pass(fn!, new Remarks().of('vectorize'));
  expect(vectors).not.toBe(fn);
  const plain = await compile(moduleOf(fn!), { optimizeLevel: 0 });
  const quick = await compile(moduleOf(vectors), { optimizeLevel: 0 });
  const random = seededRandom(11);
  const starts = type[0] === 'f' ? [9, -9, Number.NaN, 0, -0] : type[0] === 'u' ? [9, 0, 3] : [9, -9, 0];
  for (const length of [0, 1, 7, 8, 9, 16, 31, 64, 100]) {
    const data = values(type, length, random);
    for (const number of starts) {
      const start = type in wideNumbers ? BigInt(number) : number;
      const run = (one: typeof plain) => returned(one.call([hostArray(data), start]));
      expect([length, number, run(quick)]).toEqual([length, number, run(plain)]);
    }
  }
}

describe('a loop that looks for an extreme and its place', () => {
  it('keeps in each lane the step that had its best, and runs the iteration found again', () => {
    const { body, remarks } = runPass(pass, search({ type: 'f64' }));
    expect(remarks).toEqual(['vectorised by 2 lanes, unrolled 4 times, each lane with its best']);
    expect(body).toContain('found = f64x2.pmax(found, v128.and(f64x2.lt(v6, best.v), step))');
    expect(body).toContain('best.v = f64x2.pmin(best.v, v6)');
    expect(body).toContain('step = f64x2.add(step, f64x2.splat(1.0))');
    expect(body).toMatch(/if v\d+ >= 8 \{\n +for l i = v\d+ to v\d+ \+ 1 step 1 \{/);
    expect(body).toContain('for l i = split to last step 1 {');
  });

  it.each(
    ['f64', 'f32', 'i32', 'u32', 'i64', 'u64'].flatMap((type) =>
      (type[0] === 'f' ? ['<', '>'] : ['<', '>', '<=', '>=']).map((op) => ({ type, op })),
    ),
  )('finds in $type what the scalar loop finds with $op', ({ type, op }) =>
    expectSame(search({ type, op }), type),
  );

  it.each(['f64', 'i32'])('looks only where a condition of %s holds', (type) => {
    const op = type === 'i32' ? '>=' : '>';
    return expectSame(search({ type, op, body: 'if i & 3 != 2 {\n {}\n }' }), type);
  });

  it('sums up beside it', () => expectSame(search({ type: 'i64', body: '{}\n count = count + v' }), 'i64'));

  it('knows a place that is counted beside the index', async () => {
    const counting = { where: 'count', body: '{}\n count = count + 3' };
    await expectSame(search({ type: 'i64', ...counting }), 'i64');
    await expectSame(search({ type: 'f32', op: '>', ...counting }), 'f32');
  });

  it.each([
    ['{}\n f64[a.1 + i * 8] = 1.0', 'i', 'it keeps the place of an extreme beside other work'],
    ['{}\n count = where', 'i', 'a value goes from one iteration to the next'],
    ['{}\n count = count * 3', 'count', 'a value goes from one iteration to the next'],
    ['{}\n best = best + 1.0', 'i', 'a value goes from one iteration to the next'],
  ])('leaves alone: %s', (body, where, why) => {
    const { remarks } = runPass(pass, search({ type: 'f64', body, where }));
    expect(remarks).toEqual([`not vectorised: ${why}`]);
  });

  it('leaves alone where the last of equal floats counts, and what is kept of few bits', () => {
    expect(runPass(pass, search({ type: 'f64', op: '<=' })).remarks[0]).toMatch(/^not vectorised/);
    expect(runPass(pass, search({ type: 'i16' })).remarks).toEqual([
      'not vectorised: it keeps the place of an extreme of few bits',
    ]);
  });
});

describe('what a loop counts beside its index', () => {
  it('is the index at a distance, and stores by it follow each other', () => {
    const { body, remarks } = runPass(
      pass,
      `
func f(a: array(f64, 1), b: array(f64, 1), n: i64, at: i64) -> i64 {
  local i: i64
  for l i = 2 to n step 1 {
    f64[a.1 + at * 8] = f64[b.1 + i * 8]
    at = at + 1
    f64[b.1 + at * 8] = 1.0
  }
  return at
}`,
    );
    expect(remarks).toEqual(['vectorised by 2 lanes, unrolled 4 times']);
    expect(body).toContain('at.0 = at');
    expect(body).toMatch(/\}\nat = at\.0 \+ \(split - 2\) \* 1\nfor l i = split to last step 1 \{/);
  });
});

describe('a sum of floats in a loop inside another', () => {
  const sums = (stop: string) => `
func f(a: array(f64, 1), b: array(f64, 1), n: i64) -> f64 {
  local i, j: i64
  local s, t: f64
  for outer j = 0 to ${stop} step 1 {
    t = 0.0
    for l i = 0 to n step 1 {
      t = t + f64[a.1 + i * 8] * f64[b.1 + i * 8]
    }
    s = s * 0.5 + t
  }
  return s
}`;

  it('is added lane by lane, in order', () => {
    const { body, remarks } = runPass(pass, sums('n'));
    expect(remarks).toContain('vectorised by 2 lanes, unrolled 4 times, floats added up in order');
    const inside = body.slice(body.indexOf('for l.v'), body.indexOf('split = end'));
    expect(inside.match(/f64x2\.mul/g)).toHaveLength(4);
    const lanes = [...inside.matchAll(/t = t \+ f64x2\.extract_lane\((\d), (\w+)\)/g)];
    expect(lanes.map((one) => one[1])).toEqual(['0', '1', '0', '1', '0', '1', '0', '1']);
    expect(new Set(lanes.map((one) => one[2])).size).toBe(4);
  });
});
