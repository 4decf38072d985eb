import type { NumbaType } from '../types/numbaType';
import { typeName } from '../types/typeName';
import { unifyPair } from '../types/unify';
import { unliteral } from '../types/unliteral';
import { mentionsOf } from './calls/escape';
import { walkBody } from './children';
import type { FunctionDef } from '../parse/ast';
import { owner } from './variables';
import type { FlowBlock } from './flow/flowGraph';
import type { Inference } from './inference';
import type { RawVersion } from './ssa/numberVersions';

/** Variables and parameters with the types of Numba's own versions: `x`, `x.1`, ... where these differ. */
export function numbaLocals(inf: Inference): Map<string, NumbaType> {
  const types = versionTypes(inf);
  const bySymbol = new Map<RawVersion['symbol'], { name: string; type: NumbaType }[]>();
  for (const version of inf.ssa.numbering.versions) {
    const type = types.get(version);
    if (!type || owner(version.symbol.scope) !== inf.node || isHidden(version.symbol, type)) continue;
    bySymbol.set(version.symbol, [...(bySymbol.get(version.symbol) ?? []), { name: version.name, type }]);
  }
  const locals = new Map<string, NumbaType>();
  for (const [symbol, versions] of bySymbol) {
    const first = versions[0]!.type;
    if (versions.every(({ type }) => typeName(type) === typeName(first))) locals.set(symbol.name, first);
    else for (const { name, type } of versions) locals.set(name, type);
  }
  for (const inner of innerFunctions(inf)) locals.set(inner.name, { kind: 'closure', node: inner, id: 0 });
  return locals;
}

/** Those that Numba makes functions of their own: never called, at most returned. */
function innerFunctions({ node }: Inference): readonly FunctionDef[] {
  if (node.kind === 'Lambda') return [];
  const inside = walkBody(node.body);
  const returned = new Set(inside.map((each) => (each.kind === 'Return' ? each.value : undefined)));
  return inside
    .filter((each): each is FunctionDef => each.kind === 'FunctionDef')
    .filter(({ name }) => mentionsOf(node, name).every((mention) => returned.has(mention)));
}

// Comprehension variables and inlined closures are not variables of the function in Numba's eyes.
function isHidden({ scope, name }: RawVersion['symbol'], type: NumbaType): boolean {
  return scope.kind === 'comprehension' || type.kind === 'closure' || name.startsWith('.');
}

function versionTypes(inf: Inference): Map<RawVersion, NumbaType> {
  const types = new Map<RawVersion, NumbaType>();
  for (const version of inf.ssa.numbering.versions) {
    const structured = version.key && inf.ssa.definedAt.get(version.key);
    const type = structured && inf.versionTypes.get(structured);
    if (type) types.set(version, type);
  }
  const live = liveBlocks(inf);
  for (let changed = true; changed; ) {
    changed = false;
    for (const phi of inf.ssa.numbering.versions) {
      if (!phi.isPhi) continue;
      const merged = mergeOperands(phi, types, live);
      if (!merged || typeName(merged) === typeName(types.get(phi) ?? { kind: 'undefined' })) continue;
      types.set(phi, merged);
      changed = true;
    }
  }
  return types;
}

/** Blocks that can be reached once all tests are decided that can be. */
function liveBlocks(inf: Inference): Set<FlowBlock> {
  const live = new Set<FlowBlock>();
  const pending = [inf.ssa.entry];
  for (let block = pending.pop(); block; block = pending.pop()) {
    if (live.has(block)) continue;
    live.add(block);
    for (const edge of block.out) if (!edge.dead) pending.push(edge.to);
  }
  return live;
}

function mergeOperands(
  phi: RawVersion,
  types: ReadonlyMap<RawVersion, NumbaType>,
  live: ReadonlySet<FlowBlock>,
): NumbaType | undefined {
  let merged = types.get(phi);
  for (const { version, edge } of phi.operands) {
    const type = version && !edge.dead && live.has(edge.from) ? types.get(version) : undefined;
    if (type) merged = merged ? (unifyPair(merged, type) ?? unliteral(merged)) : type;
  }
  return merged;
}
