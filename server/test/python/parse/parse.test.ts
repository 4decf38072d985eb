import { beforeAll, describe, expect, test } from 'vitest';
import type { FunctionDef } from '../../../src/frontends/python/parse/ast';
import { loadGrammar } from '../../../src/frontends/python/parse/grammar';
import { parse } from '../../../src/frontends/python/parse/parse';

beforeAll(loadGrammar);

describe('functions', () => {
  const text =
    '@njit\n@other(1)\nasync def f(a, /, b: int = 3, *rest, key, **more) -> float:\n    return a\n\n# end\n';

  test('range from the first decorator to the end of the last statement', () => {
    const [f] = parse(text).body as [FunctionDef];
    expect(text.slice(f.range.start, f.range.end)).toBe(text.slice(0, text.indexOf('\n\n')));
    expect(text.slice(f.headerRange.start, f.headerRange.end)).toBe(text.split('\n')[2]);
    expect(f).toMatchObject({ name: 'f', isAsync: true, decorators: [{ kind: 'Name' }, { kind: 'Call' }] });
  });

  test('kinds of parameters', () => {
    const [f] = parse(text).body as [FunctionDef];
    expect(f.params.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      'a positionalOnly',
      'b positional',
      'rest varPositional',
      'key keywordOnly',
      'more varKeyword',
    ]);
  });

  test("Numba's array types as annotations", () => {
    const [f] = parse('def f(a: float64[:, ::1], b: types.int32[:]) -> int64[:]: pass').body as [FunctionDef];
    expect(f.params[0]!.annotation).toMatchObject({
      kind: 'Subscript',
      index: {
        kind: 'Tuple',
        elements: [{ kind: 'Slice' }, { kind: 'Slice', step: { value: { value: 1n } } }],
      },
    });
    expect(f.params[1]!.annotation).toMatchObject({ kind: 'Subscript', index: { kind: 'Slice' } });
    expect(f.returns).toMatchObject({ kind: 'Subscript' });
  });
});

describe('broken text', () => {
  test.each([
    ['an open bracket', 'def f(x):\n    y = (x\n    return y\n', "'(' is never closed"],
    ['a header without a colon', 'def f(x)\n    return x\n', "expected ':' at the end of this 'def' line"],
    ['a half-typed attribute', 'def f(x):\n    x.\n    return x\n', 'the line ends too early'],
    ['a half-typed call', 'f(1, \n', "'(' is never closed"],
    ['an open string', 's = """abc\n', 'this string is never closed'],
    ['a missing body', 'def f():\n', "'def' needs an indented block"],
    ['an assignment as a condition', 'if x = 3:\n    pass\n', "'=' assigns; '==' compares"],
    ['Python 2', 'print "x"\n', 'Python 3 has no print statement: write print(...)'],
  ])('%s leaves the neighbours alone', (_, broken, message) => {
    const tree = parse(`import numba\n\n${broken}\ndef neighbour(a):\n    """Doc."""\n    return a\n`);
    expect(tree.errors.map((error) => error.message)).toContain(message);
    expect(tree.body[0]).toMatchObject({ kind: 'Import' });
    expect(tree.body.at(-1)).toMatchObject({
      kind: 'FunctionDef',
      name: 'neighbour',
      body: [{ kind: 'ExpressionStatement' }, { kind: 'Return' }],
    });
  });
});
