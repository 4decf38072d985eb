import type { Expression } from '../../../parse/ast';
import { type ArrayType, arrayOf, type NumbaType, tupleOf, unicode } from '../../../types/numbaType';
import { type Evaluation, integerIn } from './evaluation';

/** The type of `base[index]` as NumPy and Python give it; layouts follow the flags of the real view. */
export function indexedType(
  evaluation: Evaluation,
  base: NumbaType,
  index: Expression,
): NumbaType | undefined {
  switch (base.kind) {
    case 'array':
      return arrayElement(evaluation, base, index);
    case 'list':
    case 'typedList':
      return index.kind === 'Slice' ? base : base.element;
    case 'tuple':
      return tupleElement(base, index);
    case 'unicode':
      return unicode;
    case 'typedDict':
      return base.value;
    case 'record':
      return recordField(base, index);
    default:
      return undefined;
  }
}

function tupleElement(base: NumbaType & { kind: 'tuple' }, index: Expression): NumbaType | undefined {
  if (index.kind === 'Slice') {
    const lower = index.lower ? integerIn(index.lower) : 0;
    const upper = index.upper ? integerIn(index.upper) : base.elements.length;
    if (lower === undefined || upper === undefined || index.step) return undefined;
    return tupleOf(base.elements.slice(lower, upper));
  }
  const at = integerIn(index);
  return at === undefined ? undefined : base.elements.at(at);
}

function recordField(base: NumbaType & { kind: 'record' }, index: Expression): NumbaType | undefined {
  const name = index.kind === 'Constant' && index.value.type === 'str' ? index.value.value : undefined;
  return base.fields.find((field) => field.name === name)?.type;
}

/** What one index does to the axes. */
type Step =
  | { readonly kind: 'integer' }
  | { readonly kind: 'slice'; readonly isWhole: boolean; readonly isStepped: boolean }
  | { readonly kind: 'newaxis' }
  | { readonly kind: 'rest' }
  | { readonly kind: 'array'; readonly ndim: number; readonly axes: number };

function arrayElement(evaluation: Evaluation, base: ArrayType, index: Expression): NumbaType | undefined {
  if (base.dtype.kind === 'record' && index.kind === 'Constant' && index.value.type === 'str') {
    const field = recordField(base.dtype, index);
    return field && { ...base, dtype: field, layout: 'A' };
  }
  const parts = index.kind === 'Tuple' ? index.elements : [index];
  const steps = parts.map((part) => stepOf(evaluation, part));
  if (steps.some((step) => step === undefined)) return undefined;
  return viewOf(base, steps as Step[]);
}

function stepOf(evaluation: Evaluation, part: Expression): Step | undefined {
  if (part.kind === 'Slice') {
    const step = part.step ? integerIn(part.step) : 1;
    const isWhole = !part.lower && !part.upper && step === 1;
    return { kind: 'slice', isWhole, isStepped: step !== 1 };
  }
  if (part.kind === 'Constant' && part.value.type === 'None') return { kind: 'newaxis' };
  if (part.kind === 'Constant' && part.value.type === 'Ellipsis') return { kind: 'rest' };
  if (evaluation.module.qualifiedName(part) === 'numpy.newaxis') return { kind: 'newaxis' };
  const type = evaluation.typeOf(part);
  if (!type) return undefined;
  if (type.kind === 'int' || type.kind === 'bool') return { kind: 'integer' };
  if (type.kind === 'array') {
    const isMask = type.dtype.kind === 'bool';
    return { kind: 'array', ndim: isMask ? 1 : type.ndim, axes: isMask ? type.ndim : 1 };
  }
  return type.kind === 'list' ? { kind: 'array', ndim: 1, axes: 1 } : undefined;
}

function viewOf(base: ArrayType, steps: readonly Step[]): NumbaType | undefined {
  const used = steps.reduce(
    (sum, step) =>
      sum + (step.kind === 'integer' || step.kind === 'slice' ? 1 : step.kind === 'array' ? step.axes : 0),
    0,
  );
  const rest = base.ndim - used;
  if (rest < 0) return undefined;
  const whole: Step = { kind: 'slice', isWhole: true, isStepped: false };
  const fill = Array.from({ length: rest }, () => whole);
  const at = steps.findIndex((step) => step.kind === 'rest');
  const full = at === -1 ? [...steps, ...fill] : [...steps.slice(0, at), ...fill, ...steps.slice(at + 1)];
  const kept = full.filter((step) => step.kind === 'slice' || step.kind === 'newaxis').length;
  const picked = full.filter((step): step is Step & { kind: 'array' } => step.kind === 'array');
  if (picked.length > 0) {
    const ndim = kept + Math.max(...picked.map((step) => step.ndim));
    return arrayOf(base.dtype, ndim);
  }
  if (kept === 0) return base.dtype;
  return { ...base, ndim: kept, layout: layoutOf(base, full) };
}

/**
 * A C array stays contiguous when integers come first, then at most one cut axis, then whole ones; an F array the
 * other way round.
 */
function layoutOf(base: ArrayType, steps: readonly Step[]): ArrayType['layout'] {
  if (base.layout === 'A') return 'A';
  const ordered = (base.layout === 'C' ? [...steps] : [...steps].reverse()).filter(
    (step) => step.kind !== 'newaxis',
  );
  const firstSlice = ordered.findIndex((step) => step.kind === 'slice');
  const tail = ordered.slice(firstSlice);
  const isContiguous = tail.every(
    (step, index) => step.kind === 'slice' && !step.isStepped && (index === 0 || step.isWhole),
  );
  if (!isContiguous) return 'A';
  // One axis is contiguous in either order, and Numba then calls it C.
  return tail.length === 1 ? 'C' : base.layout;
}
