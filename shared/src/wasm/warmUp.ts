import type { ModuleIR } from '../ir/nodes';
import { parseFunctions } from '../ir/parser';
import { loadBinaryen } from './binaryen';
import { emitWith } from './emit';

/** What functions are mostly made of, so that compiling it brings most of the compiler up to speed. */
const source = `
func warmUp(a: array(f64, 2), b: array(f64, 1), n: i64) -> f64 {
  local i, k, count, value: i64
  local s, x, y: f64
  local rows: ptr
  if n == 0 {
    raise ZeroDivisionError("division by zero")
  }
  for outer i = 0 to a.2 step 1 {
    rows = a.1 + ptr(checkIndex(wrapIndex(i, a.2), a.2, optional IndexError("")) * a.4)
    s = 0.0
    for inner k = 1 to a.3 - 1 step 1 {
      x = f64[rows + wrapIndex(k - 1, a.3) * 8] + f64[rows + wrapIndex(k + 1, a.3) * 8]
      s = s + x * f64[b.1 + checkIndex(wrapIndex(k, b.2), b.2, optional IndexError("")) * 8]
      f64[b.1 + wrapIndex(k, b.2) * 8] = x * 0.25 + call f64 blend(x, s)
    }
    if s > 0.0 {
      y = y + exp(s) * sin(x)
    } else {
      y = x < y ? x : y
    }
  }
  value = n
  loop steps {
    if value == 1 {
      break steps
    }
    value = value & 1 == 0 ? value >> 1 : 3 * value + 1
    count = count + 1
  }
  return y + f64(count)
}
func blend(a: f64, b: f64) -> f64 {
  return a + (b - a) * sqrt(abs(a))
}`;

/** Loops that the vectoriser takes, with what it makes of branches, functions of the math library, sums and types. */
const vectorSource = `
func warmUp(x: array(f64, 1), y: array(f64, 1), z: array(i32, 1), m: array(f32, 1), limit: f64) -> i64 {
  local i, j, k, r, count: i64
  local t, u: f64
  for waves i = 0 to x.2 step 1 {
    t = f64[x.1 + wrapIndex(i, x.2) * 8]
    if t > limit {
      u = exp(t) * 0.5
    } else {
      u = log(t - limit)
    }
    f64[y.1 + wrapIndex(i, y.2) * 8] = u
  }
  for narrow j = 0 to m.2 step 1 {
    f32[m.1 + wrapIndex(j, m.2) * 4] = f32[m.1 + wrapIndex(j, m.2) * 4] * f32(limit)
  }
  for sum k = 0 to z.2 step 1 {
    if i64(i32[z.1 + wrapIndex(k, z.2) * 4]) > 0 {
      count = count + i64(i32[z.1 + wrapIndex(k, z.2) * 4])
    }
  }
  for rows r = 1 to y.2 - 1 step 1 {
    t = 0.0
    for along i = 0 to x.2 step 1 {
      t = t + f64[x.1 + wrapIndex(i, x.2) * 8] * f64[y.1 + wrapIndex(r, y.2) * 8]
    }
    f64[y.1 + wrapIndex(r - 1, y.2) * 8] = t
  }
  return count
}`;

/**
 * Loads Binaryen and compiles something typical: its first functions take a hundred times as long as later ones, which a
 * program can do while nobody waits. After eight rounds, of a tenth of a second at most, another makes little difference.
 */
export async function warmUp(rounds = 8): Promise<void> {
  const binaryen = await loadBinaryen();
  const modules = [source, vectorSource].map((text): ModuleIR => {
    return { name: 'warmUp', entry: 'warmUp', data: [], functions: parseFunctions(text) };
  });
  for (let i = 0; i < rounds; i++) {
    for (const module of modules) emitWith(binaryen, module, { optimizeLevel: 2, boundsChecks: false });
  }
}
