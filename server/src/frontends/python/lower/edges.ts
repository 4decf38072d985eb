import type { Edge, SsaForm } from '../infer/ssa';

export type EdgeTable = (kind: Edge['kind'], node: object) => Edge['copies'];

/** Finds the phi copies to make at a point. */
export function createEdgeTable(ssa: SsaForm): EdgeTable {
  const table = new Map<object, Map<Edge['kind'], Edge['copies'][number][]>>();
  for (const edge of ssa.edges) {
    const byKind = table.get(edge.node) ?? new Map();
    table.set(edge.node, byKind);
    byKind.set(edge.kind, [...(byKind.get(edge.kind) ?? []), ...edge.copies]);
  }
  return (kind, node) => table.get(node)?.get(kind) ?? [];
}
