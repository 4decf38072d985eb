import type { BoundModule } from '../../bind/boundModule';
import type { Expression } from '../../parse/ast';
import { parse } from '../../parse/parse';
import {
  boolean,
  complex128,
  float64,
  int64,
  type NumbaType,
  none,
  tupleOf,
  unicode,
} from '../../types/numbaType';
import { parseTypeText, typeOfExpression } from '../../types/signatureText';
import { dtypeOfName } from './evaluate/dtypes';
import type { TypeHint } from './evidence';

/** What an annotation says of a parameter; undefined for what does not decide a type. */
export function annotationHint(
  module: BoundModule,
  expression: Expression,
  numba: string,
): TypeHint | undefined {
  if (expression.kind === 'Constant') {
    if (expression.value.type === 'None') return none;
    return expression.value.type === 'str' ? textHint(module, expression.value.value, numba) : undefined;
  }
  if (expression.kind === 'BinOp' && expression.op === '|') {
    return unionHint(module, [expression.left, expression.right], numba);
  }
  const numbaType = typeOfExpression(expression, module, numba);
  const qualifiedName = module.qualifiedName(expression);
  if (qualifiedName !== undefined) {
    const named = namedHint(qualifiedName);
    if (named || !('value' in numbaType)) return named;
  }
  if ('value' in numbaType) return numbaType.value;
  if (expression.kind === 'Subscript') return genericHint(module, expression, numba);
  const alias = expression.kind === 'Name' ? module.valueOf(expression) : undefined;
  return alias && annotationHint(module, alias, numba);
}

/** An annotation in quotes: Python's types, or a Numba type spelled as in a signature. */
function textHint(module: BoundModule, text: string, numba: string): TypeHint | undefined {
  const { body, errors } = parse(text.trim());
  const statement = body[0];
  if (
    errors.length === 0 &&
    statement?.kind === 'ExpressionStatement' &&
    statement.value.kind !== 'Constant'
  ) {
    const hint = annotationHint(module, statement.value, numba);
    if (hint) return hint;
  }
  const parsed = parseTypeText(text, numba);
  return 'value' in parsed ? parsed.value : undefined;
}

function namedHint(qualifiedName: string): TypeHint | undefined {
  switch (qualifiedName) {
    case 'builtins.int':
      return int64;
    case 'builtins.float':
      return float64;
    case 'builtins.complex':
      return complex128;
    case 'builtins.bool':
      return boolean;
    case 'builtins.str':
      return unicode;
    case 'builtins.bytes':
      return { kind: 'bytes' };
    case 'numpy.random.Generator':
      return { kind: 'randomGenerator' };
    case 'numpy.ndarray':
    case 'numpy.typing.NDArray':
      return { kind: 'array hint' };
    default:
      return qualifiedName.startsWith('numpy.') ? dtypeOfName(qualifiedName) : undefined;
  }
}

function genericHint(
  module: BoundModule,
  expression: Expression & { kind: 'Subscript' },
  numba: string,
): TypeHint | undefined {
  const qualifiedName = module.qualifiedName(expression.value) ?? '';
  const name = qualifiedName.slice(qualifiedName.lastIndexOf('.') + 1);
  const args = expression.index.kind === 'Tuple' ? expression.index.elements : [expression.index];
  const first = args[0]!;
  const element = () => wholeType(annotationHint(module, first, numba));
  switch (name) {
    case 'Optional':
    case 'Union':
      return unionHint(module, args, numba);
    case 'Annotated':
    case 'Final':
    case 'ClassVar':
      return annotationHint(module, first, numba);
    case 'NDArray':
      return arrayHint(wholeType(annotationHint(module, first, numba)), undefined);
    case 'ndarray':
      return ndarrayHint(module, args, numba);
    case 'list':
    case 'List':
    case 'Sequence':
    case 'MutableSequence':
    case 'Iterable':
    case 'Collection': {
      const type = element();
      return type && { kind: 'list', element: type, reflected: true };
    }
    case 'set':
    case 'Set': {
      const type = element();
      return type && { kind: 'set', element: type, reflected: true };
    }
    case 'tuple':
    case 'Tuple':
      return tupleHint(module, args, numba);
    default:
      return undefined;
  }
}

function wholeType(hint: TypeHint | undefined): NumbaType | undefined {
  return hint?.kind === 'array hint' ? undefined : hint;
}

function arrayHint(dtype: NumbaType | undefined, ndim: number | undefined): TypeHint {
  return { kind: 'array hint', ...(dtype && { dtype }), ...(ndim !== undefined && { ndim }) };
}

/** `np.ndarray[tuple[int, int], np.dtype[np.float64]]`: the shape type may be Any. */
function ndarrayHint(module: BoundModule, args: readonly Expression[], numba: string): TypeHint {
  const [shape, dtype] = args;
  const isTuple =
    shape?.kind === 'Subscript' && /(^|\.)[tT]uple$/.test(module.qualifiedName(shape.value) ?? '');
  const axes = isTuple ? shape.index : undefined;
  const lengths = axes?.kind === 'Tuple' ? axes.elements : axes ? [axes] : undefined;
  const isOpen = lengths?.some((one) => one.kind === 'Constant' && one.value.type === 'Ellipsis');
  const element =
    dtype?.kind === 'Subscript' ? wholeType(annotationHint(module, dtype.index, numba)) : undefined;
  return arrayHint(element, isOpen ? undefined : lengths?.length);
}

function tupleHint(module: BoundModule, args: readonly Expression[], numba: string): TypeHint | undefined {
  const types = args.map((arg) => wholeType(annotationHint(module, arg, numba)));
  return types.every((type) => type !== undefined) ? tupleOf(types) : undefined;
}

/** `Optional[float]` says float64: a call with None is a type of its own to Numba. */
function unionHint(module: BoundModule, args: readonly Expression[], numba: string): TypeHint | undefined {
  const hints = args.map((arg) => annotationHint(module, arg, numba));
  const values = hints.filter((hint) => hint?.kind !== 'none');
  return values.length === 1 ? values[0] : undefined;
}
