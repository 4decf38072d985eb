import type { BoundArgument } from '../../infer/typedFunction';
import type { Expression } from '../../parse/ast';
import type { NumbaType } from '../../types/numbaType';
import type { Body } from '../body';
import { mayWrite } from '../effects';
import { retypeDeferred } from '../elementwiseTree';
import type { Value } from '../lowering';
import { tupleElements } from '../tuples';
import { lowerExpression } from './lowerExpression';

/**
 * The values of bound arguments, in the callee's order, evaluated in the source's. One that a later argument may
 * change is put away before that one is evaluated.
 */
export function lowerArguments(
  body: Body,
  args: readonly BoundArgument[],
  defer: boolean,
): (Value | undefined)[] {
  const values: (Value | undefined)[] = args.map(() => undefined);
  const order = args.map((_, i) => i).sort((a, b) => position(args[a]!) - position(args[b]!));
  const tuples = new Map<Expression, Value>();
  order.forEach((index, k) => {
    const arg = args[index]!;
    const disturbed = order.slice(k + 1).some((later) => expressionsOf(args[later]!).some(writes));
    const value = lowerArgument(body, arg, defer && !disturbed, tuples);
    values[index] = value && disturbed ? putAway(body, value) : value;
  });
  return values;

  function writes(node: Expression): boolean {
    return mayWrite(body.typed, node);
  }
}

function expressionsOf({ source }: BoundArgument): readonly Expression[] {
  switch (source.kind) {
    case 'expression':
    case 'receiver':
      return [source.expression];
    case 'element':
      return [source.tuple];
    case 'tuple':
      return source.elements.flatMap(expressionsOf);
    default:
      return [];
  }
}

function position(arg: BoundArgument): number {
  return expressionsOf(arg)[0]?.range.start ?? -1;
}

/** A copy that nothing can change: variables too, which `hold` would leave. */
export function putAway(body: Body, value: Value): Value {
  return { type: value.type, parts: value.parts.map((part) => body.lowering.ir.hold(part)) };
}

function lowerArgument(
  body: Body,
  arg: BoundArgument,
  defer: boolean,
  tuples: Map<Expression, Value>,
): Value | undefined {
  const { source, type } = arg;
  const { lowering } = body;
  switch (source.kind) {
    case 'expression':
    case 'receiver':
      return convertTo(body, lowerExpression(body, source.expression, defer), type);
    case 'constant':
      return lowering.constant(source.value, type);
    case 'tuple': {
      const elements = source.elements.map((element) => lowerArgument(body, element, false, tuples));
      return { type, parts: elements.flatMap((element) => element?.parts ?? []) };
    }
    case 'element': {
      const known = tuples.get(source.tuple) ?? lowering.hold(lowerExpression(body, source.tuple));
      tuples.set(source.tuple, known);
      return lowering.cast(tupleElements(known)[source.index]!, type);
    }
    case 'version':
      return lowering.cast(body.variables.of(source.version), type);
    case 'capture': {
      const captured = body.variables.captured(source.symbol);
      if (!captured) throw new Error(`${body.typed.key}: ${source.symbol.name} is not captured`);
      return lowering.cast(captured, type);
    }
    case 'stored':
      if (!body.stored) throw new Error('no value to store here');
      return lowering.cast(body.stored, type);
    case 'instance':
    case 'omitted':
      return undefined;
  }
}

function convertTo(body: Body, value: Value, type: NumbaType): Value {
  const deferred = type.kind === 'array' ? retypeDeferred(value, type) : undefined;
  return deferred ?? body.lowering.cast(value, type);
}
