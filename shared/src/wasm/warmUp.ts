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

const times = 5;

/**
 * Loads Binaryen and compiles something typical: its first functions take a hundred times as long as later ones, which a
 * program can do while nobody waits.
 */
export async function warmUp(): Promise<void> {
  const module: ModuleIR = { name: 'warmUp', entry: 'warmUp', data: [], functions: parseFunctions(source) };
  const binaryen = await loadBinaryen();
  for (let i = 0; i < times; i++) emitWith(binaryen, module, { optimizeLevel: 2, boundsChecks: false });
}
