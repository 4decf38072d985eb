import { describe, expect, it } from 'vitest';
import { hasPython } from '../support/oracle';
import { differences } from '../support/samePython';

const source = `
def loop_else(n, stop):
    found = -1
    for i in range(n):
        if i == stop:
            found = i
            break
    else:
        found = 100
    while n > 0:
        n -= 2
        if n == 1:
            break
    else:
        found += 1000
    return found, n

def skip(n):
    total = 0
    for i in range(n):
        if i % 3 == 0:
            continue
        for j in range(i):
            if j > 4:
                break
            if j == 2:
                continue
            total += j
        total += 100
    return total

def endless(n):
    k = 0
    while True:
        k += 3
        if k > n:
            return k
        elif k == 9:
            break
    return -k

def phi(n, flag):
    x = 1
    if flag:
        x = 2.5
    else:
        y = 3
        x = x + y
    for i in range(n):
        x = x * 2
        if i == 2:
            x = 0.5
    return x

def chain(a, b, c):
    return a < b < c, a < b <= c != 7, not a < b

def short(a, b):
    n = 0
    if a > 0 and (10 // a) > b:
        n += 1
    if a == 0 or 10 // a > 2:
        n += 10
    if not (a == 0 or b == 0) and a % b == 1:
        n += 100
    both = a and b
    either = a or b
    return n, both, either

def choose(a):
    b = a if a > 2 else -a
    c = "big" if a > 2 else "small"
    return b, len(c), 1 if a else 2.5

def walrus(n):
    total = 0
    half = n // 2
    while (k := half) > 1:
        total += k
        half = k // 2
    if n > 1 and (m := total) > 3:
        total += m
    return total, n, k

def swap(a, b):
    a, b = b, a
    n = b + 1
    a += (b := n)
    c = d = a
    d += 1
    return a, b, c, d

def early(n):
    if n < 0:
        return 0
    for i in range(n):
        if i * i > n:
            return i
    return -1

def optional(n):
    x = None
    if n > 2:
        x = n
    if x is None:
        return -1
    return x + 1

def maybe(n):
    if n > 2:
        return n
    return None

def use_none(n):
    x = None
    if n > 2:
        x = n
    return x + 1

def asserts(n):
    assert n != 3
    assert n != 4, "four"
    return n

def raises(n):
    if n == 1:
        raise ValueError
    if n == 2:
        raise ValueError("two")
    if n == 3:
        raise KeyError("key", 3, 2.5)
    if n == 4:
        raise RuntimeError("n is", n)
    if n == 5:
        raise RuntimeError(f"{n} is too much")
    return 10 // n

def raise_text(n, s):
    if n == 1:
        raise ValueError("bad " + s)
    if n == 2:
        raise ValueError(f"{s}: {n}, {s}")
    if n == 3:
        raise RuntimeError(s, n)
    if n == 4:
        raise KeyError(s)
    raise KeyError("plain")

def matches(n, s):
    total = 0
    match n:
        case 1:
            total = 10
        case 2 | 3:
            total += 20
        case -1 if total == 0:
            return -5
        case 4:
            pass
        case _:
            total = n
    match s:
        case "one" | "two":
            total += 1000
    return total

def catches(n):
    state = 0
    try:
        state = 1
        if n == 1:
            raise ValueError("one")
        state = 2
        x = 10 // (n - 2)
        state = 3
    except Exception:
        state += 10
        x = -1
    else:
        state += 100
    return state, x

def catch_in_loop(n):
    bad = 0
    good = 0
    for i in range(n):
        try:
            if i % 3 == 0:
                continue
            if i == 7:
                break
            good += 12 // (i - 2)
        except:
            bad += 1
    return good, bad

def final(n):
    log = 0
    for i in range(n):
        try:
            if i == 1:
                continue
            if i == 4:
                return log
            log += 1
        finally:
            log += 10
    return -log

def ranges(a, b, c):
    total = 0
    last = -7
    for i in range(a, b, c):
        total = total * 3 + i
        last = i
    return total, last

def nested_phi(n):
    a, b = 0, 1
    out = 0
    for i in range(n):
        t = a
        while t > 2:
            t -= 3
            if t == 1:
                out += 1
                break
        else:
            out += 100
        a, b = b, a + b
    return a, b, out

def comprehension(n):
    squares = [i * i for i in range(n) if i % 2 if i > 2]
    pairs = [i * 10 + j for i in range(3) for j in range(i)]
    return len(squares), squares, pairs

def deep(n):
    def add(x):
        return x + n
    def twice(x):
        return add(add(x))
    return twice(n) + (lambda v: add(v) * 2)(3)

def augmented(n):
    xs = [1, 2, 3]
    i = 0
    xs[i] += n
    xs[i + 1] -= n
    xs[-1] *= xs[0]
    return xs
`;

const cases = [
  { function: 'loop_else', signature: '(int64, int64)', args: ['5, 3', '5, 9', '4, 1', '0, 0'] },
  { function: 'skip', signature: '(int64,)', args: ['0', '12'] },
  { function: 'endless', signature: '(int64,)', args: ['5', '50'] },
  { function: 'phi', signature: '(int64, bool)', args: ['0, True', '0, False', '5, True', '2, False'] },
  {
    function: 'chain',
    signature: '(int64, int64, int64)',
    args: ['1, 2, 3', '1, 2, 2', '1, 8, 7', '3, 2, 9'],
  },
  { function: 'short', signature: '(int64, int64)', args: ['0, 3', '3, 2', '4, 3', '2, 0', '-1, 5'] },
  { function: 'choose', signature: '(int64,)', args: ['0', '2', '3'] },
  { function: 'walrus', signature: '(int64,)', args: ['1', '2', '3', '100'] },
  { function: 'swap', signature: '(int64, int64)', args: ['1, 5'] },
  { function: 'early', signature: '(int64,)', args: ['-1', '0', '3', '50'] },
  { function: 'optional', signature: '(int64,)', args: ['1', '5'] },
  { function: 'maybe', signature: '(int64,)', args: ['1', '5'] },
  { function: 'asserts', signature: '(int64,)', args: ['1', '3', '4'] },
  { function: 'raises', signature: '(int64,)', args: ['1', '2', '3', '4', '5', '7'] },
  {
    function: 'raise_text',
    signature: '(int64, unicode_type)',
    args: ['1, "é"', '2, "text"', '3, "a\'b"', '4, "key"', '5, ""'],
  },
  {
    function: 'matches',
    signature: '(int64, unicode_type)',
    args: ['1, "one"', '3, "two"', '-1, ""', '4, "x"', '9, "one"'],
  },
  { function: 'catches', signature: '(int64,)', args: ['0', '1', '2', '4'] },
  { function: 'catch_in_loop', signature: '(int64,)', args: ['0', '5', '20'] },
  { function: 'final', signature: '(int64,)', args: ['0', '3', '9'] },
  {
    function: 'ranges',
    signature: '(int64, int64, int64)',
    args: ['0, 5, 1', '5, 0, -2', '3, 3, 1', '1, 9, 4'],
  },
  { function: 'nested_phi', signature: '(int64,)', args: ['0', '3', '12'] },
  { function: 'comprehension', signature: '(int64,)', args: ['0', '9'] },
  { function: 'deep', signature: '(int64,)', args: ['4'] },
  { function: 'augmented', signature: '(int64,)', args: ['4'] },
];

const suite = hasPython ? describe : describe.skip;

suite('control flow gives what CPython gives', () => {
  it('in every statement and expression', async () => {
    expect(await differences(source, cases)).toEqual([]);
  });

  it('but None in arithmetic raises as in Numba', async () => {
    const { compilePython } = await import('../support/compilePython');
    const compiled = await compilePython(source, 'use_none', '(int64,)');
    const outcome = compiled.call({ kind: 'int', name: 'int64', value: 1n });
    expect(outcome.raised).toEqual({ name: 'TypeError', message: 'expected int64, got None' });
  });
});
