import type { Call, Expression, Subscript } from '../parse/ast';
import type { NumbaType } from './numbaType';
import { UnreadableType } from './parsed';
import { constructType } from './typeConstruction';
import { similarTypeName, typeConstructors, typeNamed, unanalysedTypes } from './typeNamespace';

/** What an expression of types stands for. */
export type TypeValue =
  | { readonly kind: 'type'; readonly type: NumbaType }
  | { readonly kind: 'signature'; readonly args: readonly NumbaType[]; readonly returns: NumbaType }
  | { readonly kind: 'sequence'; readonly isTuple: boolean; readonly elements: readonly TypeValue[] }
  | { readonly kind: 'constructor'; readonly name: string }
  | { readonly kind: 'constant'; readonly value: string | number | boolean | null };

/** Where an expression of types stands. */
export interface TypeNames {
  readonly numba: string;
  /** The name inside `numba.types` that a dotted expression means; undefined where it means something else. */
  memberOf(expression: Expression): string | undefined;
  /** Whether what an expression stands for can be told at all, other than the value of some variable. */
  isKnown(expression: Expression): boolean;
  /** What a name was assigned. */
  valueOf(expression: Expression): Expression | undefined;
  /** The type of a Python value, for `numba.typeof(value)`. */
  typeOfValue?(expression: Expression): NumbaType | undefined;
  sourceOf(expression: Expression): string;
}

/** Evaluates as Python would where Numba's types are the values. Throws UnreadableType. */
export function evaluateTypes(expression: Expression, names: TypeNames, depth = 0): TypeValue {
  if (depth > 50) throw new UnreadableType('nested too deeply');
  const inner = (one: Expression) => evaluateTypes(one, names, depth + 1);
  switch (expression.kind) {
    case 'Name':
    case 'Attribute':
      return named(expression, names, depth);
    case 'Call':
      return call(expression, names, inner);
    case 'Subscript':
      return subscript(expression, names, inner);
    case 'Tuple':
    case 'List':
      return {
        kind: 'sequence',
        isTuple: expression.kind === 'Tuple',
        elements: elements(expression.elements, inner),
      };
    case 'BinOp':
      return repeated(expression, names, inner);
    case 'Constant': {
      const { value } = expression;
      if (value.type === 'int') return { kind: 'constant', value: Number(value.value) };
      if (value.type === 'None') return { kind: 'constant', value: null };
      if (value.type === 'str' || value.type === 'bool') return { kind: 'constant', value: value.value };
    }
  }
  throw new UnreadableType(`'${names.sourceOf(expression)}' is not a Numba type`);
}

function elements(expressions: readonly Expression[], inner: (one: Expression) => TypeValue): TypeValue[] {
  return expressions.flatMap((one): TypeValue[] => {
    if (one.kind !== 'Starred') return [inner(one)];
    const value = inner(one.value);
    if (value.kind === 'sequence') return [...value.elements];
    throw new UnreadableType('only a tuple or list can follow *');
  });
}

/** `(int64,) * 3`. */
function repeated(
  expression: Expression & { kind: 'BinOp' },
  names: TypeNames,
  inner: (one: Expression) => TypeValue,
): TypeValue {
  const left = inner(expression.left);
  const right = inner(expression.right);
  if (expression.op === '+' && left.kind === 'sequence' && right.kind === 'sequence') {
    return { ...left, elements: [...left.elements, ...right.elements] };
  }
  const [sequence, count] = left.kind === 'sequence' ? [left, right] : [right, left];
  const isCount = count.kind === 'constant' && typeof count.value === 'number' && count.value <= 1000;
  if (expression.op === '*' && sequence.kind === 'sequence' && isCount) {
    const copies = Array.from({ length: Number(count.value) }, () => sequence.elements);
    return { ...sequence, elements: copies.flat() };
  }
  throw new UnreadableType(`'${names.sourceOf(expression)}' is not a Numba type`);
}

const pythonTypes: Readonly<Record<string, string>> = {
  int: 'int64',
  float: 'float64',
  complex: 'complex128',
  bool: 'boolean',
  str: 'unicode_type',
};

function named(expression: Expression, names: TypeNames, depth: number): TypeValue {
  const member = names.memberOf(expression);
  const type = member === undefined ? undefined : typeNamed(member, names.numba);
  if (type) return { kind: 'type', type };
  if (member !== undefined && typeConstructors.has(member)) return { kind: 'constructor', name: member };
  const text = names.sourceOf(expression);
  if (member !== undefined && unanalysedTypes.has(member)) {
    throw new UnreadableType(`Jitsight does not analyse ${text}`, true);
  }
  const value = names.valueOf(expression);
  if (value) return evaluateTypes(value, names, depth + 1);
  if (!names.isKnown(expression)) throw new UnreadableType(`what ${text} stands for is not known`, true);
  const numpy = /^(?:np|numpy)\.(\w+)$/.exec(text)?.[1]?.replace(/_$/, '');
  const instead =
    pythonTypes[text] ??
    (numpy !== undefined && (pythonTypes[numpy] ?? (typeNamed(numpy, names.numba) && numpy)));
  if (instead) {
    throw new UnreadableType(
      `${text} is ${numpy ? "NumPy's" : "Python's"}, a signature needs Numba's ${instead}`,
    );
  }
  if (/^[A-Za-z_]\w*$/.test(text) || member !== undefined) {
    const similar = similarTypeName(member ?? text, names.numba);
    throw new UnreadableType(`'${text}' is not a Numba type${similar ? `; did you mean ${similar}?` : ''}`);
  }
  throw new UnreadableType(`'${text}' is not a Numba type`);
}

function call(expression: Call, names: TypeNames, inner: (one: Expression) => TypeValue): TypeValue {
  const typed = expression.args[0];
  if (names.memberOf(expression.func) === 'typeof' && typed) {
    const type = names.typeOfValue?.(typed);
    if (type) return { kind: 'type', type };
    throw new UnreadableType(`the type of ${names.sourceOf(typed)} is not known`, true);
  }
  const func = inner(expression.func);
  const args = elements(expression.args, inner);
  if (func.kind === 'constructor') {
    const keywords = expression.keywords.map(
      (keyword) => [keyword.name ?? '**', inner(keyword.value)] as const,
    );
    return { kind: 'type', type: constructType(func.name, args, new Map(keywords)) };
  }
  if (func.kind !== 'type') throw new UnreadableType(`'${names.sourceOf(expression.func)}' cannot be called`);
  if (expression.keywords.length > 0) throw new UnreadableType('a signature has no keyword arguments');
  return {
    kind: 'signature',
    returns: func.type,
    args: args.map((arg, index) => typeIn(arg, names.sourceOf(expression.args[index] ?? expression))),
  };
}

/** The type that an argument of a signature must be. */
export function typeIn(value: TypeValue, source: string): NumbaType {
  if (value.kind === 'type') return value.type;
  if (value.kind === 'constructor')
    throw new UnreadableType(`${source} needs arguments, as in ${value.name}(...)`);
  if (value.kind === 'signature') throw new UnreadableType(`${source} is a signature where a type is needed`);
  throw new UnreadableType(`${source} is not a type`);
}

/** `float64[:, ::1]`: one bare slice per dimension; a step of 1 last means C order, first F order. */
function subscript(
  expression: Subscript,
  names: TypeNames,
  inner: (one: Expression) => TypeValue,
): TypeValue {
  const base = inner(expression.value);
  const text = names.sourceOf(expression);
  if (base.kind !== 'type')
    throw new UnreadableType(`'${names.sourceOf(expression.value)}' cannot be indexed`);
  const { type: dtype } = base;
  if (dtype.kind === 'array') throw new UnreadableType('the elements of an array cannot be arrays');
  const isTuple = expression.index.kind === 'Tuple';
  const slices = expression.index.kind === 'Tuple' ? expression.index.elements : [expression.index];
  const steps = slices.map((slice) => {
    const bare = slice.kind === 'Slice' && !slice.lower && !slice.upper;
    if (!bare)
      throw new UnreadableType(`${text}: an array type is written with bare slices, as in float64[:, ::1]`);
    const step = slice.step && inner(slice.step);
    return step?.kind === 'constant' && step.value === 1;
  });
  const contiguous = isTuple && steps[0] ? 'F' : steps.at(-1) ? 'C' : 'A';
  return {
    kind: 'type',
    type: { kind: 'array', dtype, ndim: steps.length, layout: contiguous, readonly: false, aligned: true },
  };
}
