import type { NumbaType } from '../../../types/numbaType';
import { typeName } from '../../../types/typeName';
import { unliteral } from '../../../types/unliteral';
import { matchesClass } from '../../globals/typeClasses';
import { scalarTypeNamed } from '../../../types/scalarNames';
import { typeAttribute } from './typeAttributes';
import { bool, type GeneratorValue, int, str, Unevaluable } from './values';

/** Calls that generators make: `isinstance(x, types.Float)`, `x("NaT")`, `len(x)`. */
export function callGeneratorFunction(
  callee: GeneratorValue,
  args: readonly GeneratorValue[],
): GeneratorValue {
  const [first, second] = args;
  if (callee.kind === 'type' && first && args.length === 1) return convert(callee.type, first);
  if (callee.kind !== 'qualified' || !first) throw new Unevaluable();
  switch (callee.name) {
    case 'builtins.isinstance':
      if (second) return bool(isInstance(first, second));
      break;
    case 'builtins.hasattr':
      if (first.kind === 'type' && second?.kind === 'constant' && second.value.kind === 'str') {
        return bool(typeAttribute(first.type, second.value.value) !== undefined);
      }
      break;
    case 'builtins.len':
      if (first.kind === 'sequence') return int(first.elements.length);
      if (first.kind === 'type' && first.type.kind === 'tuple') return int(first.type.elements.length);
      break;
    case 'builtins.str':
      if (first.kind === 'type') return str(typeName(first.type));
      break;
    case 'numba.types.unliteral':
    case 'numba.core.types.unliteral':
      if (first.kind === 'type') return { kind: 'type', type: unliteral(first.type) };
      break;
    default:
      if (callee.name.endsWith('.is_nonelike')) return bool(isNoneLike(first));
  }
  throw new Unevaluable();
}

function isNoneLike(value: GeneratorValue): boolean {
  return value.kind === 'constant'
    ? value.value.kind === 'none'
    : value.kind === 'type' && value.type.kind === 'none';
}

function isInstance(value: GeneratorValue, classes: GeneratorValue): boolean {
  if (classes.kind === 'sequence') return classes.elements.some((each) => isInstance(value, each));
  if (classes.kind !== 'qualified') return false;
  if (value.kind === 'constant') {
    const python = {
      int: 'int',
      float: 'float',
      bool: 'bool',
      str: 'str',
      complex: 'complex',
      tuple: 'tuple',
    };
    const name = value.value.kind in python ? python[value.value.kind as keyof typeof python] : undefined;
    return name !== undefined && classes.name === `builtins.${name}`;
  }
  if (value.kind !== 'type') throw new Unevaluable();
  if (/\.Literal$|Literal$/.test(classes.name)) {
    return matchesClass(value.type, classes.name) ?? unknownClass();
  }
  // Type objects are instances of Numba's classes only, never of Python's or NumPy's own.
  if (!classes.name.startsWith('numba.') || scalarTypeNamed(classes.name)) return false;
  return matchesClass(unliteral(value.type), classes.name) ?? unknownClass();
}

function unknownClass(): never {
  throw new Unevaluable();
}

const notATime = -(2n ** 63n);

/** `types.int64(5)`, `x("NaT")`: a value of the type. */
function convert(type: NumbaType, value: GeneratorValue): GeneratorValue {
  if (value.kind !== 'constant') throw new Unevaluable();
  const constant = value.value;
  if ((type.kind === 'datetime' || type.kind === 'timedelta') && constant.kind === 'str') {
    if (constant.value.toLowerCase() !== 'nat') throw new Unevaluable();
    return { kind: 'typed', type, value: { kind: 'datetime', value: notATime } };
  }
  const number = constant.kind === 'int' || constant.kind === 'float' || constant.kind === 'bool';
  if (!number) throw new Unevaluable();
  switch (type.kind) {
    case 'int':
      return {
        kind: 'typed',
        type,
        value: { kind: 'int', value: BigInt(Math.trunc(Number(constant.value))) },
      };
    case 'float':
      return { kind: 'typed', type, value: { kind: 'float', value: Number(constant.value) } };
    case 'bool':
      return { kind: 'typed', type, value: { kind: 'bool', value: Boolean(constant.value) } };
    default:
      throw new Unevaluable();
  }
}
