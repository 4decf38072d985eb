import { isExtensionType } from '../../bind/extensionTypes';
import type { BoundModule, NameSymbol } from '../../bind/boundModule';
import type { ClassDef, Expression, Lambda, Name } from '../../parse/ast';
import { type NumbaType, tupleOf } from '../../types/numbaType';
import { typeOfExpression } from '../../types/signatureText';
import { unliteral } from '../../types/unliteral';
import { children } from '../children';
import { type JitclassInstance, jitclassInstance } from '../jitclass/jitClass';
import type { TypedFunction } from '../typedFunction';
import { evaluate } from './evaluate';
import { readonlyConstant } from './frozen';
import type { KnownConstant } from './moduleConstants';
import { namedTupleOfCall, namedTupleOfClass } from './namedTuples';
import { scalarTypeNamed } from '../../types/scalarNames';

/** What a name of the module, or of a plain function around, holds when Numba freezes it. */
export type GlobalValue =
  | { readonly kind: 'constant'; readonly constant: KnownConstant }
  /** An array or the like, made by evaluating the initializer. */
  | { readonly kind: 'computed'; readonly type: NumbaType; readonly initializer: TypedFunction }
  | { readonly kind: 'namedTuple'; readonly name: string; readonly fields: readonly string[] }
  /** A Numba type, `float64[:]`. */
  | { readonly kind: 'type'; readonly type: NumbaType }
  | { readonly kind: 'alias'; readonly expression: Expression }
  | { readonly kind: 'enum'; readonly name: string; readonly integer: boolean }
  | { readonly kind: 'jitclass'; readonly instance: JitclassInstance }
  | { readonly kind: 'untyped'; readonly what: string; readonly constantOnly?: boolean }
  /** The source does not tell. */
  | { readonly kind: 'unknown' };

export interface Freezer {
  readonly numba: string;
  readonly module: BoundModule;
  /** Types an expression as a function without parameters. */
  typeInitializer(module: BoundModule, expression: Lambda): TypedFunction;
}

/** The value of a symbol that compiled code reads as a constant. */
export function globalValue(freezer: Freezer, symbol: NameSymbol, depth = 0): GlobalValue {
  const binding = symbol.bindings.findLast((each) => each.kind !== 'other') ?? symbol.bindings.at(-1);
  if (!binding || depth > maxDepth) return { kind: 'unknown' };
  switch (binding.kind) {
    case 'class':
      return classValue(freezer, binding.name, binding.node);
    case 'assignment':
      return symbol.bindings.some((each) => each.kind === 'other')
        ? { kind: 'unknown' }
        : expressionValue(freezer, binding.value, depth + 1);
    default:
      return { kind: 'unknown' };
  }
}

const maxDepth = 30;

function expressionValue(freezer: Freezer, value: Expression, depth: number): GlobalValue {
  const constant = evaluate(value, {
    qualifiedName: (node) => freezer.module.qualifiedName(node),
    name: (name) => constantOfName(freezer, name, depth),
  });
  if (constant) return { kind: 'constant', constant: frozen(constant) };
  const type = numbaType(freezer, value);
  if (type) return { kind: 'type', type };
  switch (value.kind) {
    case 'List':
    case 'ListComp':
      return { kind: 'untyped', what: 'a list', constantOnly: true };
    case 'Set':
    case 'SetComp':
      return { kind: 'untyped', what: 'a set', constantOnly: true };
    case 'Dict':
    case 'DictComp':
      return { kind: 'untyped', what: 'a dict' };
    case 'Lambda':
      return { kind: 'untyped', what: 'a plain Python function' };
    case 'Attribute':
      return freezer.module.qualifiedName(value)
        ? { kind: 'alias', expression: value }
        : computed(freezer, value);
    case 'Name':
      return { kind: 'alias', expression: value };
    case 'BinOp':
      return hugeInteger(freezer, value, depth) ?? computed(freezer, value);
    case 'Call':
      return callValue(freezer, value);
    default:
      return computed(freezer, value);
  }
}

/** The type that `float64[:]` or `types.ListType(int64)` makes of names of Numba's. */
function numbaType({ module, numba }: Freezer, value: Expression): NumbaType | undefined {
  const base = value.kind === 'Subscript' ? value.value : value.kind === 'Call' ? value.func : undefined;
  if (!base || !/^numba\.(?!typed|typeof)/.test(module.qualifiedName(base) ?? '')) return undefined;
  const parsed = typeOfExpression(value, module, numba);
  return 'value' in parsed ? parsed.value : undefined;
}

/** The constant that a module-level name holds, for an expression that uses it. */
export function constantOfName(freezer: Freezer, name: Name, depth = 0): KnownConstant | undefined {
  const meaning = freezer.module.resolve(name);
  if (meaning.kind !== 'global' && meaning.kind !== 'captured' && meaning.kind !== 'local') return undefined;
  const value = globalValue(freezer, meaning.symbol, depth);
  return value.kind === 'constant' ? value.constant : undefined;
}

// A tuple keeps literal types only when all its elements have one.
function frozen(constant: KnownConstant): KnownConstant {
  const { type, value } = constant;
  if (type.kind !== 'tuple') return constant;
  const literal = type.elements.every((element) => element.kind === 'literal');
  return literal ? constant : { type: tupleOf(type.elements.map(unliteral)), value };
}

function hugeInteger(freezer: Freezer, value: Expression, depth: number): GlobalValue | undefined {
  if (value.kind !== 'BinOp') return undefined;
  const scope = {
    qualifiedName: (node: Expression) => freezer.module.qualifiedName(node),
    name: (name: Name) => constantOfName(freezer, name, depth),
  };
  const integers = [value.left, value.right].every((side) => {
    const type = evaluate(side, scope)?.type;
    return type?.kind === 'literal' && type.literal === 'int';
  });
  return integers ? { kind: 'untyped', what: 'an integer of more than 64 bits' } : undefined;
}

function callValue(freezer: Freezer, call: Expression & { kind: 'Call' }): GlobalValue {
  const callee = freezer.module.qualifiedName(call.func);
  if (callee === 'collections.namedtuple' || callee === 'typing.NamedTuple') {
    const shape = namedTupleOfCall(freezer.module, call);
    return shape ? { kind: 'namedTuple', ...shape } : { kind: 'unknown' };
  }
  const untyped = callee && untypedResults[callee];
  if (untyped) return { kind: 'untyped', what: untyped, constantOnly: lowersNot.test(callee) };
  const scalar = callee && scalarTypeNamed(callee);
  const single = call.args.length === 1 && call.keywords.length === 0 ? call.args[0] : undefined;
  if (scalar && single) {
    const constant = evaluate(single, { qualifiedName: freezer.module.qualifiedName, name: () => undefined });
    if (constant && 'value' in constant.value) {
      return { kind: 'constant', constant: { type: scalar, value: constant.value } };
    }
  }
  return computed(freezer, call);
}

// Numba types these and has no constant for them.
const lowersNot = /\.(list|set|Generator|default_rng)$/;

const untypedResults: Readonly<Record<string, string>> = {
  'builtins.dict': 'a dict',
  'builtins.list': 'a list',
  'builtins.set': 'a set',
  'builtins.open': 'a file',
  'collections.defaultdict': 'a defaultdict',
  'collections.OrderedDict': 'an OrderedDict',
  'collections.Counter': 'a Counter',
  'collections.deque': 'a deque',
  'logging.getLogger': 'a logger',
  'numpy.random.Generator': 'a random generator',
  'numpy.random.default_rng': 'a random generator',
  'pandas.DataFrame': 'a pandas DataFrame',
  'pandas.read_csv': 'a pandas DataFrame',
  'pandas.Series': 'a pandas Series',
  'threading.Lock': 'a lock',
};

// Only what has one value whenever it is computed; results of the user's own functions are not looked into.
const pure = /^(numpy\.(?!random|load|from(?!buffer)|genfrom|memmap)|math\.|cmath\.|builtins\.)/;

function computed(freezer: Freezer, expression: Expression): GlobalValue {
  if (!isPure(freezer, expression)) return { kind: 'unknown' };
  const initializer = freezer.typeInitializer(freezer.module, {
    kind: 'Lambda',
    params: [],
    body: expression,
    range: expression.range,
  });
  if (!initializer.compiles || initializer.guessed) return { kind: 'unknown' };
  const type = initializer.returnType;
  if (type.kind === 'list') return { kind: 'untyped', what: 'a list', constantOnly: true };
  return { kind: 'computed', type: readonlyConstant(unliteral(type)), initializer };
}

function isPure(freezer: Freezer, node: Expression): boolean {
  if (node.kind === 'Call') {
    const callee = freezer.module.qualifiedName(node.func);
    const isMethod = callee === undefined && node.func.kind === 'Attribute';
    if (callee === undefined ? !isMethod : !pure.test(callee)) return false;
  }
  return children(node).every((child) => isPure(freezer, child as Expression));
}

function classValue(freezer: Freezer, name: string, node: object): GlobalValue {
  const definition = node as { bases?: readonly Expression[]; decorators?: readonly Expression[] };
  const bases = (definition.bases ?? []).map((base) => freezer.module.qualifiedName(base));
  if (bases.some((base) => base === 'enum.IntEnum' || base === 'enum.IntFlag')) {
    return { kind: 'enum', name, integer: true };
  }
  if (bases.some((base) => base === 'enum.Enum' || base === 'enum.Flag')) {
    return { kind: 'enum', name, integer: false };
  }
  const shape = namedTupleOfClass(freezer.module, node as ClassDef);
  if (shape) return { kind: 'namedTuple', ...shape };
  const instance = jitclassInstance(freezer.module, node as ClassDef, freezer.numba);
  if (instance) return instance === 'unknown' ? { kind: 'unknown' } : { kind: 'jitclass', instance };
  if (isExtensionType(freezer.module, node as ClassDef)) return { kind: 'unknown' };
  return { kind: 'untyped', what: `the class ${name}` };
}
