import { binary, constant, convert, loadVector, localExpression, simd } from '../../ir/expressions';
import type { Address, Expression, LoadExpression } from '../../ir/nodes';
import { isFloatScalar, scalarSize } from '../../ir/scalarType';
import type { VectorLoad } from '../../ir/simd';
import { usesLocal } from '../purity';
import { mapOperands } from '../rewrite';
import { guardIndex } from './access';
import { placeOf } from './assumedSteps';
import { convertLanes, reinterpretLanes, resizeMask } from './convertLanes';
import { divideIntegers } from './divideLanes';
import { asLaneScalar, extractLane, type Lanes, mapLanes, Refusal, shapeOf, vectorCount } from './lanes';
import { formKey, formValue, type LinearForm, linearAddress, type LinearScope, stepOf } from '../linearForm';
import {
  type Block,
  holdIn,
  hoist,
  isInvariant,
  type LoopContext,
  type Mask,
  splatLanes,
  vectorsOf,
} from './loopContext';
import { elementStep, loadInterleaved } from './interleaved';
import { placeKey } from './keptPlaces';
import { inlineMath } from './math';
import { indexAsFloat, indexLanes, isLoopIndex } from './indexLanes';
import { wideProduct } from './wideProduct';
import { binaryLanes, compareLanes, selectLanes, shiftLanes, unaryLanes } from './operators';
import { pendingValue } from './stores';
import { convertWide, isWideConversion } from './wideConversion';

/** Whether iterations that run together may see different values. */
export function isVarying({ facts }: LoopContext, expression: Expression): boolean {
  return usesLocal(expression, facts.varying);
}

/** The expression in each of the iterations that run together. */
export function vectorize(expression: Expression, context: LoopContext, block: Block): Lanes {
  const hold = holdIn(context, block.code);
  if (!isVarying(context, expression))
    return splatLanes(context, scalarForm(expression, context, block), hold);
  const of = (operand: Expression) => vectorize(operand, context, block);
  const { lanes } = context;
  switch (expression.op) {
    case 'local':
      return isLoopIndex(expression, context)
        ? indexLanes(expression.type, context, block)
        : vectorsOf(context, expression.name);
    case 'load':
      return loadLanes(expression, context, block);
    case 'select': {
      const a = of(expression.whenTrue);
      const b = of(expression.whenFalse);
      const [x, y] = sameWidth(a, b, context, block);
      return selectLanes(resizeMask(of(expression.condition), x.width, lanes, hold), x, y);
    }
    case 'convert': {
      const { type } = expression;
      if (isLoopIndex(expression.value, context)) {
        if (isFloatScalar(type)) return indexAsFloat(type, context, block);
        if (scalarSize(type) <= scalarSize(expression.value.type) && type !== 'bool')
          return indexLanes(type, context, block);
      }
      const value = of(expression.value);
      if (isWideConversion(value.type, type)) return convertWide(value, type, context, block);
      return convertLanes(value, type, lanes, hold);
    }
    case 'reinterpret':
      return reinterpretLanes(of(expression.value), expression.type);
    case 'math':
      return inlineMath(expression, context, block);
    case 'eq':
    case 'ne':
    case 'lt':
    case 'le':
    case 'gt':
    case 'ge': {
      const [a, b] = sameWidth(of(expression.left), of(expression.right), context, block);
      return compareLanes(expression.op, a, b);
    }
    case 'call':
      throw new Refusal(`it calls ${expression.callee}`);
    case 'wrapIndex':
    case 'checkIndex':
    case 'simd':
    case 'const':
    case 'dataAddress':
      throw new Refusal(`no vector form of ${expression.op}`);
    default:
      if ('value' in expression) {
        const value = of(expression.value);
        if (expression.op !== 'not' && expression.type === 'bool')
          throw new Refusal(`no vector form of ${expression.op}`);
        return unaryLanes(expression.op, value);
      }
      return binaryOf(expression, context, block);
  }
}

type Binary = Extract<Expression, { readonly left: Expression; readonly type: unknown; readonly op: 'add' }>;

function binaryOf(
  expression: Expression & { left: Expression; right: Expression },
  context: LoopContext,
  block: Block,
): Lanes {
  const { op, left, right } = expression as Binary as Binary & { op: Parameters<typeof binaryLanes>[0] };
  const hold = holdIn(context, block.code);
  if (op === 'shl' || op === 'shr') {
    if (isVarying(context, right)) throw new Refusal('no vector form of shifts by different amounts');
    const count = asLaneCount(scalarForm(right, context, block));
    return shiftLanes(op, vectorize(left, context, block), hoistOrHold(count, context, hold));
  }
  if (['div', 'rem', 'floordiv', 'floormod'].includes(op) && !isFloatScalar(expression.type)) {
    return divideIntegers(expression as Parameters<typeof divideIntegers>[0], context, block);
  }
  const product = op === 'mul' && wideProduct(left, right, context, block);
  if (product) return product;
  const [a, b] = sameWidth(vectorize(left, context, block), vectorize(right, context, block), context, block);
  return binaryLanes(op, a, b, hold);
}

function hoistOrHold(
  value: Expression,
  context: LoopContext,
  hold: (one: Expression) => Expression,
): Expression {
  return isInvariant(context, value) ? hoist(context, value) : hold(value);
}

function asLaneCount(count: Expression): Expression {
  return count.op === 'const' ? constant('i32', Number(BigInt(count.value) & 63n)) : convert(count, 'i32');
}

/** Masks that meet are brought to the wider one's width; numbers of one type have one width. */
function sameWidth(a: Lanes, b: Lanes, context: LoopContext, block: Block): [Lanes, Lanes] {
  if (a.width === b.width) return [a, b];
  const width = Math.max(a.width, b.width);
  const hold = holdIn(context, block.code);
  return [resizeMask(a, width, context.lanes, hold), resizeMask(b, width, context.lanes, hold)];
}

/** A value that is the same in all iterations that run together, with the index of the first of them. */
export function scalarForm(expression: Expression, context: LoopContext, block: Block): Expression {
  if (expression.op === 'load') {
    const form = linearAddress(expression.address, scopeOf(context));
    if (!form) throw new Refusal('it reads from an address that is no sum of indices');
    record(context, block, form, scalarSize(expression.type), false);
    if ([...block.pending.values()].length > 0)
      throw new Refusal('it reads one place after storing to another');
  }
  if (expression.op === 'call' || expression.op === 'checkIndex')
    throw new Refusal(`no vector form of ${expression.op}`);
  return mapOperands(expression, (operand) => scalarForm(operand, context, block));
}

/** What linear forms in this loop are made of. */
export function scopeOf(context: LoopContext): LinearScope {
  const { facts, inner } = context;
  return {
    isIndex: (local) => local === facts.loop.index || inner.has(local),
    isInvariant: (expression) => isInvariant(context, expression),
    definition: (local) => facts.definitions.get(local),
    checked: (index, length) => guardIndex(context, index, length),
  };
}

/** Notes an access for the guards. */
export function record(
  context: LoopContext,
  block: Block,
  form: LinearForm,
  size: number,
  store: boolean,
): void {
  let nested = false;
  let guarded = false;
  for (let one: Block | undefined = block; one; one = one.parent) {
    nested ||= one.parent !== undefined && !sharesOrder(one);
    nested ||= !one.straight;
    guarded ||= one.mask !== undefined;
  }
  context.accesses.push({ store, form, size, guarded, order: context.accesses.length, nested });
}

/** Branches that became masks run in the order of the block around them. */
function sharesOrder(block: Block): boolean {
  return block.parent !== undefined && block.parent.code === block.code;
}

function loadLanes(expression: LoadExpression, context: LoopContext, block: Block): Lanes {
  const { type } = expression;
  const form = placeOf(expression.address, context);
  if (!form) return gather(expression, context, block);
  const width = scalarSize(type);
  const step = stepOf(form, context.facts.loop.index);
  const key = placeKey(type, form);
  const kept = block.kept.get(key);
  if (kept) return kept;
  const pending = pendingValue(key, context, block);
  if (pending) return pending;
  // Recorded again for what has been stored since: the guards then keep that apart.
  record(context, block, form, width, false);
  const known = block.loaded.get(key);
  if (known) return known;
  const code = block.straight ? block.loads : block.code;
  const hold = holdIn(context, code);
  const contiguous = step.terms.size === 0 && step.constant === BigInt(width);
  const near = block.straight ? block.vectorsAt : undefined;
  const elements = elementStep(step, width);
  const raw = contiguous
    ? loadContiguous(form, width, context, hold, near)
    : elements !== 0
      ? loadInterleaved(form, elements, width, context, hold, near)
      : loadStrided(form, step, type, context, hold);
  const value: Lanes = { type: type === 'bool' ? 'u8' : type, width, vectors: raw };
  const result = type === 'bool' ? mapLanes(convertLanes(value, 'bool', context.lanes, hold), hold) : value;
  if (block.straight) block.loaded.set(key, result);
  return result;
}

/** A pointer to the first lane, without what of the form's constant can go into the instruction. */
export function pointerTo(
  form: LinearForm,
  context: LoopContext,
  hold: (value: Expression) => Expression,
): { base: Expression; offset: number } {
  const { index } = context.facts.loop;
  const start = anchorOf(form, context);
  const fixed = new Map([...form.terms].filter(([, term]) => term.index === undefined));
  const rest = formValue({ terms: fixed, constant: start });
  let pointer: Expression = hoist(context, convert(rest, 'ptr'));
  const moving = [...form.terms.values()].filter((term) => term.index !== undefined);
  // The vectorised loop's own index first, so that inner loops find the sum ready.
  moving.sort((a, b) => Number(b.index === index) - Number(a.index === index));
  for (const { index: name, variable, factor } of moving) {
    const local =
      name === index ? context.index : localExpression(name!, context.inner.get(name!)!.start.type);
    let part: Expression = local.type === 'i64' ? local : convert(local, 'i64');
    if (variable) part = binary('mul', part, hoist(context, convert(variable, 'i64')));
    if (factor !== 1n) part = binary('mul', part, constant('i64', factor));
    pointer = hold(binary('add', pointer, scaledPointer(part)));
  }
  return { base: pointer, offset: Number(form.constant - start) };
}

/** The part of the form's constant that its pointer holds: that of an earlier form a little below, so that they share it. */
function anchorOf(form: LinearForm, { anchors }: LoopContext): bigint {
  const isNear = (start: bigint) => form.constant >= start && form.constant < start + 2048n;
  const key = formKey(form);
  const known = anchors.get(key) ?? 0n;
  if (isNear(known)) return known;
  if (isNear(0n)) return 0n;
  anchors.set(key, form.constant);
  return form.constant;
}

/** Multiplied at 32 bits, which V8 folds into addresses. */
function scaledPointer(part: Expression): Expression {
  if (part.op !== 'mul' || part.right.op !== 'const') return convert(part, 'ptr');
  const factor = BigInt(part.right.value);
  const shift = factor.toString(2).length - 1;
  const value = convert(part.left, 'i32');
  if (factor > 0n && 1n << BigInt(shift) === factor)
    return convert(binary('shl', value, constant('i32', shift)), 'ptr');
  return convert(binary('mul', value, constant('i32', Number(BigInt.asIntN(32, factor)))), 'ptr');
}

/** Loads the lanes; where `known` is given, vectors that overlap those of another place are loaded once. */
export function loadContiguous(
  form: LinearForm,
  width: number,
  context: LoopContext,
  hold: (value: Expression) => Expression,
  known?: Map<string, Expression>,
): Expression[] {
  const { base, offset } = pointerTo(form, context, hold);
  const bytes = context.lanes * width;
  const part: VectorLoad | undefined = bytes >= 16 ? undefined : bytes === 8 ? 'load64_zero' : 'load32_zero';
  const place = formKey(form);
  return Array.from({ length: vectorCount(context.lanes, width) }, (_, i) => {
    const key = `${place} + ${form.constant + BigInt(16 * i)}`;
    const before = part ? undefined : known?.get(key);
    if (before) return before;
    const vector = hold(loadVector(at(base, offset + i * 16), part));
    if (!part) known?.set(key, vector);
    return vector;
  });
}

export function at(base: Expression, offset: number): Address {
  return offset === 0 ? { base } : { base, offset };
}

/** One scalar load for each lane; worth it where what follows is more than moving them. */
function loadStrided(
  form: LinearForm,
  step: LinearForm,
  type: Expression['type'],
  context: LoopContext,
  hold: (value: Expression) => Expression,
): Expression[] {
  if (type !== 'f64' && type !== 'f32' && type !== 'i64')
    throw new Refusal('it reads places that do not follow each other');
  if (context.inner.size === 0) throw new Refusal('it reads places that do not follow each other');
  const { base, offset } = pointerTo(form, context, hold);
  const stride = hoist(context, convert(formValue(step), 'ptr'));
  const perVector = 16 / scalarSize(type);
  const shape = shapeOf(type);
  let pointer = base;
  const vectors: Expression[] = [];
  for (let i = 0; i < vectorCount(context.lanes, scalarSize(type)); i++) {
    let vector: Expression | undefined;
    for (let lane = 0; lane < perVector; lane++) {
      if (i + lane > 0) pointer = hold(binary('add', pointer, stride));
      const scalar: Expression = { op: 'load', type, address: at(pointer, offset) };
      vector = vector
        ? simd(`${shape}.replace_lane`, [vector, scalar], [lane])
        : loadVector(at(pointer, offset), scalarSize(type) === 8 ? 'load64_zero' : 'load32_zero');
    }
    vectors.push(hold(vector!));
  }
  return vectors;
}

function asLane(scalar: Expression): Expression {
  return isFloatScalar(scalar.type) ? scalar : asLaneScalar(scalar);
}

/** A load from an address that is computed per lane, as from a table. */
function gather(expression: LoadExpression, context: LoopContext, block: Block): Lanes {
  const { type, address } = expression;
  const { base, index } = address;
  if (base.op !== 'dataAddress' || !index)
    throw new Refusal('it reads from an address that it has to compute or load');
  const hold = holdIn(context, block.code);
  const indices = mapLanes(vectorize(index, context, block), hold);
  const { lanes } = context;
  const shape = shapeOf(type);
  const width = scalarSize(type);
  if (width !== 8 && width !== 4) throw new Refusal('it reads small values from computed addresses');
  const perVector = 16 / width;
  const vectors = Array.from({ length: vectorCount(lanes, width) }, (_, i) => {
    let vector: Expression | undefined;
    for (let lane = 0; lane < perVector; lane++) {
      const place: Address = { ...address, index: extractLane(indices, i * perVector + lane) };
      vector = vector
        ? simd(`${shape}.replace_lane`, [vector, asLane({ op: 'load', type, address: place })], [lane])
        : loadVector(place, width === 8 ? 'load64_zero' : 'load32_zero');
    }
    return hold(vector!);
  });
  return { type, width, vectors };
}

/** The lanes for which the block runs: its masks and those of the loops that lanes leave around it. */
export function effectiveMask(block: Block): Mask | undefined {
  return block.mask;
}
