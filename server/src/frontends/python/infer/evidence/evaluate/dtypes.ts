import type { Expression } from '../../../parse/ast';
import {
  boolean,
  complex128,
  type DateUnit,
  float64,
  int64,
  type NumbaType,
  unicode,
} from '../../../types/numbaType';
import { scalarTypeNamed, scalarTypeOfText } from '../../../types/scalarNames';
import { isDateUnit } from '../../../types/typeConstruction';
import { type Evaluation, textIn } from './evaluation';

/** The element type that a `dtype=` argument names: `np.float32`, `float`, `'f4'`, `'datetime64[D]'`, `a.dtype`. */
export function dtypeNamed(evaluation: Evaluation, expression: Expression): NumbaType | undefined {
  const text = textIn(expression);
  if (text !== undefined) return dtypeOfText(text);
  const qualifiedName = evaluation.module.qualifiedName(expression);
  if (qualifiedName !== undefined) return dtypeOfName(qualifiedName);
  if (expression.kind === 'Attribute' && expression.attr === 'dtype') {
    const owner = evaluation.typeOf(expression.value);
    return owner?.kind === 'array' ? owner.dtype : owner;
  }
  if (expression.kind === 'Call') {
    const func = evaluation.module.qualifiedName(expression.func);
    return func === 'numpy.dtype' && expression.args[0]
      ? dtypeNamed(evaluation, expression.args[0])
      : undefined;
  }
  if (expression.kind === 'Name') {
    const value = evaluation.module.valueOf(expression);
    return value && value !== expression ? dtypeNamed(evaluation, value) : undefined;
  }
  return undefined;
}

/** NumPy's scalar classes and Python's types by qualified name. */
export function dtypeOfName(qualifiedName: string): NumbaType | undefined {
  const python = /^builtins\.(\w+)$/.exec(qualifiedName)?.[1];
  if (python) return pythonTypes.get(python);
  if (qualifiedName === 'numpy.object_') return { kind: 'pyobject' };
  const removed = /^numpy\.(int|float|complex)$/.exec(qualifiedName)?.[1];
  return removed ? pythonTypes.get(removed) : scalarTypeNamed(qualifiedName);
}

function dtypeOfText(text: string): NumbaType | undefined {
  const plain = text.replace(/^[<=|]/, '');
  const date = /^(?:(datetime64|M8)|timedelta64|m8)(?:\[(\w+)\])?$/.exec(plain);
  if (date) {
    const unit = (date[2] ?? '') as DateUnit;
    return isDateUnit(unit) ? { kind: date[1] ? 'datetime' : 'timedelta', unit } : undefined;
  }
  const sequence = /^([US])(\d+)$/.exec(plain);
  if (sequence) return { kind: 'charseq', unicode: sequence[1] === 'U', length: Number(sequence[2]) };
  return scalarTypeOfText(plain) ?? pythonTypes.get(plain);
}

const pythonTypes: ReadonlyMap<string, NumbaType> = new Map<string, NumbaType>([
  ['bool', boolean],
  ['int', int64],
  ['float', float64],
  ['complex', complex128],
  ['str', unicode],
  ['object', { kind: 'pyobject' }],
]);
