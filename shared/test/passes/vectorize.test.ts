import { expect, test } from 'vitest';
import type { FunctionIR } from '../../src/ir/nodes';
import { parseFunctions } from '../../src/ir/parser';
import { printFunction } from '../../src/ir/printer';
import { verify } from '../../src/ir/verifier';
import { vectorizeLoops } from '../../src/passes/vectorize/vectorize';

function vectorised(text: string, fastmath = false): { readonly said: string[]; readonly text: string } {
  const [parsed] = parseFunctions(text);
  const said: string[] = [];
  const source: FunctionIR = { ...parsed!, fastmath };
  const fn = vectorizeLoops(
    source,
    (message) => said.push(message),
    () => undefined,
  );
  expect(verify({ name: fn.name, entry: fn.name, data: [], functions: [fn] })).toEqual([]);
  return {
    said,
    text: printFunction(fn)
      .map((line) => line.text)
      .join('\n'),
  };
}

const loop = (body: string, locals = '') => `
func f(a: array(f64, 1), b: array(f64, 1), n: i64) -> f64 {
  local i: i64
  local s: f64
  ${locals}
  s = 0.0
  for l i = 0 to n step 1 {
    ${body}
  }
  return s
}`;

test('an elementwise loop: loads first, stores last, the scalar loop for the rest and for arrays that overlap', () => {
  const { said, text } = vectorised(loop('f64[a.1 + i * 8] = f64[b.1 + i * 8] * 2.0'));
  expect(said).toEqual(['vectorised by 2 lanes, unrolled 4 times']);
  const inside = text.slice(text.indexOf('for l.v'), text.indexOf('split = end'));
  const kinds = [...inside.matchAll(/^\s*(?:v\w* = (v128)\[|(v128)\[)/gm)].map((one) =>
    one[1] ? 'load' : 'store',
  );
  expect(kinds).toEqual(['load', 'load', 'load', 'load', 'store', 'store', 'store', 'store']);
  expect(text).toContain('u32(i64(a.1) + i64(b.1) * -1) - 1u32 >= 63u32');
  expect(text).toMatch(/for l i = split to last step 1 \{\n {4}f64\[a\.1 \+ i \* 8\]/);
});

test("rows of a block of the function's own are not asked whether they overlap its arguments", () => {
  const { said, text } = vectorised(`
func f(a: array(f64, 1), n: i64) -> ptr {
  local i, j: i64
  local block, row: ptr
  block = call ptr rt.allocate(80000i32)
  for outer j = 0 to n step 1 {
    row = block + ptr(j * 800)
    for l i = 0 to 100 step 1 {
      f64[row + i * 8] = f64[row + i * 8] + f64[a.1 + i * 8]
    }
  }
  return block
}`);
  expect(said).toContain('vectorised by 2 lanes, unrolled 4 times');
  expect(text).toContain('if last >= 8 {');
});

test('bytes go sixteen to a vector', () => {
  const text = loop('u8[a.1 + i * 1] = u8[b.1 + i * 1] + 1u8');
  expect(vectorised(text).said).toEqual(['vectorised by 16 lanes, unrolled 4 times']);
});

test('sums of bytes that Python computes in 64 bits stay bytes where a byte is stored', () => {
  const text = loop('u8[a.1 + i * 1] = u8(i64(u8[b.1 + i * 1]) + i64(u8[a.1 + i * 1]))');
  const result = vectorised(text);
  expect(result.said).toEqual(['vectorised by 16 lanes, unrolled 4 times']);
  expect(result.text.match(/i8x16\.add/g)).toHaveLength(4);
  expect(result.text).not.toContain('extend');
});

test('what needs more bits than its operands gets just those', () => {
  const { text } = vectorised(
    loop('u8[a.1 + i * 1] = u8((i64(u8[b.1 + i * 1]) + i64(u8[a.1 + i * 1])) // 2)'),
  );
  expect(text).toContain('i16x8.shr_s');
  expect(text).not.toContain('i32x4');
});

test('locals become narrow with their values; the scalar loop keeps its own', () => {
  const { text } = vectorised(
    loop(
      `x = i64(u8[b.1 + i * 1])
    if x > 200 {
      x = 200
    }
    u8[a.1 + i * 1] = u8(x * x)`,
      'local x: i64',
    ),
  );
  expect(text).toContain('i8x16.gt_u');
  expect(text).toContain('i16x8.mul');
  expect(text).toMatch(/for l i = split to last step 1 \{\n {4}x = i64\(/);
});

test('bytes and conditions are added up in few bits first', () => {
  const bytes = vectorised(
    loop('c = c + i64(u8[b.1 + i * 1])\n    d = d - i64(u8[a.1 + i * 1] > 3u8)', 'local c, d: i64'),
  );
  expect(bytes.said).toEqual(['vectorised by 16 lanes, unrolled 4 times']);
  expect(bytes.text.match(/i16x8\.extadd_pairwise_i8x16_u/g)).toHaveLength(4);
  expect(bytes.text.match(/i16x8\.extadd_pairwise_i8x16_s/g)).toHaveLength(1);
  expect(bytes.text).toMatch(/c = c \+ /);
  expect(bytes.text).toMatch(/d = d - /);
});

test('floats divide integers, and what they do not hold is left to the scalar loop', () => {
  const narrow = vectorised(loop('i32[a.1 + i * 4] = i32(i64(i32[b.1 + i * 4]) %% 10)'));
  expect(narrow.said).toEqual(['vectorised by 4 lanes, unrolled 4 times']);
  expect(narrow.text).toContain('f64x2.floor');
  expect(narrow.text).not.toContain('bail');
  const wide = vectorised(loop('i64[a.1 + i * 8] = i64[b.1 + i * 8] %% 10'));
  expect(wide.text).toContain('bail');
  expect(wide.text).toContain('f64x2.mul');
});

test('doubles become 64-bit integers by a sum, unless one is large', () => {
  const { text } = vectorised(loop('i64[a.1 + i * 8] = i64(f64[b.1 + i * 8])'));
  expect(text).toMatch(/wide = i64x2\.sub\(f64x2\.add\(/);
  expect(text).toMatch(/if bool\(v128\.any_true\(/);
});

test('both branches of a condition are one store', () => {
  const { text } = vectorised(
    loop(`if f64[b.1 + i * 8] > 0.0 {
      f64[a.1 + i * 8] = 1.0
    } else {
      f64[a.1 + i * 8] = f64[b.1 + i * 8]
    }`),
  );
  const inside = text.slice(text.indexOf('for l.v'), text.indexOf('split = end'));
  expect(inside.match(/v128\.bitselect/g)).toHaveLength(4);
  expect(inside.match(/^ *v128\[/gm)).toHaveLength(4);
});

test.each(['f64', 'i64', 'i32', 'u32', 'f32'])('a table of %s is read lane by lane', (type) => {
  const bytes = type.endsWith('64') ? 8 : 4;
  const [fn] = parseFunctions(loop(`${type}[a.1 + i * ${bytes}] = ${type}[&table + (i & 7) * ${bytes}]`));
  const said: string[] = [];
  const vectors = vectorizeLoops(
    fn!,
    (message) => said.push(message),
    () => undefined,
  );
  expect(said).toEqual([`vectorised by ${16 / bytes} lanes, unrolled 4 times`]);
  const table = { name: 'table', bytes: new Uint8Array(64), align: 8 };
  expect(verify({ name: 'f', entry: 'f', data: [table], functions: [vectors] })).toEqual([]);
});

test('a sum of floats keeps its order without fastmath', () => {
  const sum = loop('s = s + f64[a.1 + i * 8]');
  expect(vectorised(sum).said).toEqual([
    'not vectorised: it adds up floats, whose order only fastmath gives up',
  ]);
  expect(vectorised(sum, true).said).toEqual(['vectorised by 2 lanes, unrolled 4 times']);
});

test('strict sums run side by side in the loop around them', () => {
  const { said, text } = vectorised(
    loop(
      `t = 0.0
    for m k = 0 to n step 1 {
      t = t + f64[(a.1 + ptr(k * n)) + i * 8]
    }
    f64[b.1 + i * 8] = t`,
      'local k: i64\n local t: f64',
    ),
  );
  expect(said.at(-1)).toBe('vectorised by 2 lanes, unrolled 4 times');
  expect(text).toMatch(/for m0? k = 0 to n step 1 \{[^}]*t\.v3 = f64x2\.add\(t\.v3/);
});

const rounds = (step: string) =>
  loop(
    `x = i
    c = 0
    loop m {
      if x <= 1 {
        break m
      }
      x = ${step}
      c = c + 1
    }
    i64[a.1 + i * 8] = c`,
    'local x, c: i64',
  );

test('a loop that iterations leave at different times pays where a round takes long', () => {
  expect(vectorised(rounds('x >> 1')).said).toEqual([
    'not vectorised: its iterations leave a loop of 64-bit integers at different times',
  ]);
  expect(vectorised(rounds('n % x')).said).toEqual(['vectorised by 2 lanes, unrolled 4 times']);
});

test.each([
  ['f64[a.1 + i * 8] = f64[a.1 + (i - 1) * 8] + 1.0', 'an iteration needs what one just before it stores'],
  ['f64[a.1 + i * 16] = 1.0', 'it stores to places that do not follow each other'],
  ['s = s * 0.5 + f64[a.1 + i * 8]', 'a value goes from one iteration to the next'],
  ['f64[a.1 + i * 8] = call f64 other(f64[b.1 + i * 8])', 'it calls other'],
  ['if f64[a.1 + i * 8] > 0.0 {\n break l\n }', 'it leaves its loop'],
])('%s: says why not', (body, why) => {
  const [fn] = parseFunctions(loop(body));
  const said: string[] = [];
  const same = vectorizeLoops(
    fn!,
    (message) => said.push(message),
    () => undefined,
  );
  expect(said).toEqual([`not vectorised: ${why}`]);
  expect(same).toBe(fn);
});

test('a value that only some iterations leave behind is not that of the last one', () => {
  const { said } = vectorised(
    loop(`if f64[a.1 + i * 8] > 3.0 {
      f64[b.1 + i * 8] = 1.0
      s = 2.0
    }`),
  );
  expect(said).toEqual(['not vectorised: a value goes from one iteration to the next']);
});
