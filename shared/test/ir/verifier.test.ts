import { describe, expect, test } from 'vitest';
import type { Expression, FunctionIR, ModuleIR, Statement } from '../../src/ir/nodes';
import { parseFunctions } from '../../src/ir/parser';
import type { ScalarType } from '../../src/ir/scalarType';
import { verify } from '../../src/ir/verifier';

/** A valid function with locals of many types, into which wrong statements are put. */
const [host] = parseFunctions(`
func f(n: i64, a: array(f64, 1)) -> i64 {
  local x: f64
  local flag: bool
  local p: ptr
  local small: i8
  local k: i32
  return n
}`) as [FunctionIR];

function moduleWith(fn: Partial<FunctionIR>, rest: Partial<ModuleIR> = {}): ModuleIR {
  return { name: 'm', entry: 'f', data: [], functions: [{ ...host, ...fn }], ...rest };
}

function problemsWith(...statements: Statement[]): string[] {
  return verify(moduleWith({ body: [...statements, ...host.body] }));
}

const local = (name: string, type: ScalarType): Expression => ({ op: 'local', name, type });
const int = (value: bigint): Expression => ({ op: 'const', type: 'i64', value });
const n = local('n', 'i64');
const x = local('x', 'f64');
const p = local('p', 'ptr');
const flag = local('flag', 'bool');
const evaluate = (value: Expression): Statement => ({ op: 'evaluate', value });
const indexError = { name: 'IndexError', message: 'no' };

const wrong: readonly (readonly [string, Statement, string])[] = [
  ['unknown local', evaluate(local('y', 'i64')), 'local y is not declared'],
  ['local of another type', evaluate(local('n', 'f64')), 'local n is i64, read as f64'],
  [
    'mixed operands',
    evaluate({ op: 'add', type: 'i64', left: n, right: x }),
    'add: operand is f64, needs i64',
  ],
  ['wrong result', evaluate({ op: 'add', type: 'f64', left: n, right: n }), 'add of i64 gives f64'],
  [
    'comparison result',
    evaluate({ op: 'lt', type: 'i64' as 'bool', left: n, right: n }),
    'lt of i64 gives i64',
  ],
  ['bits of a float', evaluate({ op: 'and', type: 'f64', left: x, right: x }), 'and of f64'],
  ['arithmetic on bool', evaluate({ op: 'add', type: 'bool', left: flag, right: flag }), 'add of bool'],
  ['root of an integer', evaluate({ op: 'sqrt', type: 'i64', value: n }), 'sqrt of i64'],
  [
    'constant out of range',
    evaluate({ op: 'const', type: 'i8', value: 200 }),
    'constant 200 (number) is no i8',
  ],
  ['constant kind', evaluate({ op: 'const', type: 'i64', value: 1 }), 'constant 1 (number) is no i64'],
  ['inexact f32', evaluate({ op: 'const', type: 'f32', value: 0.1 }), 'constant 0.1 (number) is no f32'],
  [
    'select condition',
    evaluate({ op: 'select', type: 'i64', condition: n, whenTrue: n, whenFalse: n }),
    'select: condition is i64, needs bool',
  ],
  ['reinterpret width', evaluate({ op: 'reinterpret', type: 'f32', value: n }), 'reinterpret of i64 as f32'],
  ['address base', evaluate({ op: 'load', type: 'f64', address: { base: n } }), 'address: base is i64'],
  [
    'scale alone',
    evaluate({ op: 'load', type: 'f64', address: { base: p, scale: 8 } }),
    'address: scale without index',
  ],
  [
    'address index',
    evaluate({ op: 'load', type: 'f64', address: { base: p, index: x, scale: 8 } }),
    'address: index is f64',
  ],
  [
    'checked index',
    evaluate({
      op: 'checkIndex',
      type: 'i64',
      index: local('k', 'i32'),
      length: n,
      error: indexError,
      optional: true,
    }),
    'checkIndex: index is i32, needs i64',
  ],
  [
    'math arity',
    evaluate({ op: 'math', type: 'f64', function: 'pow', args: [x] }),
    'math pow of 1 arguments',
  ],
  [
    'unknown callee',
    evaluate({ op: 'call', type: 'i64', callee: 'g', args: [] }),
    'call of g, which is not defined',
  ],
  [
    'call arguments',
    evaluate({ op: 'call', type: 'ptr', callee: 'rt.allocate', args: [n] }),
    'call rt.allocate: argument 0 is i64, needs i32',
  ],
  [
    'call result',
    evaluate({ op: 'call', type: 'i32', callee: 'rt.allocate', args: [local('k', 'i32')] }),
    'call rt.allocate gives (ptr), taken as (i32)',
  ],
  ['no segment', evaluate({ op: 'dataAddress', type: 'ptr', segment: 't' }), 'no data segment t'],
  ['set type', { op: 'set', local: 'x', value: n }, 'local x is f64, set to i64'],
  [
    'if condition',
    { op: 'if', condition: n, whenTrue: [], whenFalse: [] },
    'if: condition is i64, needs bool',
  ],
  ['break outside', { op: 'break', label: 'l' }, 'break l: not inside it'],
  [
    'continue of a block',
    { op: 'block', label: 'l', body: [{ op: 'continue', label: 'l' }] },
    'continue l: not inside it',
  ],
  [
    'label inside itself',
    { op: 'loop', label: 'l', body: [{ op: 'block', label: 'l', body: [] }] },
    'label l is used inside itself',
  ],
  [
    'index set in its loop',
    {
      op: 'for',
      label: 'l',
      index: 'n',
      start: n,
      stop: n,
      step: int(1n),
      body: [{ op: 'set', local: 'n', value: n }],
    },
    'loop index n is set in its loop',
  ],
  [
    'index type',
    { op: 'for', label: 'l', index: 'x', start: x, stop: x, step: x, body: [] },
    'for l: index is f64',
  ],
  [
    'step of zero',
    { op: 'for', label: 'l', index: 'n', start: n, stop: n, step: int(0n), body: [] },
    'for l: step is 0',
  ],
  ['return type', { op: 'return', values: [x] }, 'return of (f64), result is (i64)'],
  ['return count', { op: 'return', values: [] }, 'return of (), result is (i64)'],
  [
    'raise holes',
    { op: 'raise', error: { name: 'E', message: '{1}' }, args: [n] },
    'raise: no argument for {1}',
  ],
  [
    'print parts',
    { op: 'print', pieces: [{ type: { kind: 'complex', part: 'f64' }, displayType: '', parts: [x] }] },
    'print: parts are (f64), complex has (f64, f64)',
  ],
  ['copy operands', { op: 'memoryCopy', target: p, source: p, size: n }, 'memoryCopy: operand is i64'],
];

test('a valid function has no problems', () => {
  expect(problemsWith()).toEqual([]);
});

test.each(wrong)('%s', (_, statement, problem) => {
  expect(problemsWith(statement)).toContain(`f: ${problem}`);
});

describe('modules', () => {
  test('entry, names, segments and parameters', () => {
    expect(verify(moduleWith({}, { entry: 'g' }))).toEqual(['module: entry g is not defined']);
    expect(verify(moduleWith({}, { functions: [host, host] }))).toContain('f: defined twice');
    const segment = { name: 's', bytes: new Uint8Array(1), align: 3 };
    expect(verify(moduleWith({}, { data: [segment, segment] }))).toEqual([
      'module: two data segments have one name',
      'data s: align 3 is no power of two',
      'data s: align 3 is no power of two',
    ]);
    const params = [{ name: 'n', type: { kind: 'scalar', scalar: 'i64' }, locals: ['x'] }] as const;
    expect(verify(moduleWith({ params }))).toContain('f: parameter n: x is not a local i64');
    expect(verify(moduleWith({ locals: [...host.locals, { name: 'n', type: 'i64' }] }))).toContain(
      'f: local n is declared twice',
    );
  });

  test.each([
    ['return in both arms', 'if n == 0 { return 1 } else { return 2 }', true],
    ['return in one arm', 'if n == 0 { return 1 }', false],
    ['endless loop', 'loop l { n = n + 1 }', true],
    ['loop that is left', 'loop l { break l }', false],
    ['block that is left', 'block b { if n == 0 { break b } return 1 }', false],
    ['raise', 'raise E("")', true],
    ['counted loop', 'for l k = 0 to n step 1 { return k }', false],
    ['try', 'try { return 1 } catch { return 2 }', true],
    ['try that goes on', 'try { n = 1 } catch { return 2 }', false],
  ])('%s: the end is reached or not', (_, body, ends) => {
    const functions = parseFunctions(`func f(n: i64) -> i64 {\n local k: i64\n ${body} }`);
    const problems = verify({ name: 'm', entry: 'f', data: [], functions });
    expect(problems).toEqual(ends ? [] : ['f: the end is reached without a return']);
  });
});
