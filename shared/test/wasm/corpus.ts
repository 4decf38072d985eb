import { textModule } from './compiled';

/** Small programs as IR text, by what they show; tests of several stages run over all of them. */
export const corpus = {
  countdown: `
func f(n: i64) -> i64 {
  local steps: i64
  loop again {
    if n == 0 {
      break again
    }
    n = n - 1
    steps = steps + 1
    if (steps & 1) == 1 {
      continue again
    }
    steps = steps + 10
  }
  return steps
}`,
  range: `
func f(start: i64, stop: i64, step: i64) -> tuple(i64, i64, i64) {
  local i, count, sum, last: i64
  for outer i = start to stop step step {
    count = count + 1
    sum = sum + i
    last = i
    if count == 1000 {
      break outer
    }
  }
  return count, sum, last
}`,
  nested: `
func f(n: i64) -> i64 {
  local i, j, total: i64
  for rows i = 0 to n step 1 {
    for columns j = n to 0 step -2 {
      if j == i {
        continue rows
      }
      if i > 5 {
        break rows
      }
      if (j & 3) == 0 {
        continue columns
      }
      total = total + i * j
    }
    total = total + 1000
  }
  return total
}`,
  block: `
func f(x: i64) -> i64 {
  local result: i64
  result = 1
  block done {
    if x < 0 {
      break done
    }
    result = 2
    block inner {
      if x == 0 {
        break done
      }
      break inner
    }
    result = 3
  }
  return result
}`,
  fibonacci: `
func f(n: i64) -> i64 {
  if n < 2 {
    return n
  }
  return call i64 f(n - 1) + call i64 f(n - 2)
}`,
  divmod: `
func f(a: i64, b: i64) -> i64 {
  local q, r: i64
  q, r <- call divmod(a, b)
  return q * 1000 + r
}
func divmod(a: i64, b: i64) -> tuple(i64, i64) {
  if b == 0 {
    raise ZeroDivisionError("integer division of {0} by zero", a)
  }
  return a // b, a %% b
}`,
  try: `
func f(a: i64, b: i64) -> i64 {
  local q, r: i64
  try {
    q, r <- call divmod(a, b)
    if q == 7 {
      return 77
    }
  } catch {
    q = -1
    if a == 13 {
      raise ValueError("unlucky")
    }
  }
  return q
}
func divmod(a: i64, b: i64) -> tuple(i64, i64) {
  if b == 0 {
    raise ZeroDivisionError("division by zero")
  }
  return a // b, a %% b
}`,
  checked: `
func f(a: array(f64, 1), i: i64) -> f64 {
  return f64[a.1 + checkIndex(wrapIndex(i, a.2), a.2, optional IndexError("index is out of bounds")) * 8]
}`,
  dropped: `
func f(i: i64, n: i64) -> i64 {
  eval checkIndex(i, n, IndexError("list index out of range"))
  return i
}`,
  select: `
func f(x: f64, y: f64) -> f64 {
  return (x < y) & !(x == 0.0) ? -x * (y - 1.5e-3) : x <= y ? min(x, y) : copysign(-(2.0), x - -3.0)
}`,
  memory: `
func f(n: i64) -> i64 {
  local buffer, other: ptr
  local i, sum: i64
  buffer = call ptr rt.allocate(i32(n * 8))
  for fill i = 0 to n step 1 {
    i64[buffer + i * 8] = i * i
  }
  buffer = call ptr rt.reallocate(buffer, i32(n * 16))
  memoryCopy(buffer + ptr(n * 8), buffer, i32(n * 8))
  other = call ptr rt.allocate(i32(n))
  memoryFill(other, 255i32, i32(n))
  for add i = 0 to n * 2 step 1 {
    sum = sum + i64[buffer + i * 8]
  }
  if n > 0 {
    sum = sum + i64(i8[other + (n - 1) * 1])
  }
  call rt.retain(other)
  call rt.release(other)
  call rt.release(other)
  call rt.release(buffer)
  return sum
}`,
  print: `
func f(x: i64, a: array(f64, 1), s: string) -> none {
  print "x is", i64 "int64" (x), tuple(i64, f64) "Tuple(int64, float64)" (x, 0.1)
  print
  print array(f64, 1) "array(float64, 1d, C)" (a.0, a.1, a.2, a.3), string "unicode_type" (s.0, s.1, s.2)
  return
}`,
  narrow: `
func f(x: i8, y: u16) -> tuple(i8, u16, i32) {
  x = x + 100i8
  y = y * 3u16
  return x, y, i32(x) - i32(y)
}`,
  floats: `
func f(x: f64, y: f64) -> tuple(f64, f64, f64, f64) {
  return x // y, x %% y, x % y, sqrt(abs(x)) + floor(y) + ceil(y) + trunc(y) + nearest(y)
}`,
  math: `
func f(x: f64, y: f32) -> tuple(f64, f32) {
  return sin(x) + pow(x, 0.5) + hypot(x, 3.0), atan2(y, 1.0f32) + exp(y)
}`,
  bits: `
func f(x: u64) -> f64 {
  return reinterpret f64(~x >> 1u64 | 0x3ff0000000000000u64 ^ x << 3u64)
}`,
  names: `
func f(\`call\`: i64, for: i64, \`weird \`\`name\`\`\`: f64, step: f64) -> f64 alwaysInline fastmath {
  local if, f64, sin, local, \`true\`: f64
  local to: i64
  local = f64(for) + step
  if = f64(\`call\`)
  f64 = \`weird \`\`name\`\`\` + if - local
  sin, \`true\` <- call pair(sin(f64))
  for for to = for to \`call\` step \`call\` parallel {
    sin = sin + f64(to)
  }
  return f64 + sin
}
func pair(data: f64) -> tuple(f64, f64) {
  return data, -data
}`,
} as const;

export type CorpusName = keyof typeof corpus;

export const corpusNames = Object.keys(corpus) as CorpusName[];

export const corpusModule = (name: CorpusName) => textModule(corpus[name]);
