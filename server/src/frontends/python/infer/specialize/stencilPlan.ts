import type { BoundFunction } from '../../bind/boundModule';
import type { StencilPlan } from '../../library/stencil/stencilPlan';
import type { Subscript } from '../../parse/ast';
import type { NumbaType } from '../../types/numbaType';
import { walkBody } from '../children';
import { constantInModule } from '../globals/constantInModule';
import { evaluate } from '../globals/evaluate';
import type { KnownConstant } from '../globals/moduleConstants';
import type { ConstantValue } from '../typedFunction';

/** Parameters that the kernel indexes relative to the point. */
export function relativeParameters(fn: BoundFunction): ReadonlySet<string> {
  const standard = namesIn(constantOption(fn, 'standard_indexing')?.value);
  const read = walkBody(fn.node.body).flatMap((node) => {
    const isRead = node.kind === 'Subscript' && node.value.kind === 'Name';
    return isRead && node.value.kind === 'Name' ? [node.value.id] : [];
  });
  const parameters = fn.node.params.map((param) => param.name);
  return new Set(parameters.filter((name) => read.includes(name) && !standard.includes(name)));
}

/** The plan of a stencil over these arguments; a text says why Numba refuses the kernel. */
export function stencilPlan(fn: BoundFunction, args: readonly NumbaType[]): StencilPlan | string {
  const first = args[0];
  if (first?.kind !== 'array')
    return 'the first argument to a stencil kernel must be the primary input array';
  const { ndim } = first;
  const names = relativeParameters(fn);
  const reads = walkBody(fn.node.body).flatMap((node): Subscript[] =>
    node.kind === 'Subscript' && node.value.kind === 'Name' && names.has(node.value.id) ? [node] : [],
  );
  if (storesInto(fn)) return 'assignments to arrays passed to stencil kernels are not allowed';
  const declared = declaredNeighborhood(fn);
  if (declared && declared.length !== ndim) {
    return `${declared.length} dimensional neighborhood specified for ${ndim} dimensional input array`;
  }
  const neighborhood = declared ?? neighborhoodOf(reads, ndim);
  if (typeof neighborhood === 'string') return neighborhood;
  const cval = constantOption(fn, 'cval');
  const relative = fn.node.params.flatMap((param, i) => (names.has(param.name) ? [i] : []));
  return { neighborhood, relative, wraps: declared !== undefined, ...(cval && { cval }) };
}

function constantOption(fn: BoundFunction, name: string): KnownConstant | undefined {
  const value = fn.decorator?.options.get(name)?.value;
  const listed = value?.kind === 'List' ? { ...value, kind: 'Tuple' as const } : value;
  return listed && constantInModule(fn.module, listed);
}

function namesIn(value: ConstantValue | undefined): string[] {
  if (value?.kind === 'str') return [value.value];
  return value?.kind === 'tuple' ? value.elements.flatMap(namesIn) : [];
}

function declaredNeighborhood(fn: BoundFunction): [number, number][] | undefined {
  const value = constantOption(fn, 'neighborhood')?.value;
  if (value?.kind !== 'tuple') return undefined;
  const pairs = value.elements.map((pair) => (pair.kind === 'tuple' ? pair.elements : []));
  return pairs.map(([low, high]) => [numberIn(low), numberIn(high)]);
}

function numberIn(value: ConstantValue | undefined): number {
  return value?.kind === 'int' ? Number(value.value) : 0;
}

/** From the constant offsets in the kernel. */
function neighborhoodOf(reads: readonly Subscript[], ndim: number): [number, number][] | string {
  if (reads.length === 0) return 'stencil kernel with no accesses to relatively indexed arrays';
  const bounds = Array.from({ length: ndim }, (): [number, number] => [0, 0]);
  for (const { index } of reads) {
    const offsets = index.kind === 'Tuple' ? index.elements : [index];
    if (offsets.length !== ndim) return 'stencil index does not match array dimensionality';
    for (const [axis, offset] of offsets.entries()) {
      const value = evaluate(offset, { qualifiedName: () => undefined, name: () => undefined })?.value;
      if (value?.kind !== 'int') {
        return "stencil kernel index is not constant, 'neighborhood' option required";
      }
      const [low, high] = bounds[axis]!;
      bounds[axis] = [Math.min(low, Number(value.value)), Math.max(high, Number(value.value))];
    }
  }
  return bounds;
}

function storesInto(fn: BoundFunction): boolean {
  const parameters = new Set(fn.node.params.map((param) => param.name));
  return walkBody(fn.node.body).some((node) => {
    const targets = node.kind === 'Assign' ? node.targets : node.kind === 'AugAssign' ? [node.target] : [];
    return targets.some(
      (target) =>
        target.kind === 'Subscript' && target.value.kind === 'Name' && parameters.has(target.value.id),
    );
  });
}
