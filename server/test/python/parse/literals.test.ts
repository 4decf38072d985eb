import { beforeAll, describe, expect, test } from 'vitest';
import { loadGrammar } from '../../../src/frontends/python/parse/grammar';
import { parse } from '../../../src/frontends/python/parse/parse';
import { printTree } from '../../../src/frontends/python/parse/printTree';

beforeAll(loadGrammar);

/** The value of an expression on paper. */
function printed(source: string): string {
  return printTree(parse(source)).replace(/^ExpressionStatement\(value=(.*)\)$/m, '$1');
}

describe('numbers', () => {
  test.each([
    ['1_000', 'Constant(int 1000)'],
    ['0x_FF', 'Constant(int 255)'],
    ['0xA_E', 'Constant(int 174)'],
    ['0o17', 'Constant(int 15)'],
    ['0b1_01', 'Constant(int 5)'],
    ['00', 'Constant(int 0)'],
    ['123456789012345678901234567890', 'Constant(int 123456789012345678901234567890)'],
    ['1e400', 'Constant(float Infinity)'],
    ['1_0.5e-3', 'Constant(float 0.0105)'],
    ['.5', 'Constant(float 0.5)'],
    ['1.', 'Constant(float 1)'],
    ['1_0j', 'Constant(complex 10)'],
    ['2.5e1J', 'Constant(complex 25)'],
  ])('%s', (source, expected) => {
    expect(printed(source)).toBe(expected);
  });

  test.each([
    ['0777', 'a number cannot start with 0; octal is written 0o17'],
    ['10L', 'Python 3 has no L suffix: every int is as long as it needs to be'],
    ['1_', 'misplaced _ in a number'],
  ])('%s is refused', (source, message) => {
    expect(parse(source).errors.map((error) => error.message)).toContain(message);
  });
});

describe('strings', () => {
  test.each([
    [String.raw`'a\n\t\\\'\x41\u00e9\U0001F600\101'`, JSON.stringify("a\n\t\\'Aé😀A")],
    [String.raw`r'a\n\''`, JSON.stringify(String.raw`a\n\'`)],
    [String.raw`r'\\'`, JSON.stringify(String.raw`\\`)],
    [String.raw`'\q'`, JSON.stringify(String.raw`\q`)],
    ["u'a' 'b' \"c\"", '"abc"'],
    ["('a'\n 'b')", '"ab"'],
    ["'a\\\nb'", '"ab"'],
    ["'''a\r\nb'''", '"a\\nb"'],
    ["''", '""'],
  ])('%s', (source, expected) => {
    expect(printed(source)).toBe(`Constant(str ${expected})`);
  });

  test('bytes', () => {
    expect(printed(String.raw`b'a\x00\u0041' rb'\x00'`)).toBe(
      `Constant(bytes ${[...Buffer.from('a\0\\u0041\\x00', 'latin1')].join(',')})`,
    );
    expect(parse("b'a' 'b'").errors).toMatchObject([{ message: 'cannot mix bytes and text literals' }]);
  });

  test.each([
    [
      "f'{{x}} {y!r:>{w}} {z:.2f}'",
      "['{x} ', (value=Name(id='y'), conversion='r', formatSpec='>{w}'), ' ', (value=Name(id='z'), formatSpec='.2f')]",
    ],
    ["f'{x=}'", "['x=', (value=Name(id='x'), conversion='r')]"],
    ["'a' f'{x}' 'b'", "['a', (value=Name(id='x')), 'b']"],
    ["rf'\\n{x}'", "['\\n', (value=Name(id='x'))]"],
  ])('%s', (source, expected) => {
    expect(printed(source)).toBe(`JoinedStr(values=${expected})`);
  });
});

describe('expressions', () => {
  test.each([
    [
      'a and b and (c and d)',
      "BoolOp(op='and', values=[Name(id='a'), Name(id='b'), BoolOp(op='and', values=[Name(id='c'), Name(id='d')])])",
    ],
    [
      'a < b not in c is not d',
      "Compare(left=Name(id='a'), ops=['<', 'not in', 'is not'], comparators=[Name(id='b'), Name(id='c'), Name(id='d')])",
    ],
    ['-a ** b', "UnaryOp(op='-', operand=BinOp(left=Name(id='a'), op='**', right=Name(id='b')))"],
    [
      'a[1:, ::2, ...]',
      "Subscript(value=Name(id='a'), index=Tuple(elements=[Slice(lower=Constant(int 1)), Slice(step=Constant(int 2)), Constant(Ellipsis)]))",
    ],
    ['a[i,]', "Subscript(value=Name(id='a'), index=Tuple(elements=[Name(id='i')]))"],
    [
      'f(x for x in y)',
      "Call(func=Name(id='f'), args=[GeneratorExp(element=Name(id='x'), generators=[(target=Name(id='x'), iter=Name(id='y'))])])",
    ],
    [
      'f(*a, k=1, **d)',
      "Call(func=Name(id='f'), args=[Starred(value=Name(id='a'))], keywords=[(name='k', value=Constant(int 1)), (value=Name(id='d'))])",
    ],
    ['(n := 10)', "NamedExpr(target=Name(id='n'), value=Constant(int 10))"],
    ['x if y else z', "IfExp(test=Name(id='y'), body=Name(id='x'), orelse=Name(id='z'))"],
    [
      'lambda x, *, y=1: x',
      "Lambda(params=[positional(name='x'), keywordOnly(default=Constant(int 1), name='y')], body=Name(id='x'))",
    ],
    ['{**a, 1: b}', "Dict(items=[(value=Name(id='a')), (key=Constant(int 1), value=Name(id='b'))])"],
    ['()', 'Tuple()'],
    ['(a)', "Name(id='a')"],
    [
      '*f(x), y',
      "Tuple(elements=[Starred(value=Call(func=Name(id='f'), args=[Name(id='x')])), Name(id='y')])",
    ],
  ])('%s', (source, expected) => {
    expect(printed(source)).toBe(expected);
  });
});

describe('layout', () => {
  const program = 'def f(x):\n    if x:\n        return 1\n    return 2\n\nf(1)\n';

  test.each([
    ['CRLF', program.replaceAll('\n', '\r\n')],
    ['lone carriage returns', program.replaceAll('\n', '\r')],
    ['tabs', program.replaceAll('    ', '\t')],
    ['a byte-order mark', `\ufeff${program}`],
    ['form feeds', program.replace('def', '\fdef').replace('f(1)', '\ff(1)')],
    ['semicolons', program.replace('return 2', 'pass; return 2;').replace('pass; ', '')],
    ['no last line break', program.trimEnd()],
    ['comments', program.replaceAll('\n', ' # c\n')],
  ])('%s', (_, text) => {
    expect(printTree(parse(text))).toBe(printTree(parse(program)));
  });

  test('offsets count UTF-16 units', () => {
    const text = '\ufeff# 😀\ns = "😀é"; x = 1\n';
    const tree = parse(text);
    expect(tree.body.map(({ range }) => text.slice(range.start, range.end))).toEqual(['s = "😀é"', 'x = 1']);
    expect(tree.comments.map((comment) => comment.text)).toEqual(['# 😀']);
  });

  test.each([
    ['  x = 1\n', 'unexpected indent'],
    ['if x:\n    a\n      b\n', 'unexpected indent'],
    ['if x:\n    a\n\tb\n', 'tabs and spaces are mixed in the indentation'],
    ['def f():\n  return lambda x: x == y  return 1\n', "expected a new line or ';' before this statement"],
    ['x = [:]\n', 'a slice can only stand in a subscript'],
  ])('%j is refused', (text, message) => {
    expect(parse(text).errors.map((error) => error.message)).toContain(message);
  });

  test('20,000 lines', () => {
    const block = `def f{}(a, b):\n    total = 0.0\n    for i in range(len(a)):\n        if a[i] > b[i]:\n            total += a[i] * b[i] ** 2\n    return total\n\n\nx{} = f{}([1.0], [2.0])\n\n`;
    const text = Array.from({ length: 2000 }, (_, i) => block.replaceAll('{}', String(i))).join('');
    const start = performance.now();
    const tree = parse(text);
    expect(tree.errors).toEqual([]);
    expect(tree.body).toHaveLength(4000);
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});
