import type { Expression, Keyword, Name } from '../ast';
import type { RawNode } from '../rawTree';
import { convertComprehension } from './comprehensions';
import {
  addProblem,
  type Conversion,
  deeper,
  errorExpression,
  fieldOf,
  hasOwnError,
  hasToken,
  namedChildren,
  rangeOf,
  spanOf,
  textOf,
} from './conversion';
import { convertNumber } from './numbers';
import { convertBinary, convertBoolean, convertComparison, convertUnary } from './operators';
import { convertParameters } from './parameters';
import { isMasked } from './sliceMask';
import { convertString } from './strings';
import { convertGenericType, convertSlice, convertSubscript } from './subscripts';

type Convert = (conversion: Conversion, node: RawNode) => Expression;

/** Also of targets, patterns of assignments and annotations: Python gives them the same nodes. */
export function convertExpression(conversion: Conversion, node: RawNode): Expression {
  const convert = converters[node.type];
  if (!convert || node.missing || (hasOwnError(node) && !survivesErrors.has(node.type))) {
    return errorExpression(rangeOf(node));
  }
  return deeper<Expression>(
    conversion,
    node,
    () => hoistStar(convert(conversion, node)),
    () => errorExpression(rangeOf(node)),
  );
}

/** In a bare list, `*f(x)` is to the grammar a call of `*f`. */
function hoistStar(expression: Expression): Expression {
  const hoist = (first: Expression, unstarred: (value: Expression) => Expression): Expression =>
    first.kind === 'Starred' && first.range.start === expression.range.start
      ? { kind: 'Starred', range: expression.range, value: unstarred(first.value) }
      : expression;
  const rest = (value: Expression) => ({ start: value.range.start, end: expression.range.end });
  switch (expression.kind) {
    case 'Call':
      return hoist(expression.func, (func) => ({ ...expression, range: rest(func), func }));
    case 'Attribute':
    case 'Subscript':
      return hoist(expression.value, (value) => ({ ...expression, range: rest(value), value }));
    case 'BinOp':
      return hoist(expression.left, (left) => ({ ...expression, range: rest(left), left }));
    default:
      return expression;
  }
}

/** One expression, or a tuple without parentheses where a field repeats: `for x in 1, 2`. */
export function tupleOfFields(
  conversion: Conversion,
  parent: RawNode,
  nodes: readonly RawNode[],
): Expression {
  const elements = nodes.map((node) => convertExpression(conversion, node));
  if (elements.length === 0) return errorExpression(rangeOf(parent));
  if (elements.length === 1 && !hasToken(parent, ',')) return elements[0]!;
  return { kind: 'Tuple', range: spanOf(nodes), elements };
}

/** An error inside an argument list or display is one element's; the others stand. */
const survivesErrors = new Set(['call', 'list', 'tuple', 'set', 'dictionary', 'string', 'lambda']);

const constants: Readonly<Record<string, (node: RawNode) => Expression>> = {
  true: (node) => ({ kind: 'Constant', range: rangeOf(node), value: { type: 'bool', value: true } }),
  false: (node) => ({ kind: 'Constant', range: rangeOf(node), value: { type: 'bool', value: false } }),
  none: (node) => ({ kind: 'Constant', range: rangeOf(node), value: { type: 'None' } }),
  ellipsis: (node) => ({ kind: 'Constant', range: rangeOf(node), value: { type: 'Ellipsis' } }),
};

const constant: Convert = (_conversion, node) => constants[node.type]!(node);

const name = (conversion: Conversion, node: RawNode): Name => ({
  kind: 'Name',
  range: rangeOf(node),
  id: textOf(conversion, node),
});

/** A name of a slice's length that does not stand where slices can: `[:]` as a list. */
const identifier: Convert = (conversion, node) => {
  if (!isMasked(conversion.text, node)) return name(conversion, node);
  addProblem(conversion, rangeOf(node), 'a slice can only stand in a subscript');
  return errorExpression(rangeOf(node));
};

const inner: Convert = (conversion, node) => {
  const child = namedChildren(node)[0];
  return child ? convertExpression(conversion, child) : errorExpression(rangeOf(node));
};

const elements = (conversion: Conversion, node: RawNode): Expression[] =>
  namedChildren(node).map((child) => convertExpression(conversion, child));

const tuple: Convert = (conversion, node) => ({
  kind: 'Tuple',
  range: rangeOf(node),
  elements: elements(conversion, node),
});

const list: Convert = (conversion, node) => ({
  kind: 'List',
  range: rangeOf(node),
  elements: elements(conversion, node),
});

const starred: Convert = (conversion, node) => ({
  kind: 'Starred',
  range: rangeOf(node),
  value: inner(conversion, node),
});

const attribute: Convert = (conversion, node) => {
  const object = fieldOf(node, 'object');
  const attr = fieldOf(node, 'attribute');
  if (!object || !attr) return errorExpression(rangeOf(node));
  return {
    kind: 'Attribute',
    range: rangeOf(node),
    value: convertExpression(conversion, object),
    attr: textOf(conversion, attr),
    attrRange: rangeOf(attr),
  };
};

const call: Convert = (conversion, node) => {
  const func = fieldOf(node, 'function');
  const given = fieldOf(node, 'arguments');
  if (!func || !given) return errorExpression(rangeOf(node));
  return {
    kind: 'Call',
    range: rangeOf(node),
    func: convertExpression(conversion, func),
    ...(given.type === 'generator_expression'
      ? { args: [convertExpression(conversion, given)], keywords: [] }
      : convertArguments(conversion, given)),
  };
};

/** Also a class's bases. */
export function convertArguments(
  conversion: Conversion,
  node: RawNode,
): { readonly args: Expression[]; readonly keywords: Keyword[] } {
  const args: Expression[] = [];
  const keywords: Keyword[] = [];
  for (const child of namedChildren(node)) {
    const range = rangeOf(child);
    const nameNode = fieldOf(child, 'name');
    if (child.type === 'keyword_argument' && nameNode) {
      const value = fieldOf(child, 'value');
      const converted = value ? convertExpression(conversion, value) : errorExpression(range);
      keywords.push({ range, name: textOf(conversion, nameNode), value: converted });
    } else if (child.type === 'dictionary_splat') {
      keywords.push({ range, value: inner(conversion, child) });
    } else {
      if (child.named && child.type !== 'list_splat' && keywords.some((keyword) => keyword.name)) {
        addProblem(conversion, range, 'a positional argument follows a keyword argument');
      }
      args.push(convertExpression(conversion, child));
    }
  }
  return { args, keywords };
}

const dictionary: Convert = (conversion, node) => ({
  kind: 'Dict',
  range: rangeOf(node),
  items: namedChildren(node).map((child) => {
    const key = fieldOf(child, 'key');
    const value = fieldOf(child, 'value');
    if (key && value) {
      return { key: convertExpression(conversion, key), value: convertExpression(conversion, value) };
    }
    return {
      value: child.type === 'dictionary_splat' ? inner(conversion, child) : errorExpression(rangeOf(child)),
    };
  }),
});

const conditional: Convert = (conversion, node) => {
  const [body, test, orelse] = elements(conversion, node);
  if (!body || !test || !orelse) return errorExpression(rangeOf(node));
  return { kind: 'IfExp', range: rangeOf(node), test, body, orelse };
};

const lambda: Convert = (conversion, node) => {
  const body = fieldOf(node, 'body');
  return {
    kind: 'Lambda',
    range: rangeOf(node),
    params: convertParameters(conversion, fieldOf(node, 'parameters')),
    body: body ? convertExpression(conversion, body) : errorExpression(rangeOf(node)),
  };
};

const named: Convert = (conversion, node) => {
  const target = fieldOf(node, 'name');
  const value = fieldOf(node, 'value');
  if (!target || !value) return errorExpression(rangeOf(node));
  return {
    kind: 'NamedExpr',
    range: rangeOf(node),
    target: name(conversion, target),
    value: convertExpression(conversion, value),
  };
};

const yieldExpression: Convert = (conversion, node) => {
  const range = rangeOf(node);
  const child = namedChildren(node)[0];
  const value = child && convertExpression(conversion, child);
  if (hasToken(node, 'from')) return { kind: 'YieldFrom', range, value: value ?? errorExpression(range) };
  return { kind: 'Yield', range, ...(value && { value }) };
};

/** `(x) = 1` is no tuple. */
const tuplePattern: Convert = (conversion, node) =>
  namedChildren(node).length === 1 && !hasToken(node, ',')
    ? inner(conversion, node)
    : tuple(conversion, node);

const misplacedAs: Convert = (conversion, node) => {
  addProblem(conversion, rangeOf(node), "'as' names something only in import, with and except");
  return errorExpression(rangeOf(node));
};

const annotationUnion: Convert = (conversion, node) => {
  const [left, right] = elements(conversion, node);
  if (!left || !right) return errorExpression(rangeOf(node));
  return { kind: 'BinOp', range: rangeOf(node), left, op: '|', right };
};

const annotationMember: Convert = (conversion, node) => {
  const [object, attr] = namedChildren(node);
  if (!object || !attr) return errorExpression(rangeOf(node));
  return {
    kind: 'Attribute',
    range: rangeOf(node),
    value: convertExpression(conversion, object),
    attr: textOf(conversion, attr),
    attrRange: rangeOf(attr),
  };
};

const annotationSlice: Convert = (conversion, node) => {
  const [lower, upper] = elements(conversion, node);
  return { kind: 'Slice', range: rangeOf(node), ...(lower && { lower }), ...(upper && { upper }) };
};

const converters: Readonly<Record<string, Convert>> = {
  identifier,
  integer: convertNumber,
  float: convertNumber,
  string: convertString,
  concatenated_string: convertString,
  true: constant,
  false: constant,
  none: constant,
  ellipsis: constant,
  parenthesized_expression: inner,
  as_pattern_target: inner,
  type: inner,
  tuple,
  expression_list: tuple,
  pattern_list: tuple,
  tuple_pattern: tuplePattern,
  list,
  list_pattern: list,
  set: (conversion, node) => ({ kind: 'Set', range: rangeOf(node), elements: elements(conversion, node) }),
  dictionary,
  list_splat: starred,
  list_splat_pattern: starred,
  splat_type: starred,
  attribute,
  call,
  subscript: convertSubscript,
  slice: convertSlice,
  generic_type: convertGenericType,
  union_type: annotationUnion,
  member_type: annotationMember,
  constrained_type: annotationSlice,
  binary_operator: convertBinary,
  unary_operator: convertUnary,
  not_operator: convertUnary,
  boolean_operator: convertBoolean,
  comparison_operator: convertComparison,
  conditional_expression: conditional,
  lambda,
  named_expression: named,
  list_comprehension: convertComprehension,
  set_comprehension: convertComprehension,
  dictionary_comprehension: convertComprehension,
  generator_expression: convertComprehension,
  await: (conversion, node) => ({ kind: 'Await', range: rangeOf(node), value: inner(conversion, node) }),
  yield: yieldExpression,
  as_pattern: misplacedAs,
};
