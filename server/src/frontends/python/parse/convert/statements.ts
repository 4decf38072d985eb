import type { TextRange } from '@jitsight/shared/source/range';
import type { Expression, Statement } from '../ast';
import type { RawNode } from '../rawTree';
import { parsePiece } from '../recover';
import { convertAssignment, convertAugmented } from './assignments';
import { convertMatch } from './match';
import { convertFor, convertIf, convertTry, convertWhile, convertWith } from './compound';
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
  trimmedRange,
} from './conversion';
import { convertBrokenDefinition, convertClass, convertDecorated, convertFunction } from './definitions';
import { convertExpression } from './expressions';
import { convertImport, convertImportFrom } from './imports';
import { joinedLineBreak } from './lineBreaks';
import { describeErrors } from './problems';

/** The statements of a block or of the top of a file, skipping punctuation between them. */
export function convertBody(conversion: Conversion, nodes: readonly RawNode[]): Statement[] {
  return nodes.filter((node) => node.named).flatMap((node) => convertStatement(conversion, node));
}

type Convert = (conversion: Conversion, node: RawNode) => Statement;

/** Several when tree-sitter joined lines that Python would not. */
function convertStatement(conversion: Conversion, node: RawNode): Statement[] {
  const simple = simpleConverters[node.type];
  const convert = simple ?? compoundConverters[node.type];
  const error = (): Statement => ({ kind: 'ErrorStatement', range: trimmedRange(conversion, node) });
  if (node.type === 'ERROR') return [convertBrokenDefinition(conversion, node) ?? error()];
  if (!convert) return [error()];
  return deeper<Statement[]>(
    conversion,
    node,
    () => {
      const lineBreak = simple && joinedLineBreak(conversion.text, node);
      if (lineBreak) return splitAt(conversion, node, lineBreak);
      if (simple && hasOwnError(node) && !namesOnError.has(node.type)) return [error()];
      return [convert(conversion, node)];
    },
    () => [error()],
  );
}

/** `x.` and `y = 3` on the next line: the first is half-typed, the second stands. */
function splitAt(conversion: Conversion, node: RawNode, lineBreak: TextRange): Statement[] {
  if (!node.broken) {
    addProblem(conversion, { start: lineBreak.start - 1, end: lineBreak.start }, 'the line ends too early');
  }
  const rest = parsePiece(conversion.text, lineBreak.end, node.end);
  if (!node.broken) describeErrors(conversion, rest);
  return [
    { kind: 'ErrorStatement', range: { start: node.start, end: lineBreak.start } },
    ...convertBody(conversion, rest),
  ];
}

/** An error inside them still leaves names bound. */
const namesOnError = new Set(['expression_statement', 'import_from_statement', 'import_statement']);

function operand(conversion: Conversion, node: RawNode): Expression | undefined {
  const child = namedChildren(node).find((one) => one.field !== 'cause');
  return child && convertExpression(conversion, child);
}

const expressionStatement: Convert = (conversion, node) => {
  const range = rangeOf(node);
  const children = namedChildren(node);
  const first = children[0];
  if (first?.type === 'assignment') return convertAssignment(conversion, first, range);
  if (first?.type === 'augmented_assignment') return convertAugmented(conversion, first, range);
  if (!first || first.type === 'ERROR') return { kind: 'ErrorStatement', range };
  const elements = children.map((child) => convertExpression(conversion, child));
  const isTuple = elements.length > 1 || hasToken(node, ',');
  const value: Expression = isTuple ? { kind: 'Tuple', range: spanOf(children), elements } : elements[0]!;
  return { kind: 'ExpressionStatement', range, value };
};

const returnStatement: Convert = (conversion, node) => {
  const value = operand(conversion, node);
  return { kind: 'Return', range: rangeOf(node), ...(value && { value }) };
};

const raise: Convert = (conversion, node) => {
  const exception = operand(conversion, node);
  const causeNode = fieldOf(node, 'cause');
  const cause = causeNode && convertExpression(conversion, causeNode);
  if (exception?.kind === 'Tuple' && hasToken(node, 'raise')) {
    addProblem(conversion, rangeOf(node), "Python 3 raises an instance: 'raise ValueError(message)'");
  }
  return { kind: 'Raise', range: rangeOf(node), ...(exception && { exception }), ...(cause && { cause }) };
};

const deletion: Convert = (conversion, node) => {
  const value = operand(conversion, node);
  const isBareList = value?.kind === 'Tuple' && namedChildren(node)[0]?.type === 'expression_list';
  const targets = isBareList ? value.elements : value ? [value] : [];
  return { kind: 'Delete', range: rangeOf(node), targets };
};

const assertion: Convert = (conversion, node) => {
  const [test, message] = namedChildren(node).map((child) => convertExpression(conversion, child));
  return {
    kind: 'Assert',
    range: rangeOf(node),
    test: test ?? errorExpression(rangeOf(node)),
    ...(message && { message }),
  };
};

const names = (conversion: Conversion, node: RawNode) =>
  namedChildren(node).map((child) => textOf(conversion, child));

const python2: Convert = (conversion, node) => {
  const word = node.type === 'print_statement' ? 'print' : 'exec';
  addProblem(conversion, rangeOf(node), `Python 3 has no ${word} statement: write ${word}(...)`);
  return { kind: 'ErrorStatement', range: rangeOf(node) };
};

/** `type X = ...` binds a name; its lazy evaluation makes no difference here. */
const typeAlias: Convert = (conversion, node) => {
  const [target, value] = ['left', 'right'].map((field) => {
    const child = fieldOf(node, field);
    return child ? convertExpression(conversion, child) : errorExpression(rangeOf(node));
  });
  return { kind: 'Assign', range: rangeOf(node), targets: [target!], value: value! };
};

const simpleConverters: Readonly<Record<string, Convert | undefined>> = {
  expression_statement: expressionStatement,
  return_statement: returnStatement,
  raise_statement: raise,
  delete_statement: deletion,
  assert_statement: assertion,
  pass_statement: (_, node) => ({ kind: 'Pass', range: rangeOf(node) }),
  break_statement: (_, node) => ({ kind: 'Break', range: rangeOf(node) }),
  continue_statement: (_, node) => ({ kind: 'Continue', range: rangeOf(node) }),
  global_statement: (conversion, node) => ({
    kind: 'Global',
    range: rangeOf(node),
    names: names(conversion, node),
  }),
  nonlocal_statement: (conversion, node) => ({
    kind: 'Nonlocal',
    range: rangeOf(node),
    names: names(conversion, node),
  }),
  import_statement: convertImport,
  import_from_statement: convertImportFrom,
  future_import_statement: convertImportFrom,
  print_statement: python2,
  exec_statement: python2,
  type_alias_statement: typeAlias,
};

const compoundConverters: Readonly<Record<string, Convert | undefined>> = {
  if_statement: convertIf,
  for_statement: convertFor,
  while_statement: convertWhile,
  with_statement: convertWith,
  try_statement: convertTry,
  match_statement: convertMatch,
  function_definition: (conversion, node) => convertFunction(conversion, node, [], node.start),
  class_definition: (conversion, node) => convertClass(conversion, node, [], node.start),
  decorated_definition: convertDecorated,
};
