import type { Attribute } from '../../../parse/ast';
import { float64, int64, type NumbaType, tupleOf } from '../../../types/numbaType';
import { qualifiedConstant } from './evaluate';
import { pursue, type Evaluation } from './evaluation';
import { mapElements } from './promotion';

/** `np.pi`, `a.shape`, `a.T`, a variable of another module. */
export function attributeType(evaluation: Evaluation, expression: Attribute): NumbaType | undefined {
  const { module, linked } = evaluation;
  const qualifiedName = module.qualifiedName(expression);
  if (qualifiedName !== undefined) {
    const constant = qualifiedConstant(qualifiedName);
    if (constant) return constant;
    const found = linked.lookUp(module, qualifiedName);
    if (found?.meaning.kind !== 'function') return undefined;
    const { function: fn } = found.meaning;
    return fn.decorator ? { kind: 'dispatcher', function: fn } : undefined;
  }
  const base = pursue(evaluation, expression, () => evaluation.typeOf(expression.value));
  return base && attributeOf(base, expression.attr);
}

function attributeOf(base: NumbaType, attr: string): NumbaType | undefined {
  if (base.kind === 'array') {
    switch (attr) {
      case 'shape':
      case 'strides':
        return tupleOf(Array.from({ length: base.ndim }, () => int64));
      case 'size':
      case 'ndim':
      case 'nbytes':
      case 'itemsize':
        return int64;
      case 'T':
        return base.layout === 'A' || base.ndim < 2
          ? base
          : { ...base, layout: base.layout === 'C' ? 'F' : 'C' };
      case 'real':
      case 'imag':
        return base.dtype.kind === 'complex' ? { ...base, dtype: realPart(base.dtype), layout: 'A' } : base;
      case 'flat':
        return { kind: 'iterable', name: 'flat', item: base.dtype, source: [base] };
    }
    return undefined;
  }
  if (attr === 'real' || attr === 'imag') return mapElements(base, realPart);
  if (base.kind === 'tuple' && base.named) return base.elements[base.named.fields.indexOf(attr)];
  return undefined;
}

function realPart(type: NumbaType): NumbaType {
  if (type.kind === 'complex') return type.bits === 64 ? { kind: 'float', bits: 32 } : float64;
  return type;
}
