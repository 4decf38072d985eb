import type { Expression } from '../../../parse/ast';
import {
  boolean,
  complex64,
  complex128,
  type DateUnit,
  float16,
  float32,
  float64,
  int8,
  int16,
  int32,
  int64,
  type NumbaType,
  uint8,
  uint16,
  uint32,
  uint64,
  unicode,
} from '../../../types/numbaType';
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
  const match = /^(builtins|numpy|numba|numba\.types|numba\.core\.types)\.(\w+)$/.exec(qualifiedName);
  if (!match) return undefined;
  const table = match[1] === 'builtins' ? pythonTypes : numpyTypes;
  return table.get(match[2]!);
}

const codes: ReadonlyMap<string, NumbaType> = new Map<string, NumbaType>([
  ['b1', boolean],
  ['?', boolean],
  ['i1', int8],
  ['i2', int16],
  ['i4', int32],
  ['i8', int64],
  ['u1', uint8],
  ['u2', uint16],
  ['u4', uint32],
  ['u8', uint64],
  ['f2', float16],
  ['f4', float32],
  ['f8', float64],
  ['c8', complex64],
  ['c16', complex128],
  ['b', int8],
  ['B', uint8],
  ['h', int16],
  ['H', uint16],
  ['i', int32],
  ['I', uint32],
  ['l', int64],
  ['L', uint64],
  ['q', int64],
  ['Q', uint64],
  ['e', float16],
  ['f', float32],
  ['d', float64],
  ['F', complex64],
  ['D', complex128],
]);

function dtypeOfText(text: string): NumbaType | undefined {
  const plain = text.replace(/^[<=|]/, '');
  const date = /^(?:(datetime64|M8)|timedelta64|m8)(?:\[(\w+)\])?$/.exec(plain);
  if (date) {
    const unit = (date[2] ?? '') as DateUnit;
    return isDateUnit(unit) ? { kind: date[1] ? 'datetime' : 'timedelta', unit } : undefined;
  }
  const sequence = /^([US])(\d+)$/.exec(plain);
  if (sequence) return { kind: 'charseq', unicode: sequence[1] === 'U', length: Number(sequence[2]) };
  return codes.get(plain) ?? numpyTypes.get(plain) ?? pythonTypes.get(plain);
}

const pythonTypes: ReadonlyMap<string, NumbaType> = new Map<string, NumbaType>([
  ['bool', boolean],
  ['int', int64],
  ['float', float64],
  ['complex', complex128],
  ['str', unicode],
  ['object', { kind: 'pyobject' }],
]);

const numpyTypes: ReadonlyMap<string, NumbaType> = new Map<string, NumbaType>([
  ['bool', boolean],
  ['bool_', boolean],
  ['boolean', boolean],
  ['bool8', boolean],
  ['int8', int8],
  ['byte', int8],
  ['int16', int16],
  ['short', int16],
  ['int32', int32],
  ['intc', int32],
  ['int64', int64],
  ['int_', int64],
  ['int', int64],
  ['intp', int64],
  ['long', int64],
  ['longlong', int64],
  ['uint8', uint8],
  ['ubyte', uint8],
  ['uint16', uint16],
  ['ushort', uint16],
  ['uint32', uint32],
  ['uintc', uint32],
  ['uint64', uint64],
  ['uint', uint64],
  ['uintp', uint64],
  ['ulong', uint64],
  ['ulonglong', uint64],
  ['float16', float16],
  ['half', float16],
  ['object_', { kind: 'pyobject' }],
  ['float32', float32],
  ['single', float32],
  ['float64', float64],
  ['double', float64],
  ['float_', float64],
  ['float', float64],
  ['complex64', complex64],
  ['csingle', complex64],
  ['complex128', complex128],
  ['cdouble', complex128],
  ['complex_', complex128],
  ['complex', complex128],
]);
