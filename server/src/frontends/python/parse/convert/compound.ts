import type { ExceptHandler, Expression, If, Statement, Try, With } from '../ast';
import type { RawNode } from '../rawTree';
import { compoundEnd, convertBlock } from './blocks';
import {
  addProblem,
  type Conversion,
  errorExpression,
  fieldOf,
  fieldsOf,
  hasToken,
  isTooLong,
  namedChildren,
  rangeOf,
  textOf,
} from './conversion';
import { convertExpression, tupleOfFields } from './expressions';

function expressionIn(conversion: Conversion, node: RawNode, field: string): Expression {
  const child = fieldOf(node, field);
  // What stands beside a condition in error may be most of it: `if x = 3`.
  const index = child ? node.children.indexOf(child) : -1;
  const damaged = index >= 0 && node.children[index + 1]?.type === 'ERROR';
  return child && !damaged ? convertExpression(conversion, child) : errorExpression(rangeOf(child ?? node));
}

function elseBody(conversion: Conversion, node: RawNode | undefined): Statement[] {
  return node ? convertBlock(conversion, fieldOf(node, 'body'), node, "'else'") : [];
}

/** Each `elif` becomes an If inside `orelse`, innermost last. */
export function convertIf(conversion: Conversion, node: RawNode): If {
  const alternatives = node.children.filter((child) => child.field === 'alternative');
  let orelse = elseBody(
    conversion,
    alternatives.find((child) => child.type === 'else_clause'),
  );
  const clauses = alternatives.filter((child) => child.type === 'elif_clause');
  if (isTooLong(conversion, clauses)) {
    const { start, end } = { start: clauses[0]!.start, end: node.end };
    return branch(conversion, node, "'if'", [{ kind: 'ErrorStatement', range: { start, end } }]);
  }
  for (const clause of clauses.reverse()) {
    orelse = [branch(conversion, clause, "'elif'", orelse)];
  }
  return branch(conversion, node, "'if'", orelse);
}

function branch(conversion: Conversion, node: RawNode, what: string, orelse: readonly Statement[]): If {
  const test = expressionIn(conversion, node, 'condition');
  const body = convertBlock(conversion, fieldOf(node, 'consequence'), node, what);
  return {
    kind: 'If',
    range: { start: node.start, end: compoundEnd(conversion, node, body, orelse) },
    test,
    body,
    orelse,
  };
}

export function convertFor(conversion: Conversion, node: RawNode): Statement {
  const target = expressionIn(conversion, node, 'left');
  const iter = expressionIn(conversion, node, 'right');
  const body = convertBlock(conversion, fieldOf(node, 'body'), node, "'for'");
  const orelse = elseBody(conversion, fieldOf(node, 'alternative'));
  const range = { start: node.start, end: compoundEnd(conversion, node, body, orelse) };
  return { kind: 'For', range, isAsync: hasToken(node, 'async'), target, iter, body, orelse };
}

export function convertWhile(conversion: Conversion, node: RawNode): Statement {
  const test = expressionIn(conversion, node, 'condition');
  const body = convertBlock(conversion, fieldOf(node, 'body'), node, "'while'");
  const orelse = elseBody(conversion, fieldOf(node, 'alternative'));
  return {
    kind: 'While',
    range: { start: node.start, end: compoundEnd(conversion, node, body, orelse) },
    test,
    body,
    orelse,
  };
}

export function convertWith(conversion: Conversion, node: RawNode): With {
  const clause = node.children.find((child) => child.type === 'with_clause');
  const items = clause ? namedChildren(clause).flatMap((item) => withItems(conversion, item)) : [];
  const body = convertBlock(conversion, fieldOf(node, 'body'), node, "'with'");
  const range = { start: node.start, end: compoundEnd(conversion, node, body) };
  return { kind: 'With', range, isAsync: hasToken(node, 'async'), items, body };
}

/** Parentheses around `a as b` belong to the statement. */
function withItems(conversion: Conversion, item: RawNode): With['items'][number][] {
  const value = item.type === 'with_item' ? fieldOf(item, 'value') : item;
  if (!value) return [];
  const parenthesized = value.type === 'parenthesized_expression' || value.type === 'tuple';
  if (parenthesized && namedChildren(value).some((child) => child.type === 'as_pattern')) {
    return namedChildren(value).flatMap((child) => withItems(conversion, child));
  }
  if (value.type !== 'as_pattern') return [{ context: convertExpression(conversion, value) }];
  const { subject, alias } = asPattern(value);
  const context = subject ? convertExpression(conversion, subject) : errorExpression(rangeOf(value));
  return [{ context, ...(alias && { target: convertExpression(conversion, alias) }) }];
}

function asPattern(node: RawNode): { subject: RawNode | undefined; alias: RawNode | undefined } {
  const subject = namedChildren(node).find((child) => child.field !== 'alias');
  return { subject, alias: fieldOf(node, 'alias') };
}

export function convertTry(conversion: Conversion, node: RawNode): Try {
  const body = convertBlock(conversion, fieldOf(node, 'body'), node, "'try'");
  const clauses = (type: string) => node.children.filter((child) => child.type === type);
  const handlers = clauses('except_clause').map((clause) => handler(conversion, clause));
  const orelse = elseBody(conversion, clauses('else_clause')[0]);
  const finalClause = clauses('finally_clause')[0];
  const finalbody = finalClause
    ? convertBlock(conversion, blockIn(finalClause), finalClause, "'finally'")
    : [];
  if (handlers.length === 0 && !finalClause && !node.broken) {
    addProblem(
      conversion,
      { start: node.start, end: node.start + 3 },
      "'try' needs an 'except' or a 'finally'",
    );
  }
  const end = Math.max(
    compoundEnd(conversion, node, body, orelse, finalbody),
    handlers.at(-1)?.range.end ?? 0,
  );
  return { kind: 'Try', range: { start: node.start, end }, body, handlers, orelse, finalbody };
}

function blockIn(node: RawNode): RawNode | undefined {
  return node.children.find((child) => child.type === 'block');
}

function handler(conversion: Conversion, node: RawNode): ExceptHandler {
  const values = fieldsOf(node, 'value');
  const { subject, alias } =
    values[0]?.type === 'as_pattern'
      ? asPattern(values[0])
      : { subject: undefined, alias: fieldOf(node, 'alias') };
  const type = subject
    ? convertExpression(conversion, subject)
    : values.length > 0
      ? tupleOfFields(conversion, node, values)
      : undefined;
  const body = convertBlock(conversion, blockIn(node), node, "'except'");
  return {
    range: { start: node.start, end: compoundEnd(conversion, node, body) },
    ...(type && { type }),
    ...(alias && { name: textOf(conversion, alias) }),
    isStar: hasToken(node, '*'),
    body,
  };
}
