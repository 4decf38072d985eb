import type { BoundFunction, BoundModule, NameSymbol } from '../../../bind/boundModule';
import type { LinkedModules } from '../../../bind/imports';
import type { Expression, Name } from '../../../parse/ast';
import {
  boolean,
  complex128,
  float64,
  int64,
  type NumbaType,
  none,
  tupleOf,
  uint64,
  undefinedType,
  unicode,
} from '../../../types/numbaType';
import { typeName } from '../../../types/typeName';
import { typesEqual } from '../../../types/typesEqual';
import { attributeType } from './attributes';
import { callType } from './calls';
import { type Evaluation, type Pursuit, pursue } from './evaluation';
import { indexedType } from './indexing';
import { arithmeticType, commonElement, mapElements } from './promotion';
import { variableType } from './variables';

const maxDepth = 60;

/** An evaluation of code of `module`: at its top level, or of a function called with known arguments. */
export function evaluationIn(
  linked: LinkedModules,
  module: BoundModule,
  numba: string,
  inside?: {
    readonly variables: ReadonlyMap<NameSymbol, NumbaType>;
    readonly callers: readonly BoundFunction[];
    readonly pursuit: Pursuit;
  },
): Evaluation {
  const known = new Map<Expression, NumbaType | undefined>();
  const pursuit = inside?.pursuit ?? { active: new Set<object>(), cuts: 0 };
  let depth = 0;
  const evaluation: Evaluation = {
    linked,
    module,
    numba,
    variables: inside?.variables ?? new Map(),
    callers: inside?.callers ?? [],
    pursuit,
    typeOf(expression) {
      if (known.has(expression)) return known.get(expression);
      if (depth >= maxDepth) return undefined;
      const { cuts } = pursuit;
      depth++;
      const type = evaluate(evaluation, expression);
      depth--;
      // What was cut off because it was being asked already may be known from elsewhere.
      if (type || pursuit.cuts === cuts) known.set(expression, type);
      return type;
    },
  };
  return evaluation;
}

function evaluate(evaluation: Evaluation, expression: Expression): NumbaType | undefined {
  switch (expression.kind) {
    case 'Constant':
      return constantType(expression.value);
    case 'JoinedStr':
      return unicode;
    case 'Name':
      return nameType(evaluation, expression);
    case 'Attribute':
      return attributeType(evaluation, expression);
    case 'Subscript': {
      const base = evaluation.typeOf(expression.value);
      return base && indexedType(evaluation, base, expression.index);
    }
    case 'Call':
      return callType(evaluation, expression);
    case 'BinOp': {
      const left = evaluation.typeOf(expression.left);
      const right = evaluation.typeOf(expression.right);
      if (!left || !right) return undefined;
      if (expression.op === '@') return matrixProduct(left, right);
      return arithmeticType(expression.op, left, right);
    }
    case 'UnaryOp': {
      const operand = evaluation.typeOf(expression.operand);
      if (expression.op === 'not') return boolean;
      return operand?.kind === 'bool' ? int64 : operand;
    }
    case 'Compare':
      return compareType(evaluation, expression);
    case 'BoolOp':
      return commonElement(expression.values.map((value) => evaluation.typeOf(value)));
    case 'IfExp':
      return commonElement([evaluation.typeOf(expression.body), evaluation.typeOf(expression.orelse)]);
    case 'NamedExpr':
      return evaluation.typeOf(expression.value);
    default:
      return displayType(evaluation, expression);
  }
}

function displayType(evaluation: Evaluation, expression: Expression): NumbaType | undefined {
  switch (expression.kind) {
    case 'Tuple': {
      const elements = expression.elements.map((element) => evaluation.typeOf(element));
      return elements.every((element) => element !== undefined) ? tupleOf(elements) : undefined;
    }
    case 'List':
    case 'Set': {
      // Numba's typeof looks at the first element alone.
      const first = expression.elements[0];
      const element = first ? evaluation.typeOf(first) : undefinedType;
      const other = element && expression.kind === 'List' && elementUnlike(evaluation, element, expression);
      if (other) return mixedList(element, other);
      return element && { kind: expression.kind === 'List' ? 'list' : 'set', element, reflected: true };
    }
    case 'ListComp':
    case 'SetComp':
    case 'GeneratorExp': {
      const element = evaluation.typeOf(expression.element);
      if (!element) return undefined;
      if (expression.kind === 'GeneratorExp')
        return { kind: 'iterable', name: 'generator', item: element, source: [] };
      return { kind: expression.kind === 'ListComp' ? 'list' : 'set', element, reflected: true };
    }
    case 'Dict':
    case 'DictComp':
      return { kind: 'pyobject', what: 'dict' };
    case 'Lambda':
      return { kind: 'pyobject', what: 'a lambda that is not compiled' };
    default:
      return undefined;
  }
}

function elementUnlike(
  evaluation: Evaluation,
  first: NumbaType,
  { elements }: Expression & { kind: 'List' },
): NumbaType | undefined {
  const types = elements.map((one) => (one.kind === 'Starred' ? undefined : evaluation.typeOf(one)));
  return types.find((type) => type && type.kind !== 'pyobject' && !typesEqual(type, first));
}

function mixedList(first: NumbaType, other: NumbaType): NumbaType {
  const [one, two] = [typeName(first), typeName(other)];
  return {
    kind: 'pyobject',
    what: `a list that mixes ${one} and ${two}`,
    refusal: `can't unbox heterogeneous list: ${one} != ${two}`,
  };
}

function constantType(value: (Expression & { kind: 'Constant' })['value']): NumbaType | undefined {
  switch (value.type) {
    case 'int':
      return value.value >= 2n ** 64n ? undefined : value.value >= 2n ** 63n ? uint64 : int64;
    case 'float':
      return float64;
    case 'complex':
      return complex128;
    case 'bool':
      return boolean;
    case 'str':
      return unicode;
    case 'bytes':
      return { kind: 'bytes' };
    case 'None':
      return none;
    default:
      return undefined;
  }
}

function nameType(evaluation: Evaluation, name: Name): NumbaType | undefined {
  const { module, linked } = evaluation;
  const meaning = module.resolve(name);
  if (meaning.kind === 'function') return functionValue(meaning.function);
  if (meaning.kind === 'qualified') {
    const found = linked.lookUp(module, meaning.qualifiedName);
    if (found?.meaning.kind === 'function') return functionValue(found.meaning.function);
    if (found?.meaning.kind === 'global')
      return valueElsewhere(evaluation, found.module, found.meaning.symbol);
    return qualifiedConstant(meaning.qualifiedName);
  }
  if (meaning.kind === 'builtin' || meaning.kind === 'unbound') return undefined;
  return variableType(evaluation, meaning.symbol, name);
}

/** A variable that another file defines: its last assignment there. */
function valueElsewhere(
  evaluation: Evaluation,
  module: BoundModule,
  symbol: NameSymbol,
): NumbaType | undefined {
  const binding = symbol.bindings.at(-1);
  if (binding?.kind !== 'assignment') return undefined;
  const { linked, numba, callers, pursuit } = evaluation;
  const there = evaluationIn(linked, module, numba, { variables: new Map(), callers, pursuit });
  return pursue(evaluation, symbol, () => there.typeOf(binding.value));
}

function functionValue(fn: BoundFunction): NumbaType {
  if (!fn.decorator) return { kind: 'pyobject', what: `function ${fn.qualifiedName}` };
  return { kind: fn.decorator.kind === 'vectorize' ? 'dufunc' : 'dispatcher', function: fn };
}

export function qualifiedConstant(qualifiedName: string): NumbaType | undefined {
  return /^(math|numpy|cmath)\.(pi|e|tau|inf|nan|Inf|NaN|euler_gamma|infty)$/.test(qualifiedName)
    ? float64
    : undefined;
}

function compareType(
  evaluation: Evaluation,
  expression: Expression & { kind: 'Compare' },
): NumbaType | undefined {
  const operands = [expression.left, ...expression.comparators].map((one) => evaluation.typeOf(one));
  const array = operands.find((one) => one?.kind === 'array');
  const isIdentity = expression.ops.some(
    (op) => op === 'is' || op === 'is not' || op === 'in' || op === 'not in',
  );
  if (!array || isIdentity) return boolean;
  const ndims = operands.map((one) => (one?.kind === 'array' ? one.ndim : 0));
  return { ...mapElements(array, () => boolean), ndim: Math.max(...ndims) } as NumbaType;
}

function matrixProduct(left: NumbaType, right: NumbaType): NumbaType | undefined {
  if (left.kind !== 'array' || right.kind !== 'array') return undefined;
  const dtype = commonElement([left.dtype, right.dtype]);
  const ndim = Math.max(0, left.ndim + right.ndim - 2);
  if (!dtype) return undefined;
  return ndim === 0 ? dtype : { kind: 'array', dtype, ndim, layout: 'C', readonly: false, aligned: true };
}
