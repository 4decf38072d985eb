import type { BoundModule } from '../bind/boundModule';
import type { Call, Expression } from '../parse/ast';
import type { Counts, Shape } from './counts';

/** Shape of what a call makes, as its arguments tell it: NumPy's constructors and random draws, `range`, copies. */
export function shapeOfCall(call: Call, module: BoundModule, counts: Counts): Shape | undefined {
  const size = call.keywords.find((one) => one.name === 'size' || one.name === 'shape')?.value;
  if (size) return shapeArgument(size, counts);
  const name = module.qualifiedName(call.func)?.replace(/^numpy\.(random\.)?/, '');
  if (name !== undefined && Object.hasOwn(makers, name)) return makers[name]!(call, counts);
  if (call.func.kind !== 'Attribute') return undefined;
  const { attr, value } = call.func;
  if (attr === 'astype' || attr === 'copy') return counts.shape(value);
  if (attr === 'reshape') return dimensions(call, counts);
  return Object.hasOwn(draws, attr) ? draws[attr]!(call, counts) : undefined;
}

type Maker = (call: Call, counts: Counts) => Shape | undefined;

const first: Maker = ({ args }, counts) => args[0] && shapeArgument(args[0], counts);
const third: Maker = ({ args }, counts) => args[2] && shapeArgument(args[2], counts);
const like: Maker = ({ args }, counts) => args[0] && counts.shape(args[0]);
const dimensions: Maker = ({ args }, counts) =>
  args.length === 1 ? shapeArgument(args[0]!, counts) : args.map((one) => counts.integer(one));

const interval: Maker = ({ args }, counts) => {
  const [start, stop] = args.length === 1 ? [undefined, args[0]] : args;
  const last = stop && counts.integer(stop);
  const from = start ? counts.integer(start) : { value: 0, exact: true };
  if (!last || !from || args.length > 2) return undefined;
  return [{ value: Math.max(0, last.value - from.value), exact: last.exact && from.exact }];
};

/** Draws of a generator and of `numpy.random`. */
const draws: Readonly<Record<string, Maker>> = {
  random: first,
  random_sample: first,
  standard_normal: first,
  normal: third,
  uniform: third,
  randint: third,
  integers: third,
};

const makers: Readonly<Record<string, Maker>> = {
  ...draws,
  zeros: first,
  ones: first,
  empty: first,
  full: first,
  zeros_like: like,
  ones_like: like,
  empty_like: like,
  full_like: like,
  array: like,
  asarray: like,
  sort: like,
  sqrt: like,
  rand: dimensions,
  randn: dimensions,
  arange: interval,
  'builtins.range': interval,
  linspace: ({ args }, counts) => [args[2] ? counts.integer(args[2]) : { value: 50, exact: true }],
};

function shapeArgument(argument: Expression, counts: Counts): Shape {
  if (argument.kind === 'Tuple' || argument.kind === 'List') {
    return argument.elements.map((one) => counts.integer(one));
  }
  return [counts.integer(argument)];
}
