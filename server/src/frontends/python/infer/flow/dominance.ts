import type { FlowBlock } from './flowGraph';

export interface Dominance {
  /** The closest block that every path to this one passes; the entry's is itself. */
  readonly immediate: ReadonlyMap<FlowBlock, FlowBlock>;
  /** Blocks where this block's dominance ends, iterated to a fixpoint: where its assignments need a phi. */
  readonly frontier: ReadonlyMap<FlowBlock, ReadonlySet<FlowBlock>>;
}

/** Cooper, Harvey and Kennedy's iteration over the reverse postorder. */
export function dominance(blocks: readonly FlowBlock[]): Dominance {
  const order = reversePostorder(blocks[0]!);
  const index = new Map(order.map((block, i) => [block, i]));
  const immediate = new Map<FlowBlock, FlowBlock>([[order[0]!, order[0]!]]);
  for (let changed = true; changed; ) {
    changed = false;
    for (const block of order.slice(1)) {
      let found: FlowBlock | undefined;
      for (const { from } of block.in) {
        if (immediate.has(from)) found = found ? intersect(found, from, immediate, index) : from;
      }
      if (found && immediate.get(block) !== found) {
        immediate.set(block, found);
        changed = true;
      }
    }
  }
  return { immediate, frontier: iterate(frontiers(order, immediate)) };
}

export function dominates(by: FlowBlock, block: FlowBlock, { immediate }: Dominance): boolean {
  for (let current = block; ; ) {
    if (current === by) return true;
    const next = immediate.get(current);
    if (!next || next === current) return false;
    current = next;
  }
}

/** Blocks that every path from entry to an exit passes, outside loops: Numba's backbone. */
export function backbone(blocks: readonly FlowBlock[]): ReadonlySet<FlowBlock> {
  const found = new Set<FlowBlock>();
  for (const block of blocks) {
    if (!block.inLoop && !canExitWithout(blocks[0]!, block)) found.add(block);
  }
  return found;
}

function canExitWithout(entry: FlowBlock, avoided: FlowBlock): boolean {
  if (entry === avoided) return false;
  const seen = new Set([entry]);
  const pending = [entry];
  for (let block = pending.pop(); block; block = pending.pop()) {
    if (block.out.length === 0) return true;
    for (const { to } of block.out) {
      if (to === avoided || seen.has(to)) continue;
      seen.add(to);
      pending.push(to);
    }
  }
  return false;
}

function reversePostorder(entry: FlowBlock): FlowBlock[] {
  const finished: FlowBlock[] = [];
  const seen = new Set([entry]);
  const stack = [{ block: entry, next: 0 }];
  while (stack.length > 0) {
    const top = stack.at(-1)!;
    const edge = top.block.out[top.next++];
    if (!edge) {
      finished.push(top.block);
      stack.pop();
    } else if (!seen.has(edge.to)) {
      seen.add(edge.to);
      stack.push({ block: edge.to, next: 0 });
    }
  }
  return finished.reverse();
}

function intersect(
  a: FlowBlock,
  b: FlowBlock,
  immediate: ReadonlyMap<FlowBlock, FlowBlock>,
  index: ReadonlyMap<FlowBlock, number>,
): FlowBlock {
  let [left, right] = [a, b];
  while (left !== right) {
    while (index.get(left)! > index.get(right)!) left = immediate.get(left)!;
    while (index.get(right)! > index.get(left)!) right = immediate.get(right)!;
  }
  return left;
}

function frontiers(
  order: readonly FlowBlock[],
  immediate: ReadonlyMap<FlowBlock, FlowBlock>,
): Map<FlowBlock, Set<FlowBlock>> {
  const result = new Map(order.map((block) => [block, new Set<FlowBlock>()]));
  for (const block of order) {
    if (block.in.length < 2) continue;
    for (const { from } of block.in) {
      for (let runner = from; immediate.has(runner) && runner !== immediate.get(block); ) {
        result.get(runner)!.add(block);
        const next = immediate.get(runner)!;
        if (next === runner) break;
        runner = next;
      }
    }
  }
  return result;
}

function iterate(direct: Map<FlowBlock, Set<FlowBlock>>): Map<FlowBlock, Set<FlowBlock>> {
  for (let changed = true; changed; ) {
    changed = false;
    for (const set of direct.values()) {
      const before = set.size;
      for (const block of [...set]) for (const further of direct.get(block) ?? []) set.add(further);
      if (set.size > before) changed = true;
    }
  }
  return direct;
}
