import type { BoundModule, NameSymbol } from '../../bind/boundModule';
import { compareVersions } from '../../library/version';
import type { AstNode, Expression, FunctionNode, Name, Statement } from '../../parse/ast';
import { buildFlow, type Flow } from '../flow/buildFlow';
import type { Decisions } from '../flow/flowBuilder';
import type { FlowBlock } from '../flow/flowGraph';
import type { Edge, SsaForm, Version } from '../ssa';
import { type Numbering, numberVersions, type RawVersion } from './numberVersions';
import { groupByInterpreter, groupBySymbol } from './variableGroups';

export interface Ssa {
  readonly form: SsaForm;
  /** Versions of captured variables where a closure is called or made. */
  readonly captures: ReadonlyMap<Expression, ReadonlyMap<NameSymbol, Version>>;
  /** Numba's own versions, of CPython's bytecode: their names and where their phis stand. */
  readonly numbering: Numbering;
  /** The version that assigns at a key of `form.definitions`, or a parameter. */
  readonly definedAt: ReadonlyMap<object, Version>;
  /** Names that are read before any assignment in the code: Numba cannot analyse the bytecode. */
  readonly unassigned: ReadonlySet<object>;
  /** For a phi version, what the first instruction of its block belongs to. */
  readonly leaderOf: ReadonlyMap<Version, FlowBlock['leader']>;
  readonly reached: ReadonlySet<Statement>;
  readonly fallsThrough: boolean;
  /** Where the blocks that `numbering` is about begin. */
  readonly entry: FlowBlock;
}

/** SSA form of one function: structured for typing and lowering, and numbered as Numba does for names and places. */
export function buildSsa(module: BoundModule, fn: FunctionNode, numba: string, decided: Decisions): Ssa {
  const bytecode = buildFlow(module, fn, 'bytecode', decided);
  const shared = new Set([...bytecode.captures.values()].flatMap((uses) => [...uses.keys()]));
  const numbering = numberVersions(bytecode.graph, groupByInterpreter(bytecode.graph, shared), {
    phiForSingle: compareVersions(numba, '0.57') >= 0,
  });
  const structured = buildFlow(module, fn, 'structured', decided);
  const raw = numberVersions(structured.graph, groupBySymbol(structured.graph), { phiForSingle: true });
  return { ...assemble(fn, structured, raw, numbering), entry: bytecode.graph.blocks[0]! };
}

function assemble(fn: FunctionNode, flow: Flow, raw: Numbering, numbering: Numbering): Omit<Ssa, 'entry'> {
  const names = nameVersions(raw, numbering);
  const made = new Map<RawVersion, Version & { operands: (Version | undefined)[] }>();
  const versions = raw.versions.map((version, id) => {
    const { symbol, isPhi, node } = version;
    const finished = { id, symbol, name: names.get(version)!, isPhi, operands: [], node };
    made.set(version, finished);
    return finished;
  });
  for (const [version, finished] of made) {
    finished.operands.push(
      ...version.operands.map((operand) => operand.version && made.get(operand.version)!),
    );
  }
  const convert = <K>(map: ReadonlyMap<K, RawVersion>): Map<K, Version> =>
    new Map([...map].map(([key, version]) => [key, made.get(version)!]));
  const uses = convert(raw.uses);
  const definedAt = convert(raw.definitions);
  const captures = new Map(
    [...flow.captures].map(([at, keys]) => [
      at,
      new Map(
        [...keys].flatMap(([symbol, key]) => (uses.has(key) ? [[symbol, uses.get(key)!] as const] : [])),
      ),
    ]),
  );
  return {
    form: {
      versions,
      ...splitUses(uses, definedAt),
      edges: edgesOf(raw, made),
      parameters: new Map(fn.params.flatMap((p) => (definedAt.has(p) ? [[p.name, definedAt.get(p)!]] : []))),
    },
    captures,
    numbering,
    definedAt,
    unassigned: numbering.unassigned,
    reached: flow.reached,
    fallsThrough: flow.fallsThrough,
    leaderOf: new Map([...made].map(([version, finished]) => [finished, version.block.leader])),
  };
}

const isName = (key: object): key is Name => (key as Partial<AstNode>).kind === 'Name';

// The target of `x += 1` is read and assigned; the read goes to a table of its own.
function splitUses(
  uses: ReadonlyMap<object, Version>,
  definedAt: ReadonlyMap<object, Version>,
): Pick<SsaForm, 'uses' | 'definitions' | 'augmentedUses'> {
  const names = [...uses].filter((entry): entry is [Name, Version] => isName(entry[0]));
  return {
    uses: new Map(names.filter(([name]) => !definedAt.has(name))),
    augmentedUses: new Map(names.filter(([name]) => definedAt.has(name))),
    definitions: new Map([...definedAt].filter((entry): entry is [Name, Version] => isName(entry[0]))),
  };
}

function edgesOf(raw: Numbering, made: ReadonlyMap<RawVersion, Version>): Edge[] {
  const edges = new Map<object, Map<string, Edge & { copies: Edge['copies'][number][] }>>();
  const all: Edge[] = [];
  for (const phi of raw.versions.filter((version) => version.isPhi)) {
    for (const { edge, version } of phi.operands) {
      if (!edge.label) continue;
      const { kind, node } = edge.label;
      const byKind = edges.get(node) ?? new Map();
      edges.set(node, byKind);
      const found = byKind.get(kind) ?? { kind, node, copies: [] };
      if (!byKind.has(kind)) {
        byKind.set(kind, found);
        all.push(found);
      }
      found.copies.push({ phi: made.get(phi)!, operand: version && made.get(version) });
    }
  }
  return all;
}

/** Numba's name of each structured version: definitions correspond; phis correspond where they stand at the same code. */
function nameVersions(raw: Numbering, numbering: Numbering): Map<RawVersion, string> {
  const names = new Map<RawVersion, string>();
  const free = new Set(numbering.versions.filter((version) => version.isPhi));
  const take = (version: RawVersion, test: (candidate: RawVersion) => boolean): boolean => {
    for (const candidate of free) {
      if (candidate.symbol !== version.symbol || !test(candidate)) continue;
      free.delete(candidate);
      names.set(version, candidate.name);
      return true;
    }
    return false;
  };
  const phis: RawVersion[] = [];
  for (const version of raw.versions) {
    const same = version.key && numbering.definitions.get(version.key);
    if (same) names.set(version, same.name);
    else if (!take(version, ({ block }) => block.leader === version.block.leader)) phis.push(version);
  }
  for (const version of phis) {
    if (!take(version, () => true)) names.set(version, `${version.symbol.name}.phi`);
  }
  return names;
}
