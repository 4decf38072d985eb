import { add, ge, i64, mul } from '@jitsight/shared/ir/expressions';
import type { Lowering, Value } from '../../lower/lowering';
import { arrayOf, int64, type NumbaType } from '../../types/numbaType';
import { unliteral } from '../../types/unliteral';
import { scalar } from '../arithmetic/kernel';
import { rangeLength } from '../builtins/range';
import type { Cursor, LibraryFunction, LoweringCall } from '../libraryFunction';
import { loweringContext } from '../operate';
import { mismatch, typed } from '../outcome';
import { iteratorOf } from './dispatch';
import type { Indexed } from './indexed';
import { sourcesOf } from './sources';

type Iterable = Extract<NumbaType, { readonly kind: 'iterable' }>;

// The place is in memory: all who hold the iterator see how far it has come.
const placeType = arrayOf(int64, 1);

const isIterator = (type: NumbaType | undefined): type is Iterable =>
  type?.kind === 'iterable' && type.name === 'iter';

/** `iter(xs)`: what is iterated over, and how far. An iterator's iterator is itself. */
const iterEntry: LibraryFunction = {
  name: 'builtins.iter',
  type({ args, context }) {
    const source = args[0] && unliteral(args[0]);
    if (args.length !== 1 || !source) return mismatch('takes an iterable');
    if (source.kind === 'iterable' || source.kind === 'generator') return typed(source);
    const item = iteratorOf(source, context)?.item;
    if (!item) return mismatch('the argument is not iterable', 0);
    return typed({ kind: 'iterable', name: 'iter', item, source: [source, placeType] });
  },
  lower({ args, result }, lowering) {
    const source = args[0]!;
    if (!isIterator(result)) return source;
    indexedOf(lowering, source);
    const place = lowering.hold(lowering.newArray(placeType, [i64(1)]));
    lowering.storeElement(place, [i64(0)], scalar(int64, i64(0)));
    return { type: result, parts: [...source.parts, ...place.parts] };
  },
};

/** `next` of what is not a generator. Raises StopIteration at the end. */
const nextEntry: LibraryFunction = {
  name: 'builtins.next',
  type({ args }) {
    const [iterator] = args;
    return args.length === 1 && iterator?.kind === 'iterable' && stepped.test(iterator.name)
      ? typed(iterator.item)
      : mismatch('takes an iterator');
  },
  lower(call, lowering) {
    const { name } = call.argTypes[0] as Iterable;
    if (name !== 'iter') return lowering.notLowered(`next() of ${name} is not compiled yet`);
    return step(call, lowering, () => lowering.raise({ name: 'StopIteration', message: '' }));
  },
};

const stepped = /^(iter|enumerate|zip)$/;

const iteration: LibraryFunction = {
  name: 'iter iterable',
  type: ({ args: [type] }) => (isIterator(type) ? typed(type.item) : mismatch()),
  cursor: (call, lowering): Cursor => {
    const held = { ...call, args: [lowering.hold(call.args[0]!)] };
    return { next: (exhausted) => step(held, lowering, exhausted) };
  },
};

export const iteratorEntries: readonly LibraryFunction[] = [iterEntry, nextEntry, iteration];

function step(call: LoweringCall, lowering: Lowering, exhausted: () => void): Value {
  const { ir } = lowering;
  const [given, place] = sourcesOf(lowering, call.args[0]!);
  const source = lowering.hold(given!);
  const indexed = indexedOf(lowering, source);
  const position = ir.hold(lowering.loadElement(place!, [i64(0)]).parts[0]!, 'position');
  ir.if(ge(position, indexed.length(lowering, source)), exhausted);
  lowering.storeElement(place!, [i64(0)], scalar(int64, add(position, i64(1))));
  const { item } = call.args[0]!.type as Iterable;
  return lowering.hold(indexed.at(lowering, source, position, item));
}

function indexedOf(lowering: Lowering, source: Value): Indexed {
  if (source.type.kind === 'range') return ranges;
  const found = iteratorOf(source.type, loweringContext(lowering))?.entry.indexed;
  return found ?? lowering.notLowered(`an iterator over ${source.type.kind} is not compiled yet`);
}

const ranges: Indexed = {
  kind: 'range',
  item: (type) => (type.kind === 'range' ? type.item : undefined),
  length: rangeLength,
  at: (lowering, range, index, item) => {
    const [start, , stride] = range.parts.map((part) =>
      lowering.cast({ type: item, parts: [part] }, int64),
    ) as [Value, Value, Value];
    const place = add(start.parts[0]!, mul(index, stride.parts[0]!));
    return lowering.cast(scalar(int64, place), item);
  },
};
