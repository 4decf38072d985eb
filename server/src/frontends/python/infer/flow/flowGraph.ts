import type { NameSymbol } from '../../bind/boundModule';
import type { AstNode } from '../../parse/ast';
import type { Edge } from '../ssa';

/** Basic blocks of a function with the reads and assignments of its variables, in order of execution. */
export interface FlowGraph {
  /** In the order of CPython's bytecode; the first is the entry. */
  readonly blocks: readonly FlowBlock[];
}

export interface FlowBlock {
  /** What the block's first instruction belongs to. */
  leader: { readonly range: { readonly start: number } } | undefined;
  readonly events: FlowEvent[];
  readonly out: FlowEdge[];
  readonly in: FlowEdge[];
  /** The block runs inside a loop: Numba names variables assigned there differently. */
  readonly inLoop: boolean;
}

export interface FlowEdge {
  readonly from: FlowBlock;
  to: FlowBlock;
  readonly label?: EdgeLabel;
  readonly way: Way;
  /** Ruled out by a test that is decided after variables were numbered. */
  readonly dead: boolean;
}

/**
 * How control gets there: by going on with the next instruction, by a jump that no source line asks for, which CPython threads
 * through other jumps, or by one of the source's own (a test, `break`, `continue`).
 */
export type Way = 'falls' | 'artificial' | 'jumps';

export interface EdgeLabel {
  readonly kind: Edge['kind'];
  readonly node: object;
}

export type FlowEvent =
  /** `key` is the Name, or what stands for a captured variable at a call. */
  | { readonly kind: 'use'; readonly symbol: NameSymbol; readonly key: object }
  | {
      readonly kind: 'define';
      readonly symbol: NameSymbol;
      readonly key: object;
      readonly node: AstNode | undefined;
    };

export function connect(
  from: FlowBlock,
  to: FlowBlock,
  label?: EdgeLabel,
  { way = 'jumps', dead = false }: { way?: Way; dead?: boolean } = {},
): void {
  const edge: FlowEdge = { from, to, label, way, dead };
  from.out.push(edge);
  to.in.push(edge);
}

export function disconnect(edge: FlowEdge): void {
  edge.from.out.splice(edge.from.out.indexOf(edge), 1);
  edge.to.in.splice(edge.to.in.indexOf(edge), 1);
}

/** Moves an edge's end, keeping its place among its source's edges. */
export function redirect(edge: FlowEdge, to: FlowBlock): void {
  edge.to.in.splice(edge.to.in.indexOf(edge), 1);
  edge.to = to;
  to.in.push(edge);
}
