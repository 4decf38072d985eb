import { expect, test } from 'vitest';
import { decodeSource } from '../../src/cli/sourceText';

test.each([
  ['plain', Buffer.from('x = 1\n'), 'x = 1\n'],
  ['a byte order mark', Buffer.from('\ufeffx = "é"'), 'x = "é"'],
  [
    'latin-1 as declared',
    Buffer.from('# -*- coding: latin-1 -*-\nx = "é"', 'latin1'),
    '# -*- coding: latin-1 -*-\nx = "é"',
  ],
  [
    'declared on line two',
    Buffer.from('#!/usr/bin/python\n# coding=cp1252\n"\x80"', 'latin1'),
    '#!/usr/bin/python\n# coding=cp1252\n"€"',
  ],
  [
    'a cookie after code is none',
    Buffer.from('x = 1\n# coding: latin-1\n"é"'),
    'x = 1\n# coding: latin-1\n"é"',
  ],
  ['CRLF stays', Buffer.from('a\r\nb\r\n'), 'a\r\nb\r\n'],
  ['empty', Buffer.alloc(0), ''],
])('%s', (_, bytes, text) => expect(decodeSource(bytes)).toEqual({ text }));

test.each([
  ['UTF-16', Buffer.from('\ufeffx = 1', 'utf16le'), 1, 'save it as UTF-8'],
  ['undeclared latin-1', Buffer.from('x = 1\ny = "é"\n', 'latin1'), 2, '# -*- coding: latin-1 -*-'],
  ['an unknown encoding', Buffer.from('# coding: klingon\n'), 1, 'the encoding klingon, which is not known'],
  ['a null byte', Buffer.from('x\n\0'), 2, 'null byte'],
  ['a mark against the declaration', Buffer.from('\ufeff# coding: latin-1\n'), 1, 'byte order mark'],
])('%s cannot be read', (_, bytes, line, problem) => {
  const result = decodeSource(bytes);
  expect(result).toMatchObject({ line });
  expect('problem' in result && result.problem).toContain(problem);
});
