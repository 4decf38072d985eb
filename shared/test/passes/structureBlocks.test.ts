import { expect, test } from 'vitest';
import { parseFunctions } from '../../src/ir/parser';
import { printFunction } from '../../src/ir/printer';
import { structureBlocks } from '../../src/passes/structureBlocks';

function structured(text: string): string {
  const [fn] = parseFunctions(text);
  return printFunction(structureBlocks(fn!))
    .map((line) => line.text)
    .join('\n');
}

test('early returns of inlined functions become branches', () => {
  const text = structured(`
func f(x: f64) -> f64 {
  local r: f64
  block done {
    if x > 1.0 {
      r = 1.0
      break done
    }
    if x < 0.0 {
      r = 0.0
      break done
    }
    r = x
    break done
  }
  return r
}`);
  expect(text).toBe(`func f(x: f64) -> f64 {
  local r: f64
  if x > 1.0 {
    r = 1.0
  } else {
    if x < 0.0 {
      r = 0.0
    } else {
      r = x
    }
  }
  return r
}`);
});

test('a break out of a loop keeps its block', () => {
  const text = structured(`
func f(n: i64) -> i64 {
  local i: i64
  block done {
    for l i = 0 to n step 1 {
      if i == 3 {
        break done
      }
    }
  }
  return n
}`);
  expect(text).toContain('block done {');
});

test('a rest that would stand twice keeps its block', () => {
  const text = structured(`
func f(x: f64) -> f64 {
  local r: f64
  block done {
    if x > 1.0 {
      if x > 2.0 {
        break done
      }
    }
    r = x
  }
  return r
}`);
  expect(text).toContain('block done {');
});
