import { compare, constant } from '../../ir/expressions';
import type { Address, Expression } from '../../ir/nodes';
import { type ScalarType, scalarSize } from '../../ir/scalarType';
import { forEachExpression, forEachStatement } from '../../ir/walk';
import { expressionKey } from '../sameExpression';
import { addGuard } from './access';
import { scopeOf } from './expression';
import { furthest } from './interleaved';
import { formKey, type LinearForm, linearAddress, ofTerm, stepOf, sum } from '../linearForm';
import type { LoopContext } from './loopContext';

/**
 * The place of an address. Strides of arrays are known when the loop runs; where one iteration reaches for several
 * neighbours, like `points[i, 0]`, `points[i, 1]` and `points[i, 2]`, they are taken to fill a row, which a guard tests.
 */
export function placeOf(address: Address, context: LoopContext): LinearForm | undefined {
  const form = linearAddress(address, scopeOf(context));
  if (!form || stepOf(form, context.facts.loop.index).terms.size === 0) return form;
  context.assumed ??= assumedStrides(context);
  return context.assumed.size > 0 ? withStrides(form, context.assumed) : form;
}

function withStrides(form: LinearForm, strides: ReadonlyMap<string, bigint>): LinearForm {
  let result: LinearForm = { terms: new Map(), constant: form.constant };
  for (const one of form.terms.values()) {
    const stride = one.variable && strides.get(expressionKey(one.variable));
    const { index } = one;
    if (stride === undefined) result = sum(result, ofTerm(one), 1n);
    else if (index === undefined) result = { ...result, constant: result.constant + one.factor * stride };
    else result = sum(result, ofTerm({ index, factor: one.factor * stride }), 1n);
  }
  return result;
}

interface Row {
  readonly stride: Expression;
  readonly width: number;
  /** Bytes that its elements lie from one another. */
  readonly places: Set<bigint>;
}

function assumedStrides(context: LoopContext): Map<string, bigint> {
  const { loop } = context.facts;
  const rows = new Map<string, Row>();
  const see = (address: Address, type: ScalarType): void => {
    const form = linearAddress(address, scopeOf(context));
    if (!form) return;
    const [stride, ...others] = [...form.terms.values()].filter(({ index }) => index === loop.index);
    if (!stride?.variable || others.length > 0 || !isOfParameter(stride.variable, context)) return;
    const key = formKey(form);
    const row = rows.get(key) ?? { stride: stride.variable, width: scalarSize(type), places: new Set() };
    rows.set(key, row);
    row.places.add(form.constant);
  };
  let isInnermost = true;
  forEachStatement(loop.body, (statement) => {
    if (statement.op === 'store') see(statement.address, statement.value.type);
    isInnermost &&= statement.op !== 'for' && statement.op !== 'loop';
  });
  if (!isInnermost) return new Map();
  forEachExpression(loop.body, (one) => {
    if (one.op === 'load') see(one.address, one.type);
  });
  return guardRows([...rows.values()], context);
}

/** Strides that the function computes are those of arrays of which it keeps a loop for neighbours already. */
function isOfParameter(stride: Expression, { facts }: LoopContext): boolean {
  const value = stride.op === 'convert' ? stride.value : stride;
  return value.op === 'local' && facts.isGiven(value.name);
}

function guardRows(rows: readonly Row[], context: LoopContext): Map<string, bigint> {
  const strides = new Map<string, bigint>();
  for (const { stride, width, places } of rows) {
    const [least, ...others] = [...places].sort((a, b) => Number(a - b));
    const bytes = (others.at(-1) ?? least!) - least! + BigInt(width);
    const key = expressionKey(stride);
    if (bytes % BigInt(width) !== 0n || bytes === BigInt(width) || bytes > furthest * BigInt(width)) continue;
    if ((strides.get(key) ?? 0n) < bytes) strides.set(key, bytes);
  }
  for (const { stride } of rows) {
    const bytes = strides.get(expressionKey(stride));
    if (bytes !== undefined)
      addGuard(context, compare('eq', stride, constant(stride.type as ScalarType, bytes)));
  }
  return strides;
}
