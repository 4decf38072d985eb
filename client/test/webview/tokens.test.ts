import { describe, expect, it } from 'vitest';
import { type Token, tokenize } from '../../src/webview/tokens';

const coloured = (line: string) =>
  tokenize(line)
    .filter((token): token is Required<Token> => token.kind !== undefined)
    .map(({ kind, text }) => `${kind} ${text}`);

describe('tokenize', () => {
  it('names the parts of Wasm text', () => {
    expect(coloured('  (func $sum.1 (export "sum") (param $x f64) (result i32) ;; entry')).toEqual([
      'keyword func',
      'name $sum.1',
      'keyword export',
      'string "sum"',
      'keyword param',
      'name $x',
      'type f64',
      'keyword result',
      'type i32',
      'comment ;; entry',
    ]);
    expect(coloured('(i64.sub (local.get $pos) (i64.const -1))')).toEqual([
      'operation i64.sub',
      'operation local.get',
      'name $pos',
      'operation i64.const',
      'number -1',
    ]);
    expect(coloured('length$1 = i64(counts.0)')).toEqual(['type i64']);
    expect(coloured('(f64.const 0x1.8p-3) (f64.const nan:0x8) f64.load offset=8')).toEqual([
      'operation f64.const',
      'number 0x1.8p-3',
      'operation f64.const',
      'number nan:0x8',
      'operation f64.load',
      'number 8',
    ]);
  });

  it('loses no character, whatever the line', () => {
    const lines = [
      '',
      '   ',
      '"open string',
      '((;;x',
      '$',
      'x1 = add.i64 x, 2',
      '\u{1f40d} "\\"" $a',
      'i32x4.add 1e',
      ')'.repeat(40),
    ];
    for (const line of lines)
      expect(
        tokenize(line)
          .map(({ text }) => text)
          .join(''),
      ).toBe(line);
  });
});
