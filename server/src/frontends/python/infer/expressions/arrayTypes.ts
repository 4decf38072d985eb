import { compareVersions } from '../../library/version';
import type { Subscript } from '../../parse/ast';
import { arrayOf, type NumbaType } from '../../types/numbaType';
import type { Inference } from '../inference';

/** `float64[:, ::1]` in a function, a type that Numba from 0.57 on takes. */
export function arrayTypeOf(
  inf: Inference,
  node: Subscript,
  container: NumbaType,
  index: NumbaType,
): NumbaType | undefined {
  if (container.kind !== 'typeClass' || compareVersions(inf.context.numba, '0.57') < 0) return undefined;
  const axes = index.kind === 'tuple' ? index.elements : [index];
  if (!axes.every((axis) => axis.kind === 'slice')) return undefined;
  const hasStep = axes.map((axis) => axis.kind === 'slice' && axis.hasStep);
  const layout = hasStep.at(-1) ? 'C' : hasStep[0] ? 'F' : 'A';
  const type: NumbaType = { kind: 'typeClass', of: arrayOf(container.of, axes.length, layout) };
  inf.round.resolutions.set(node, { kind: 'nothing', result: type });
  return type;
}
