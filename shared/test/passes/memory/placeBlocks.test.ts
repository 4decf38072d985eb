import { describe, expect, it } from 'vitest';
import type { FunctionIR } from '../../../src/ir/nodes';
import { placeBlocks } from '../../../src/passes/memory/placeBlocks';
import type { Report } from '../../../src/passes/remark';
import { lines, runPass } from '../passText';

const inFunction = (body: string) => `
func f(n: i64, q: ptr) -> f64 {
  local i: i64
  local x: f64
  local p, kept: ptr
${lines(body)}
  return x
}`;

function pass(fn: FunctionIR, report: Report): FunctionIR {
  return placeBlocks({ name: 'm', entry: fn.name, functions: [fn], data: [] }, report).functions[0]!;
}

/** Names of fixed blocks stand for segments, which one function alone does not have. */
function after(body: string): { text: string; remarks: readonly string[] } {
  const { body: text, remarks } = runPass(pass, inFunction(body));
  return { text: text.split('\n').slice(0, -1).join('\n'), remarks };
}
const keeps = (body: string) => expect(after(body).text).toBe(lines(body));

describe('blocks that only their function sees', () => {
  it('become locals where they are read and written at fixed places', () => {
    const { text, remarks } = after(`
      for steps i = 0 to n step 1 {
        p = call ptr rt.allocate(24i32)
        memoryFill(p, 0i32, 24i32)
        call rt.release(kept)
        kept = p
        f64[p + 8] = f64(i)
        x = x + (f64[p + 1 * 8] + f64[p])
      }
      call rt.release(kept)`);
    expect(text).toBe(
      lines(`
      for steps i = 0 to n step 1 {
        p.at0_0 = 0.0
        p.at8_0 = 0.0
        p.at8_0 = f64(i)
        x = x + (p.at8_0 + p.at0_0)
      }`),
    );
    expect(remarks).toEqual(['what the block would hold stays in locals, and it need not be allocated']);
  });

  it('are set to zero as far as they are filled', () => {
    const { text } = after(`
      p = call ptr rt.allocate(24i32)
      memoryFill(p, 0i32, 8i32)
      f64[p + 8] = 1.5
      x = f64[p] + f64[p + 8]`);
    expect(text).toBe('p.at0_0 = 0.0\np.at8_0 = 1.5\nx = p.at0_0 + p.at8_0');
  });

  it('are allocated where they are passed on, tested, or still read when they are made anew', () => {
    keeps(`
      p = call ptr rt.allocate(24i32)
      ptr[q] = p`);
    keeps(`
      p = call ptr rt.allocate(24i32)
      call rt.retain(p)`);
    keeps(`
      for steps i = 0 to n step 1 {
        x = f64[kept]
        p = call ptr rt.allocate(24i32)
        kept = p
      }`);
    keeps(`
      if n > 0 {
        p = call ptr rt.allocate(24i32)
        f64[p] = 1.0
      }
      if p != 0ptr {
        x = f64[p]
      }`);
    keeps(`
      p = call ptr rt.allocate(i32(n))
      f64[p] = x`);
  });
});

it('gives blocks that are indexed a place of their own', () => {
  const remarks: string[] = [];
  let segments: readonly string[] = [];
  const place = (fn: FunctionIR): FunctionIR => {
    const module = placeBlocks({ name: 'm', entry: fn.name, functions: [fn], data: [] }, (message) =>
      remarks.push(message),
    );
    segments = module.data.map(({ name, bytes }) => `${name} ${bytes.length}`);
    return fn;
  };
  runPass(
    place,
    inFunction(`
      p = call ptr rt.allocate(24i32)
      f64[p + n * 8] = 1.0
      x = f64[p + 8]
      call rt.release(p)`),
  );
  expect(segments).toEqual(['block.f.p 24']);
  expect(remarks).toEqual(['the block has a place of its own, and need not be allocated']);
});
