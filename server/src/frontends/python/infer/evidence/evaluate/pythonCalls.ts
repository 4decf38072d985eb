import {
  boolean,
  complex128,
  float64,
  int64,
  type NumbaType,
  tupleOf,
  undefinedType,
  unicode,
} from '../../../types/numbaType';
import type { CallArguments } from './evaluation';
import { enumerated, iterable, iterationType, zipped } from './iteration';
import { commonElement, mapElements } from './promotion';

/** Python's builtins, by name. */
export function builtinType(args: CallArguments, name: string): NumbaType | undefined {
  const first = () => args.type(0, 'iterable');
  switch (name) {
    case 'int':
    case 'len':
    case 'ord':
    case 'hash':
    case 'id':
      return int64;
    case 'float':
      return float64;
    case 'complex':
      return complex128;
    case 'bool':
    case 'isinstance':
    case 'callable':
    case 'all':
    case 'any':
      return boolean;
    case 'str':
    case 'repr':
    case 'chr':
    case 'input':
    case 'format':
      return unicode;
    case 'abs':
      return absolute(first());
    case 'round':
      return args.expression(1, 'ndigits') ? first() : int64;
    case 'divmod': {
      const both = commonElement([args.type(0, 'a'), args.type(1, 'b')]);
      return both && tupleOf([both, both]);
    }
    case 'sum':
    case 'min':
    case 'max':
      return extremeOrSum(args, name);
    default:
      return iteratorType(args, name);
  }
}

function absolute(type: NumbaType | undefined): NumbaType | undefined {
  return type && mapElements(type, (element) => (element.kind === 'complex' ? float64 : element));
}

function extremeOrSum(args: CallArguments, name: string): NumbaType | undefined {
  const { evaluation, call } = args;
  if (call.args.length > 1 && name !== 'sum') {
    return commonElement(call.args.map((arg) => evaluation.typeOf(arg)));
  }
  const source = args.type(0, 'iterable');
  const element = source && iterationType(source);
  return name === 'sum' && element?.kind === 'bool' ? int64 : element;
}

function iteratorType(args: CallArguments, name: string): NumbaType | undefined {
  const source = args.type(0, 'iterable');
  switch (name) {
    case 'range':
      return { kind: 'range', item: int64 };
    case 'enumerate':
      return source && enumerated(source);
    case 'zip':
      return zipped(args.call.args.map((arg) => args.evaluation.typeOf(arg)));
    case 'reversed': {
      const item = source && iterationType(source);
      return item && iterable('reversed', item);
    }
    case 'map': {
      const item = mappedItem(args);
      return item && iterable('map', item);
    }
    case 'filter':
      return args.type(1, 'iterable');
    default:
      return collectionType(args, name, source);
  }
}

function mappedItem(args: CallArguments): NumbaType | undefined {
  const func = args.call.args[0];
  const qualifiedName = func && args.evaluation.module.qualifiedName(func);
  if (!qualifiedName?.startsWith('builtins.')) return undefined;
  const name = qualifiedName.slice('builtins.'.length);
  return ['int', 'float', 'str', 'bool', 'complex', 'len'].includes(name)
    ? builtinType(args, name)
    : undefined;
}

function collectionType(
  args: CallArguments,
  name: string,
  source: NumbaType | undefined,
): NumbaType | undefined {
  if (name === 'tuple') return source?.kind === 'tuple' ? source : undefined;
  if (name === 'dict') return { kind: 'pyobject', what: 'dict' };
  const kind = name === 'list' || name === 'sorted' ? 'list' : name === 'set' ? 'set' : undefined;
  if (!kind) return undefined;
  const element = args.call.args.length === 0 ? undefinedType : source && iterationType(source);
  return element && { kind, element, reflected: true };
}

/** The math module: floats, but for what counts. */
export function mathType(name: string): NumbaType | undefined {
  if (/^(floor|ceil|trunc|gcd|lcm|factorial|comb|perm|isqrt)$/.test(name)) return int64;
  if (/^(isnan|isinf|isfinite|isclose)$/.test(name)) return boolean;
  if (name === 'modf') return tupleOf([float64, float64]);
  if (name === 'frexp') return tupleOf([float64, int64]);
  return float64;
}
