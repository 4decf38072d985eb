import type { NameSymbol } from '../../bind/boundModule';
import type { AstNode } from '../../parse/ast';
import { type Dominance, dominance, dominates } from '../flow/dominance';
import type { FlowBlock, FlowEdge, FlowEvent, FlowGraph } from '../flow/flowGraph';
import type { Group, Grouping } from './variableGroups';

/** A version while SSA is being built; operands of a phi stand beside the edges they come over. */
export interface RawVersion {
  readonly symbol: NameSymbol;
  readonly name: string;
  readonly isPhi: boolean;
  readonly operands: { readonly edge: FlowEdge; readonly version: RawVersion | undefined }[];
  readonly block: FlowBlock;
  /** The block whose code first asked for the phi: where Numba says it is defined. */
  readonly askedBy: FlowBlock;
  readonly key: object | undefined;
  readonly node: AstNode | undefined;
  /** The only assignment of what Numba takes for one variable before SSA. */
  solitary: boolean;
}

export interface Numbering {
  /** In the order in which Numba names them per variable. */
  readonly versions: readonly RawVersion[];
  readonly uses: ReadonlyMap<object, RawVersion>;
  readonly definitions: ReadonlyMap<object, RawVersion>;
  readonly phis: ReadonlyMap<FlowBlock, readonly RawVersion[]>;
  /** Names read where no path has assigned them. */
  readonly unassigned: ReadonlySet<object>;
}

export interface NumberingOptions {
  /** Whether a variable assigned once gets a phi where a path does not pass the assignment. */
  readonly phiForSingle: boolean;
}

/** Numba's reconstruct_ssa: a version per assignment, and a phi at each merge that a read depends on. */
export function numberVersions(graph: FlowGraph, grouping: Grouping, options: NumberingOptions): Numbering {
  const state: State = {
    graph,
    grouping,
    options,
    dominance: dominance(graph.blocks),
    versions: [],
    uses: new Map(),
    definitions: new Map(),
    phis: new Map(),
    unassigned: new Set([...grouping.unassigned].map((event) => event.key)),
  };
  const sites = sitesByGroup(graph, grouping);
  for (const group of grouping.groups) numberGroup(state, group, sites.get(group) ?? []);
  return state;
}

interface Site {
  readonly block: FlowBlock;
  readonly event: FlowEvent;
}

function sitesByGroup({ blocks }: FlowGraph, { groupOf }: Grouping): ReadonlyMap<Group, readonly Site[]> {
  const sites = new Map<Group, Site[]>();
  for (const block of blocks) {
    for (const event of block.events) {
      const group = groupOf.get(event);
      const known = group && sites.get(group);
      if (known) known.push({ block, event });
      else if (group) sites.set(group, [{ block, event }]);
    }
  }
  return sites;
}

interface State extends Numbering {
  readonly graph: FlowGraph;
  readonly grouping: Grouping;
  readonly options: NumberingOptions;
  readonly dominance: Dominance;
  readonly versions: RawVersion[];
  readonly uses: Map<object, RawVersion>;
  readonly definitions: Map<object, RawVersion>;
  readonly phis: Map<FlowBlock, RawVersion[]>;
  readonly unassigned: Set<object>;
}

interface GroupState {
  readonly group: Group;
  readonly sites: readonly Site[];
  /** Per block, its phi first, then its definitions in order. */
  readonly defined: Map<FlowBlock, RawVersion[]>;
  readonly phiBlocks: ReadonlySet<FlowBlock>;
}

function numberGroup(state: State, group: Group, sites: readonly Site[]): void {
  const defined = new Map<FlowBlock, RawVersion[]>();
  const byEvent = new Map<FlowEvent, RawVersion>();
  for (const { block, event } of sites) {
    if (event.kind !== 'define') continue;
    const version = makeVersion(state, group, byEvent.size === 0, block, event);
    byEvent.set(event, version);
    defined.set(block, [...(defined.get(block) ?? []), version]);
    if (!state.definitions.has(event.key)) state.definitions.set(event.key, version);
  }
  const versions = [...byEvent.values()];
  if (versions.length === 1) versions[0]!.solitary = true;
  if (versions.length === 1 && !needsPhi(state, versions[0]!, sites)) {
    for (const { event } of sites) if (event.kind === 'use') state.uses.set(event.key, versions[0]!);
    return;
  }
  const phiBlocks = new Set(
    [...defined.keys()].flatMap((block) => [...(state.dominance.frontier.get(block) ?? [])]),
  );
  const groupState = { group, sites, defined, phiBlocks };
  resolveUses(state, groupState, byEvent);
}

function needsPhi(state: State, only: RawVersion, sites: GroupState['sites']): boolean {
  return (
    state.options.phiForSingle &&
    sites.some(({ block, event }) => event.kind === 'use' && !dominates(only.block, block, state.dominance))
  );
}

function resolveUses(state: State, group: GroupState, byEvent: ReadonlyMap<FlowEvent, RawVersion>): void {
  let block: FlowBlock | undefined;
  let latest: RawVersion | undefined;
  for (const site of group.sites) {
    if (site.block !== block) {
      block = site.block;
      latest = undefined;
    }
    if (site.event.kind === 'define') {
      latest = byEvent.get(site.event);
      continue;
    }
    const phi = group.defined.get(site.block)?.find((version) => version.isPhi);
    const version = latest ?? phi ?? fromTop(state, group, site.block, site.block);
    if (version) {
      if (!state.uses.has(site.event.key)) state.uses.set(site.event.key, version);
    } else state.unassigned.add(site.event.key);
  }
}

function fromTop(
  state: State,
  group: GroupState,
  block: FlowBlock,
  askedBy: FlowBlock,
): RawVersion | undefined {
  if (!group.phiBlocks.has(block)) {
    const above = state.dominance.immediate.get(block);
    return above && above !== block ? fromBottom(state, group, above, askedBy) : undefined;
  }
  const phi = makeVersion(state, group.group, false, block, undefined, askedBy);
  group.defined.set(block, [phi, ...(group.defined.get(block) ?? [])]);
  state.phis.set(block, [...(state.phis.get(block) ?? []), phi]);
  for (const edge of block.in) {
    phi.operands.push({ edge, version: fromBottom(state, group, edge.from, askedBy) });
  }
  return phi;
}

function fromBottom(
  state: State,
  group: GroupState,
  block: FlowBlock,
  askedBy: FlowBlock,
): RawVersion | undefined {
  return group.defined.get(block)?.at(-1) ?? fromTop(state, group, block, askedBy);
}

function makeVersion(
  state: State,
  group: Group,
  first: boolean,
  block: FlowBlock,
  event: FlowEvent | undefined,
  askedBy = block,
): RawVersion {
  const version: RawVersion = {
    symbol: group.symbol,
    name: first ? group.name : nextName(state.grouping.taken, group.name),
    isPhi: event === undefined,
    operands: [],
    block,
    askedBy,
    key: event?.key,
    node: event?.kind === 'define' ? event.node : undefined,
    solitary: false,
  };
  state.versions.push(version);
  return version;
}

function nextName(taken: Map<string, number>, name: string): string {
  const count = (taken.get(name) ?? 0) + 1;
  taken.set(name, count);
  return `${name}.${count}`;
}
