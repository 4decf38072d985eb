import { add, binary, compare, constant, convert, select, simd, sub } from '../../ir/expressions';
import type { Expression, ForStatement, LocalExpression, Statement } from '../../ir/nodes';
import type { ScalarType } from '../../ir/scalarType';
import { mapBlocks } from '../rewrite';
import { resizeMask } from './convertLanes';
import { asLaneScalar, extractLane, type Lanes, mapLanes, Refusal, shapeOf, splat } from './lanes';
import { guardIndexWithin } from './indexLanes';
import { holdIn, type LoopContext, type Mask, setLanes, vectorsOf } from './loopContext';
import { binaryLanes, compareLanes, selectLanes } from './operators';
import type { Search } from './search';

/**
 * The vector form of a search. Every lane keeps its best, and the number of the step that had it: steps count from one,
 * zero is none. The iteration found is then run once more by the scalar body, which sets all that belongs to it.
 */
export interface SearchLanes {
  readonly search: Search;
  /** The number of the step, in all lanes. */
  readonly step: LocalExpression;
  readonly found: Lanes;
}

/** Sets before the loop what a search needs. */
export function startSearch(search: Search, context: LoopContext): SearchLanes {
  const { width, vectors } = vectorsOf(context, search.best);
  if (width < 4) throw new Refusal('it keeps the place of an extreme of few bits');
  // As wide as the values, so that masks fit; of 64 bits floats have a maximum of one instruction, integers have none.
  const counts: ScalarType = width === 8 ? 'f64' : 'i32';
  guardIndexWithin(1n << (counts === 'f64' ? 50n : 28n), context);
  const step = context.fresh.make('v128', 'step');
  const found: Lanes = {
    type: counts,
    width,
    vectors: vectors.map(() => context.fresh.make('v128', 'found')),
  };
  setLanes(
    context.before,
    found,
    mapLanes(found, () => splat(number(counts, 0))),
  );
  context.before.push({ op: 'set', local: step.name, value: splat(number(counts, 1)) });
  return { search, step, found };
}

/** To run last in each step. */
export function countStep({ step, found }: SearchLanes): Statement {
  const next = simd(`${shapeOf(found.type)}.add`, [step, splat(number(found.type, 1))]);
  return { op: 'set', local: step.name, value: next };
}

function number(type: ScalarType, value: number): Expression {
  return type === 'f64' ? constant(type, value) : asLaneScalar(constant(type, value));
}

/** Notes the step in the lanes whose value is taken; `best` is what they had before. */
export function noteStep(
  { search, step, found }: SearchLanes,
  value: Lanes,
  best: Lanes,
  mask: Mask | undefined,
  code: Statement[],
  context: LoopContext,
): void {
  const hold = holdIn(context, code);
  const better = compareLanes(search.op, value, best);
  // Lanes that are left out have the best itself for their value, which is not better.
  const sized =
    mask && !isSooner(search) ? resizeMask(mask.lanes, best.width, context.lanes, hold) : undefined;
  const taken = sized ? binaryLanes('and', better, sized, hold) : better;
  // Steps only grow, so the last that was taken is the largest.
  const [shape, name] = found.type === 'f64' ? ['f64x2', 'pmax'] : ['i32x4', 'max_s'];
  const vectors = found.vectors.map((vector, i) =>
    simd(`${shape}.${name}` as 'f64x2.pmax', [vector, simd('v128.and', [taken.vectors[i]!, step])]),
  );
  setLanes(code, found, { ...found, vectors });
}

interface Candidates {
  readonly values: Lanes;
  /** Numbers of iterations, in the order of the loop; those of the first step are no candidates. */
  readonly places: Lanes;
}

/** Runs the scalar body for the iteration found, if there is one. */
export function finishSearch(
  { search, found }: SearchLanes,
  loop: ForStatement,
  context: LoopContext,
  code: Statement[],
): Statement {
  const hold = holdIn(context, code);
  const values = mapLanes(vectorsOf(context, search.best), hold);
  const places = mapLanes(iterationNumbers(found, context), hold);
  const best = bestLane(bestVector({ values, places }, search, context, code), search, context, code);
  const place = hold(convert(best, loop.start.type));
  const lanes = constant(place.type, context.lanes);
  const start = hold(add(loop.start, sub(place, lanes)));
  const stop = add(start, constant(place.type, 1));
  const others = new Set([...context.facts.reductions.keys()].filter((one) => one !== search.best));
  return {
    op: 'if',
    condition: compare('ge', place, lanes),
    whenTrue: [{ ...loop, start, stop, body: withoutSets(loop.body, others) }],
    whenFalse: [],
  };
}

/** The step times the lanes of one, and the lane. */
function iterationNumbers(found: Lanes, { lanes }: LoopContext): Lanes {
  const { type } = found;
  const shape = shapeOf(type);
  const perVector = 16 / found.width;
  const vectors = found.vectors.map((vector, i) => {
    let offsets = splat(number(type, i * perVector));
    for (let lane = 1; lane < perVector; lane++)
      offsets = simd(`${shape}.replace_lane`, [offsets, number(type, i * perVector + lane)], [lane]);
    return simd(`${shape}.add`, [simd(`${shape}.mul`, [vector, splat(number(type, lanes))]), offsets]);
  });
  return { ...found, vectors };
}

/** Of equal values the first is found where only better ones are taken, else the last. */
function isSooner({ op }: Search): boolean {
  return op === 'lt' || op === 'gt';
}

function bestVector(
  { values, places }: Candidates,
  search: Search,
  context: LoopContext,
  code: Statement[],
): Candidates {
  const hold = holdIn(context, code);
  const one = (lanes: Lanes, i: number): Lanes => ({ ...lanes, vectors: [lanes.vectors[i]!] });
  let best: Candidates = { values: one(values, 0), places: one(places, 0) };
  for (let i = 1; i < values.vectors.length; i++) {
    const other: Candidates = { values: one(values, i), places: one(places, i) };
    const better = compareLanes(
      search.op === 'le' ? 'lt' : search.op === 'ge' ? 'gt' : search.op,
      other.values,
      best.values,
    );
    const same = compareLanes('eq', other.values, best.values);
    const nearer = compareLanes(isSooner(search) ? 'lt' : 'gt', other.places, best.places);
    const taken = mapLanes(binaryLanes('or', better, binaryLanes('and', same, nearer, hold), hold), hold);
    best = {
      values: mapLanes(selectLanes(taken, other.values, best.values), hold),
      places: mapLanes(selectLanes(taken, other.places, best.places), hold),
    };
  }
  return best;
}

function bestLane(
  { values, places }: Candidates,
  search: Search,
  context: LoopContext,
  code: Statement[],
): Expression {
  const hold = holdIn(context, code);
  let [value, place] = [hold(extractLane(values, 0)), hold(extractLane(places, 0))];
  for (let lane = 1; lane < 16 / values.width; lane++) {
    const [other, at] = [hold(extractLane(values, lane)), hold(extractLane(places, lane))];
    const better = compare(search.op === 'le' ? 'lt' : search.op === 'ge' ? 'gt' : search.op, other, value);
    const nearer = compare(isSooner(search) ? 'lt' : 'gt', at, place);
    const taken = hold(binary('or', better, binary('and', compare('eq', other, value), nearer)));
    value = hold(select(taken, other, value));
    place = hold(select(taken, at, place));
  }
  return place;
}

function withoutSets(body: readonly Statement[], locals: ReadonlySet<string>): readonly Statement[] {
  return body.flatMap((one): readonly Statement[] => {
    if (one.op === 'set' && locals.has(one.local)) return [];
    return [mapBlocks(one, (inner) => withoutSets(inner, locals))];
  });
}
