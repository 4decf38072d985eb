import { FunctionBuilder } from '@jitsight/shared/ir/builder';
import { add, mul } from '@jitsight/shared/ir/expressions';
import { printText } from '@jitsight/shared/ir/printer';
import { describe, expect, it } from 'vitest';
import { isArray } from '../../../src/frontends/python/lower/arrays';
import type { FunctionLowering } from '../../../src/frontends/python/lower/functionLowering';
import type { Value } from '../../../src/frontends/python/lower/lowering';
import { createLowering } from '../../../src/frontends/python/lower/loweringContext';
import { createModuleLowering } from '../../../src/frontends/python/lower/moduleLowering';
import { valueTypeOf } from '../../../src/frontends/python/lower/valueTypes';
import { arrayOf, float64, type NumbaType } from '../../../src/frontends/python/types/numbaType';

const vector = arrayOf(float64, 1);
const matrix = arrayOf(float64, 2);

const flags = { fastmath: false, parallel: false, boundscheck: false, errorModel: 'python' } as const;

function build(
  params: readonly NumbaType[],
  result: NumbaType,
  body: (lowering: FunctionLowering, ...values: Value[]) => Value,
): string {
  const module = createModuleLowering('0.68', flags);
  const ir = new FunctionBuilder('f', valueTypeOf(result));
  const lowering = createLowering(module, ir, flags);
  const values = params.map((type, i) => {
    const parts = ir.parameter(`p${i}`, valueTypeOf(type));
    for (const part of parts) lowering.steadyLocals.add(part.name);
    return { type, parts };
  });
  ir.return(body(lowering, ...values).parts);
  return printText({ name: 'm', entry: 'f', data: module.data, functions: [ir.finish()] });
}

const multiply = (lowering: FunctionLowering, a: Value, b: Value) =>
  lowering.elementwise([a, b], float64, ([x, y]) => ({
    type: float64,
    parts: [mul(x!.parts[0]!, y!.parts[0]!)],
  }));

const plus = (lowering: FunctionLowering, a: Value, b: Value) =>
  lowering.elementwise([a, b], float64, ([x, y]) => ({
    type: float64,
    parts: [add(x!.parts[0]!, y!.parts[0]!)],
  }));

function deferred(lowering: FunctionLowering, make: () => Value): Value {
  lowering.deferElementwise = true;
  const value = make();
  lowering.deferElementwise = false;
  return value;
}

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

describe('elementwise operations', () => {
  it('makes one flat loop over one contiguous array', () => {
    const text = build([vector, float64], vector, (lowering, a, s) => multiply(lowering, a!, s!));
    expect(count(text, /\bfor /g)).toBe(1);
    expect(count(text, /raise/g)).toBe(0);
    expect(text).toContain('x = f64[p0.1 + i * 8]');
    expect(text).toContain('f64[array + i * 8] = x * p1');
  });

  it('joins nested operations in one loop with one allocation', () => {
    const text = build([vector, vector], vector, (lowering, a, b) =>
      plus(
        lowering,
        deferred(lowering, () => multiply(lowering, a!, a!)),
        b!,
      ),
    );
    expect(count(text, /array\.allocate/g)).toBe(1);
    // One for equal shapes, one for broadcasting.
    expect(count(text, /\bfor /g)).toBe(2);
  });

  it('counts an operand that occurs twice once', () => {
    const text = build([matrix], matrix, (lowering, a) =>
      plus(
        lowering,
        deferred(lowering, () => multiply(lowering, a!, a!)),
        a!,
      ),
    );
    expect(count(text, /\bfor /g)).toBe(1);
    expect(count(text, /f64\[/g)).toBe(2);
  });

  it('stores a deferred array where its parts are read', () => {
    const text = build([vector], vector, (lowering, a) => {
      const square = deferred(lowering, () => multiply(lowering, a!, a!));
      expect(isArray(square)).toBe(true);
      return square;
    });
    expect(count(text, /\bfor /g)).toBe(1);
  });

  it('answers with a scalar when no operand is an array', () => {
    const text = build([float64, float64], float64, (lowering, a, b) => multiply(lowering, a!, b!));
    expect(text).toContain('return p0 * p1');
  });
});
