import { describe, expect, it } from 'vitest';
import { foldListing } from '../../src/wasm/foldListing';

const listing = (text: string, sourceLine?: number) => ({
  lines: text
    .split('\n')
    .map((line) => (sourceLine === undefined ? { text: line } : { text: line, sourceLine })),
});
const folded = (text: string) =>
  foldListing(listing(text))
    .lines.map((line) => line.text)
    .join('\n');

describe('foldListing', () => {
  it('puts operands beside their instruction', () => {
    const text = '(local.set $5\n (i64.sub\n  (local.get $1)\n  (i64.const 1)\n )\n)';
    expect(folded(text)).toBe('(local.set $5 (i64.sub (local.get $1) (i64.const 1)))');
  });

  it('keeps statements on lines of their own', () => {
    const text =
      '(func $f (result i64)\n (loop $l\n  (br_if $l\n   (local.get $x)\n  )\n )\n (i64.const 1)\n)';
    expect(folded(text)).toBe(
      '(func $f (result i64)\n (loop $l\n  (br_if $l (local.get $x))\n )\n (i64.const 1)\n)',
    );
  });

  it('breaks what is too wide, with the brackets at its end', () => {
    const operand = `(local.get $${'a'.repeat(50)})`;
    expect(folded(`(f64.add\n ${operand}\n ${operand}\n)`)).toBe(`(f64.add\n ${operand}\n ${operand})`);
  });

  it('keeps apart what comes from different source lines', () => {
    const lines = [
      { text: '(i64.add', sourceLine: 3 },
      { text: ' (local.get $a)', sourceLine: 2 },
      { text: ' (local.get $b)', sourceLine: 3 },
      { text: ')', sourceLine: 3 },
    ];
    expect(foldListing({ lines }).lines).toEqual([
      { text: '(i64.add', sourceLine: 3 },
      { text: ' (local.get $a)', sourceLine: 2 },
      { text: ' (local.get $b))', sourceLine: 3 },
    ]);
  });

  it('is not misled by brackets in strings, and loses no character but line breaks and indentation', () => {
    const text =
      '(module\n (export "f(" (func $f))\n (data $d (i32.const 8) "\\"((")\n (func $f\n  (nop)\n )\n)';
    expect(folded(text).replace(/\s+/g, '')).toBe(text.replace(/\s+/g, ''));
    expect(folded(text)).toBe(text);
  });
});
