import { constant, convert } from '../ir/expressions';
import type { Address, Expression } from '../ir/nodes';
import { isFloatScalar, scalarSize } from '../ir/scalarType';
import { expressionKey } from './sameExpression';

/** `factor * variable * index`, either of the two last absent where it is one. */
export interface Term {
  /** A loop's index. */
  readonly index?: string;
  /** What the loops leave alone. */
  readonly variable?: Expression;
  readonly factor: bigint;
}

/** A sum of terms and a constant: an integer as the loops' indices make it. */
export interface LinearForm {
  readonly terms: ReadonlyMap<string, Term>;
  readonly constant: bigint;
}

/** What linear forms are made of. */
export interface LinearScope {
  isIndex(local: string): boolean;
  isInvariant(expression: Expression): boolean;
  /** The only value that the loop gives to a local, if there is one. */
  definition(local: string): Expression | undefined;
  /** Called for an index that wraps around below zero or is checked: it must be proven in range before. */
  checked(index: LinearForm, length: Expression | undefined): boolean;
}

/**
 * An integer expression as a linear form, exact modulo 2**32 (its terms of 64 bits modulo 2**64); undefined where it is
 * none.
 */
export function linearForm(expression: Expression, scope: LinearScope): LinearForm | undefined {
  const { type } = expression;
  if (isFloatScalar(type) || scalarSize(type) < 4 || type === 'v128') return undefined;
  switch (expression.op) {
    case 'const':
      return { terms: new Map(), constant: BigInt(expression.value) };
    case 'local': {
      if (scope.isIndex(expression.name)) return ofTerm({ index: expression.name, factor: 1n });
      if (scope.isInvariant(expression)) return ofTerm({ variable: expression, factor: 1n });
      const definition = scope.definition(expression.name);
      return definition && linearForm(definition, scope);
    }
    case 'add':
    case 'sub': {
      const left = linearForm(expression.left, scope);
      const right = left && linearForm(expression.right, scope);
      return right && sum(left, right, expression.op === 'add' ? 1n : -1n);
    }
    case 'mul': {
      const left = linearForm(expression.left, scope);
      const right = left && linearForm(expression.right, scope);
      return (right && product(left, right)) ?? invariant(expression, scope);
    }
    case 'shl': {
      const { right } = expression;
      if (right.op !== 'const') return invariant(expression, scope);
      const left = linearForm(expression.left, scope);
      return left && scaled(left, 1n << BigInt(right.value));
    }
    case 'convert':
      // A sum that wraps at 32 bits is no linear form once it is widened.
      if (scalarSize(expression.value.type) < scalarSize(type) && !isLeaf(expression.value))
        return invariant(expression, scope);
      return linearForm(expression.value, scope) ?? invariant(expression, scope);
    case 'wrapIndex':
    case 'checkIndex': {
      const index = linearForm(expression.index, scope);
      const length = expression.op === 'checkIndex' ? expression.length : undefined;
      return index && scope.checked(index, length) ? index : undefined;
    }
    default:
      return invariant(expression, scope);
  }
}

function isLeaf(expression: Expression): boolean {
  return expression.op === 'local' || expression.op === 'const';
}

function invariant(expression: Expression, scope: LinearScope): LinearForm | undefined {
  if (!scope.isInvariant(expression)) return undefined;
  return ofTerm({ variable: expression, factor: 1n });
}

/** An address in bytes. */
export function linearAddress(address: Address, scope: LinearScope): LinearForm | undefined {
  const base = linearForm(address.base, scope);
  const index = address.index ? linearForm(address.index, scope) : undefined;
  if (!base || (address.index && !index)) return undefined;
  const offset: LinearForm = { terms: new Map(), constant: BigInt(address.offset ?? 0) };
  const start = sum(base, offset, 1n);
  return index ? sum(start, index, BigInt(address.scale ?? 1)) : start;
}

/** A form of one term. */
export function ofTerm(one: Term): LinearForm {
  return { terms: new Map([[termKey(one), one]]), constant: 0n };
}

function termKey({ index, variable }: Term): string {
  return `${index ?? ''} ${variable ? expressionKey(variable) : ''}`;
}

export function sum(a: LinearForm, b: LinearForm, factor: bigint): LinearForm {
  const terms = new Map(a.terms);
  for (const [key, term] of b.terms) {
    const total = (terms.get(key)?.factor ?? 0n) + term.factor * factor;
    if (total === 0n) terms.delete(key);
    else terms.set(key, { ...term, factor: total });
  }
  return { terms, constant: a.constant + b.constant * factor };
}

function scaled(form: LinearForm, factor: bigint): LinearForm {
  return sum({ terms: new Map(), constant: 0n }, form, factor);
}

/** Of a constant and any form, or of an invariant variable and a plain index. */
function product(a: LinearForm, b: LinearForm): LinearForm | undefined {
  if (a.terms.size === 0) return scaled(b, a.constant);
  if (b.terms.size === 0) return scaled(a, b.constant);
  const [one, other] = [a, b].map((form) => [...form.terms.values()]);
  const variables = one!.every((term) => !term.index)
    ? a
    : other!.every((term) => !term.index)
      ? b
      : undefined;
  if (!variables) return undefined;
  const indices = variables === a ? b : a;
  if ([...indices.terms.values()].some((term) => term.variable)) return undefined;
  const factor = formValue(variables);
  let result: LinearForm = { terms: new Map(), constant: 0n };
  for (const { index, factor: times } of indices.terms.values())
    result = sum(result, ofTerm({ index: index!, variable: factor, factor: 1n }), times);
  if (indices.constant === 0n) return result;
  return sum(result, ofTerm({ variable: factor, factor: 1n }), indices.constant);
}

/** A form without indices as an i64 expression. */
export function formValue(form: LinearForm): Expression {
  let value: Expression | undefined;
  for (const { variable, factor } of form.terms.values()) {
    let part: Expression = convert(variable!, 'i64');
    if (factor !== 1n) part = { op: 'mul', type: 'i64', left: part, right: constant('i64', factor) };
    value = value ? { op: 'add', type: 'i64', left: value, right: part } : part;
  }
  if (!value) return constant('i64', form.constant);
  if (form.constant === 0n) return value;
  return { op: 'add', type: 'i64', left: value, right: constant('i64', form.constant) };
}

/** What one step of an index adds: terms without index, the index's own factors. */
export function stepOf(form: LinearForm, index: string): LinearForm {
  let step: LinearForm = { terms: new Map(), constant: 0n };
  for (const term of form.terms.values()) {
    if (term.index !== index) continue;
    if (term.variable) step = sum(step, ofTerm({ variable: term.variable, factor: 1n }), term.factor);
    else step = { ...step, constant: step.constant + term.factor };
  }
  return step;
}

/** Equal for forms that differ in their constants alone. */
export function formKey(form: LinearForm): string {
  return [...form.terms]
    .map(([key, { factor }]) => `${factor}*${key}`)
    .sort()
    .join('+');
}
