import type { BoundModule, NameSymbol } from '../../bind/boundModule';
import type { Expression, FunctionNode, Statement } from '../../parse/ast';
import { createBuilder, type Decisions, type FlowMode } from './flowBuilder';
import { flowExpression } from './flowExpressions';
import { dominance, dominates } from './dominance';
import { connect, disconnect, type FlowBlock, type FlowGraph, redirect } from './flowGraph';
import { flowBody, flowParameters } from './flowStatements';

export interface Flow {
  readonly graph: FlowGraph;
  /** Uses of captured variables where a closure is called or made, by the expression that names it. */
  readonly captures: ReadonlyMap<Expression, ReadonlyMap<NameSymbol, object>>;
  readonly reached: ReadonlySet<Statement>;
  /** Whether control can leave at the end of the body. */
  readonly fallsThrough: boolean;
}

/** The blocks of a function and what each reads and assigns. `decided` gives tests known before typing. */
export function buildFlow(module: BoundModule, fn: FunctionNode, mode: FlowMode, decided: Decisions): Flow {
  const builder = createBuilder(module, fn, mode, decided);
  builder.blocks[0]!.leader = fn;
  flowParameters(builder);
  if (fn.kind === 'Lambda') flowExpression(builder, fn.body);
  else flowBody(builder, fn.body);
  const fallsThrough = builder.current !== undefined;
  const blocks = mode === 'bytecode' ? gatherBackEdges(threadJumps(builder.blocks)) : builder.blocks;
  return { graph: { blocks }, captures: builder.captures, reached: builder.reached, fallsThrough };
}

/** Artificial jumps skip empty blocks, and blocks that nothing else enters join their predecessor, as CPython's optimizer does. */
function threadJumps(blocks: readonly FlowBlock[]): FlowBlock[] {
  const kept: FlowBlock[] = [];
  for (const block of blocks) {
    const isEmpty = block.leader === undefined && block.events.length === 0 && block.out.length === 1;
    if (isEmpty && block.out[0]!.to !== block) {
      const next = block.out[0]!.to;
      const { way } = block.out[0]!;
      for (const edge of [...block.in])
        if (way === 'falls' || edge.way === 'artificial') redirect(edge, next);
      if (block.in.length === 0) {
        disconnect(block.out[0]!);
        continue;
      }
    }
    const only = block.in.length === 1 ? block.in[0]! : undefined;
    if (only && only.from.out.length === 1 && kept.at(-1) === only.from) {
      absorb(only.from, block);
      continue;
    }
    kept.push(block);
  }
  return kept;
}

function absorb(target: FlowBlock, block: FlowBlock): void {
  disconnect(target.out[0]!);
  target.leader ??= block.leader;
  target.events.push(...block.events);
  for (const edge of [...block.out]) {
    disconnect(edge);
    const moved = { ...edge, from: target };
    target.out.push(moved);
    moved.to.in.push(moved);
  }
}

/** Numba gives a loop that is continued from several places one block that they all go through. */
function gatherBackEdges(blocks: readonly FlowBlock[]): FlowBlock[] {
  const reach = dominance(blocks);
  const gathered = [...blocks];
  for (const header of blocks) {
    const back = header.in.filter((edge) => dominates(header, edge.from, reach));
    if (back.length < 2) continue;
    const tail: FlowBlock = { leader: header.leader, events: [], out: [], in: [], inLoop: true };
    for (const edge of back) redirect(edge, tail);
    connect(tail, header, undefined, { way: 'artificial' });
    gathered.push(tail);
  }
  return gathered;
}
