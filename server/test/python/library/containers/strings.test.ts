import { describe, expect, it } from 'vitest';
import { hasPython } from '../../support/oracle';
import { differences, type FunctionCalls } from '../../support/samePython';

const source = `
def joined(s, t):
    return s + t, s * 3, s[1:], s[::-1], s[-1], len(s), t in s, s == t, s < t, s >= t

def searched(s, t):
    return s.count(t), s.startswith(t), s.endswith(t), s.rfind(t), s.find(t, 1), s.replace(t, '<>'), s.replace(t, '', 1)

def divided(s):
    return s.split(), s.split(','), s.split(',', 1), s.rsplit(',', 1), s.strip(), s.lstrip(), s.rstrip(' a'), s.splitlines()

def parted(s):
    return s.partition(','), s.rpartition(','), '-'.join(s.split(',')), ','.join(['x'])

def cased(s):
    return s.upper(), s.lower(), s.capitalize(), s.title(), s.swapcase(), s.casefold()

def asked(s):
    return s.isspace(), s.islower(), s.istitle(), s.isnumeric(), s.isidentifier(), s.isprintable()

def padded(s):
    return s.center(9), s.ljust(7, '.'), s.rjust(7, '.'), s.zfill(8), s.expandtabs(4)

def numbers(n, b):
    return str(n), str(b), f'{n}:{b}', f'', chr(n % 1000 + 65), ord('ä')

def letters(s):
    out = ''
    for c in s:
        if c != ' ':
            out += c + '.'
    for i, c in enumerate(s):
        if c == 'b':
            out += str(i)
    return out

def out_of_range(s):
    return s[10]

def not_found(s):
    return s.index('zz')
`;

const texts = ["'abc, dEf ,g'", "''", "' Straße ÄÖ, ǆ ﬁ '", "'a\\tb\\r\\nc\\n'", "'123'", "'x_1'"];
const onText = (name: string): FunctionCalls => ({
  function: name,
  signature: '(unicode_type,)',
  args: texts,
});

const functions: readonly FunctionCalls[] = [
  {
    function: 'joined',
    signature: '(unicode_type, unicode_type)',
    args: ["'hello', 'ell'", "'x', ''", "'añb', 'añb'"],
  },
  {
    function: 'searched',
    signature: '(unicode_type, unicode_type)',
    args: ["'banana', 'an'", "'aaa', 'a'", "'abc', ''", "'', 'x'"],
  },
  onText('divided'),
  onText('parted'),
  onText('cased'),
  onText('asked'),
  onText('padded'),
  {
    function: 'numbers',
    signature: '(int64, bool)',
    args: ['0, True', '-1203, False', '2**63 - 1, True', '1 - 2**63, False'],
  },
  onText('letters'),
  { function: 'out_of_range', signature: '(unicode_type,)', args: ["'abc'"] },
  { function: 'not_found', signature: '(unicode_type,)', args: ["'abc'"] },
];

describe.runIf(hasPython)('strings give what CPython gives', () => {
  it.each(functions)('$function', async (each) => {
    expect(await differences(source, [each])).toEqual([]);
  });
});
