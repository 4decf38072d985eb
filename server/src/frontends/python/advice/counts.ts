import { realOperation } from '../infer/globals/evaluate';
import type { BoundModule, NameSymbol } from '../bind/boundModule';
import type { BinOp, Call, Constant, Expression, Name, Subscript } from '../parse/ast';
import { argumentsOf } from './parameterArguments';
import { shapeOfCall } from './shapes';

/** A number that the text tells: exact, or the largest of what several calls pass. */
export interface Count {
  readonly value: number;
  readonly exact: boolean;
}

/** Follows names to what the module's text says of them; what a run would have to tell stays undefined. */
export interface Counts {
  integer(expression: Expression): Count | undefined;
  /** Lengths of an array, list or range by axis. */
  shape(expression: Expression): Shape | undefined;
}

export type Shape = readonly (Count | undefined)[];

/** A chain of names and calls longer than this is not followed. */
const longestChain = 24;

/** `throughCalls`: parameters stand for what the module's own calls pass. */
export function countsOf(module: BoundModule, throughCalls: boolean): Counts {
  const integers = new Map<NameSymbol, Count | undefined>();
  const shapes = new Map<NameSymbol, Shape | undefined>();
  let depth = 0;

  const counts: Counts = {
    integer(expression) {
      switch (expression.kind) {
        case 'Constant':
          return constant(expression.value);
        case 'BinOp':
          return arithmetic(expression.op, counts.integer(expression.left), counts.integer(expression.right));
        case 'Call':
          return ofCall(expression);
        case 'Subscript':
          return axisOf(expression);
        case 'Attribute':
          return expression.attr === 'size' ? product(counts.shape(expression.value)) : undefined;
        case 'Name':
          return followed(expression, integers, counts.integer, largest) ?? unpacked(expression);
        default:
          return undefined;
      }
    },
    shape(expression) {
      switch (expression.kind) {
        case 'Tuple':
          return [{ value: expression.elements.length, exact: true }];
        case 'List':
          // It may grow after this: an empty one is bound to.
          return expression.elements.length === 0
            ? undefined
            : [{ value: expression.elements.length, exact: false }];
        case 'BinOp':
          return counts.shape(expression.left) ?? counts.shape(expression.right);
        case 'Call':
          return shapeOfCall(expression, module, counts);
        case 'Name':
          return followed(expression, shapes, counts.shape, longest);
        default:
          return undefined;
      }
    },
  };

  const ofCall = (call: Call): Count | undefined => {
    const name = module.qualifiedName(call.func);
    const first = call.args[0];
    if (!first) return undefined;
    if (name === 'builtins.len') return counts.shape(first)?.[0];
    return name === 'builtins.int' ? whole(counts.integer(first)) : undefined;
  };

  /** `x.shape[k]`. */
  const axisOf = ({ value, index }: Subscript): Count | undefined => {
    if (value.kind !== 'Attribute' || value.attr !== 'shape') return undefined;
    const axis = counts.integer(index);
    return axis && counts.shape(value.value)?.[axis.value];
  };

  /** `rows, columns = x.shape`. */
  const unpacked = (name: Name): Count | undefined => {
    const symbol = symbolOf(name);
    const binding = symbol?.bindings.length === 1 ? symbol.bindings[0] : undefined;
    if (binding?.kind !== 'other' || binding.statement.kind !== 'Assign') return undefined;
    const { targets, value } = binding.statement;
    const [target] = targets;
    if (target?.kind !== 'Tuple' || value.kind !== 'Attribute' || value.attr !== 'shape') return undefined;
    const axis = target.elements.findIndex((one) => one.kind === 'Name' && one.id === name.id);
    return counts.shape(value.value)?.[axis];
  };

  const symbolOf = (name: Name): NameSymbol | undefined => {
    const meaning = module.resolve(name);
    return 'symbol' in meaning ? meaning.symbol : undefined;
  };

  function followed<T>(
    name: Name,
    known: Map<NameSymbol, T | undefined>,
    evaluate: (expression: Expression) => T | undefined,
    ofCalls: (values: readonly T[]) => T,
  ): T | undefined {
    const symbol = symbolOf(name);
    if (!symbol || depth >= longestChain) return undefined;
    if (known.has(symbol)) return known.get(symbol);
    known.set(symbol, undefined);
    depth++;
    const sources = symbol.isParameter
      ? throughCalls
        ? argumentsOf(symbol, module)
        : []
      : [module.valueOf(name)];
    const values = sources.map((one) => one && evaluate(one));
    depth--;
    const found = values.length > 0 && values.every((one) => one !== undefined) ? ofCalls(values) : undefined;
    known.set(symbol, found);
    return found;
  }

  return counts;
}

function whole(count: Count | undefined): Count | undefined {
  return count && { ...count, value: Math.trunc(count.value) };
}

function constant(value: Constant['value']): Count | undefined {
  if (value.type !== 'int' && value.type !== 'float') return undefined;
  return { value: Math.trunc(Number(value.value)), exact: true };
}

function arithmetic(operator: BinOp['op'], a: Count | undefined, b: Count | undefined): Count | undefined {
  const value = a && b && realOperation(operator, a.value, b.value);
  return value === undefined || !Number.isFinite(value) ? undefined : { value, exact: a!.exact && b!.exact };
}

function largest(values: readonly Count[]): Count {
  const value = Math.max(...values.map((one) => one.value));
  return { value, exact: values.every((one) => one.exact && one.value === value) };
}

function longest(shapes: readonly Shape[]): Shape {
  const axes = Math.max(...shapes.map((shape) => shape.length));
  return Array.from({ length: axes }, (_, axis) => {
    const lengths = shapes.map((shape) => shape[axis]);
    return lengths.every((one) => one !== undefined) ? largest(lengths) : undefined;
  });
}

function product(shape: Shape | undefined): Count | undefined {
  return shape?.reduce<Count | undefined>((size, one) => arithmetic('*', size, one), {
    value: 1,
    exact: true,
  });
}
