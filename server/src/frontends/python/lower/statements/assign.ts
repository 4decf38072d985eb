import type { AnnAssign, Assign, Delete, Expression, Name } from '../../parse/ast';
import { assignVersion, clearVersion, copyAlong } from '../assignVariable';
import type { Body } from '../body';
import { readsLocals, readsMemory } from '../effects';
import { putAway } from '../expressions/arguments';
import { lowerExpression } from '../expressions/lowerExpression';
import { lowerResolution } from '../expressions/resolved';
import { leaveUnmade } from '../unmadeArrays';
import type { Value } from '../lowering';
import { elementTypes, tupleElements } from '../tuples';

/** `a = b = value`: the value once, then the targets from left to right. */
export function lowerAssign(body: Body, node: Assign): void {
  if (leaveUnmade(body, node)) return;
  const value = lowerExpression(body, node.value);
  const shared = node.targets.length > 1 ? body.lowering.hold(value) : value;
  for (const target of node.targets) assignTarget(body, target, shared);
}

export function lowerAnnAssign(body: Body, node: AnnAssign): void {
  if (node.value) assignTarget(body, node.target, lowerExpression(body, node.value));
}

/** Stores a value in a name, an element, an attribute, or unpacks it. */
export function assignTarget(body: Body, target: Expression, value: Value): void {
  body.lowering.ir.at(target.range, () => {
    switch (target.kind) {
      case 'Name':
        return assignName(body, target, value);
      case 'Tuple':
      case 'List':
        return unpack(body, target, value);
      case 'Subscript':
      case 'Attribute':
        return store(body, target, value);
      default:
        return body.lowering.notLowered(`assignment to ${target.kind} is not compiled yet`);
    }
  });
}

function assignName(body: Body, target: Name, value: Value): void {
  const version = body.typed.ssa.definitions.get(target);
  // Nothing reads a version that inference left out.
  if (!version || !body.typed.versionTypes.has(version)) return;
  assignVersion(body, version, value);
  copyAlong(body, 'tryPoint', target);
}

function store(body: Body, target: Expression, value: Value): void {
  const resolution = body.typed.stores.get(target);
  if (!resolution) body.lowering.notLowered('this assignment is not compiled yet');
  const outer = body.stored;
  body.stored = safeFromTarget(body, target, value);
  try {
    lowerResolution(body, resolution);
  } finally {
    body.stored = outer;
  }
}

/** The value is evaluated before the target's own expressions. */
function safeFromTarget(body: Body, target: Expression, value: Value): Value {
  if (!value.parts.some(readsMemory)) return value;
  const simple = target.kind === 'Subscript' && isName(target.value) && isSimpleIndex(target.index);
  return simple ? value : putAway(body, value);
}

function isName(node: Expression): boolean {
  return node.kind === 'Name';
}

function isSimpleIndex(node: Expression): boolean {
  if (node.kind === 'Tuple') return node.elements.every(isSimpleIndex);
  if (node.kind === 'BinOp') return isSimpleIndex(node.left) && isSimpleIndex(node.right);
  return node.kind === 'Name' || node.kind === 'Constant';
}

type Unpacking = Extract<Expression, { kind: 'Tuple' | 'List' }>;

function unpack(body: Body, target: Unpacking, source: Value): void {
  const { type } = source;
  const value = type.kind === 'optional' ? body.lowering.cast(source, type.value) : source;
  const items = elementTypes(value.type) ? tupleElements(value) : iterated(body, target, value);
  if (items.length !== target.elements.length) {
    body.lowering.notLowered('this unpacking is not compiled yet');
  }
  const safe = items.map((item, i) => (i > 0 && isDisturbed(body, item) ? keptAway(body, item) : item));
  target.elements.forEach((element, i) => {
    assignTarget(body, element, safe[i]!);
  });
}

/** Whether assigning the targets before it can change what the item's expressions read. */
function isDisturbed(body: Body, item: Value): boolean {
  const names = body.variables.localNames();
  return item.parts.some((part) => readsMemory(part) || readsLocals(part, names));
}

/** A copy that survives even if the variable it was read from releases what it holds. */
function keptAway(body: Body, item: Value): Value {
  const copy = putAway(body, item);
  body.lowering.retain(copy);
  return body.lowering.temporary(copy);
}

/** Takes as many items as there are targets, no more and no fewer. */
function iterated(body: Body, target: Unpacking, value: Value): Value[] {
  const { lowering } = body;
  const iteration = body.typed.iterations.get(target);
  if (!iteration?.function.cursor) return lowering.notLowered('this unpacking is not compiled yet');
  const source = lowering.hold(lowering.cast(value, iteration.source));
  const cursor = iteration.function.cursor(
    { args: [source], argTypes: [iteration.source], result: iteration.item, data: iteration.data },
    lowering,
  );
  const wanted = target.elements.length;
  const items = target.elements.map((_, i) => {
    const message = `not enough values to unpack (expected ${wanted}, got ${i})`;
    return lowering.hold(cursor.next(() => lowering.raise({ name: 'ValueError', message })));
  });
  lowering.ir.block((label) => {
    cursor.next(() => lowering.ir.break(label));
    lowering.raise({ name: 'ValueError', message: `too many values to unpack (expected ${wanted})` });
  });
  return items;
}

export function lowerDelete(body: Body, node: Delete): void {
  for (const target of node.targets) {
    if (target.kind === 'Name') {
      const version = body.typed.ssa.uses.get(target);
      if (version) clearVersion(body, version);
      continue;
    }
    const resolution = body.typed.stores.get(target);
    if (!resolution) body.lowering.notLowered('this del is not compiled yet');
    else lowerResolution(body, resolution);
  }
}
