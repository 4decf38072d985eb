import type { NameSymbol } from '../../bind/boundModule';
import { backbone } from '../flow/dominance';
import type { FlowEvent, FlowGraph } from '../flow/flowGraph';

/** What SSA construction treats as one variable. */
export interface Group {
  readonly symbol: NameSymbol;
  readonly name: string;
}

export interface Grouping {
  readonly groupOf: ReadonlyMap<FlowEvent, Group>;
  readonly groups: readonly Group[];
  /** How many names of each variable are taken, as Numba's Scope counts redefinitions. */
  readonly taken: Map<string, number>;
  /** Reads that stand before any assignment in the code. */
  readonly unassigned: ReadonlySet<FlowEvent>;
}

/** One group per variable. */
export function groupBySymbol(graph: FlowGraph): Grouping {
  return group(graph, () => false);
}

/**
 * Numba's bytecode interpreter gives a variable a new name at each assignment on the straight path through the function,
 * before SSA construction proper, unless a closure shares it.
 */
export function groupByInterpreter(graph: FlowGraph, shared: ReadonlySet<NameSymbol>): Grouping {
  const straight = backbone(graph.blocks);
  return group(graph, (event, block) => straight.has(block) && !shared.has(event.symbol));
}

function group(
  graph: FlowGraph,
  startsNew: (event: FlowEvent, block: FlowGraph['blocks'][number]) => boolean,
): Grouping {
  const groupOf = new Map<FlowEvent, Group>();
  const latest = new Map<NameSymbol, Group>();
  const groups: Group[] = [];
  const taken = new Map<string, number>();
  const unassigned = new Set<FlowEvent>();
  const open = (symbol: NameSymbol): Group => {
    const count = taken.get(symbol.name);
    taken.set(symbol.name, count === undefined ? 0 : count + 1);
    const name = count === undefined ? symbol.name : `${symbol.name}.${count + 1}`;
    const made = { symbol, name };
    groups.push(made);
    latest.set(symbol, made);
    return made;
  };
  for (const block of graph.blocks) {
    for (const event of block.events) {
      const known = latest.get(event.symbol);
      if (event.kind === 'define') {
        groupOf.set(event, known && !startsNew(event, block) ? known : open(event.symbol));
      } else if (known) groupOf.set(event, known);
      else unassigned.add(event);
    }
  }
  return { groupOf, groups, taken, unassigned };
}
