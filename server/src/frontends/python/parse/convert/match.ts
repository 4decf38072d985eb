import type { Assign, Compare, Expression, If, Match, Name, Statement } from '../ast';
import type { RawNode } from '../rawTree';
import { compoundEnd, convertBlock } from './blocks';
import { type Conversion, fieldOf, fieldsOf, namedChildren, rangeOf, spanOf, textOf } from './conversion';
import { convertExpression, tupleOfFields } from './expressions';

/**
 * `match` over values and names as the tests and assignments that CPython makes of it. One that takes its subject apart,
 * or binds a name before a guard that may refuse it, stays a Match.
 */
export function convertMatch(conversion: Conversion, node: RawNode): Match | If {
  const subject = tupleOfFields(conversion, node, fieldsOf(node, 'subject'));
  const clauses = fieldOf(node, 'body')?.children.filter((child) => child.type === 'case_clause') ?? [];
  const cases = clauses.map((clause) => convertCase(conversion, clause));
  const end = Math.max(compoundEnd(conversion, node, ...cases.map((one) => one.body)), subject.range.end);
  const range = { start: node.start, end };
  const statements = asTests(conversion, new Subject(subject, `.subject${conversion.subjects++}`), cases);
  const [only, ...others] = statements ?? [];
  if (only?.kind === 'If' && others.length === 0) return { ...only, range };
  const plain = cases.map(({ patterns, clause, ...rest }) => ({
    pattern: patterns.length > 0 ? spanOf(patterns) : rangeOf(clause),
    ...rest,
  }));
  if (!statements || subject.kind !== 'Name') return { kind: 'Match', range, subject, cases: plain };
  // It starts with an assignment: what stands under a literal test is one statement too.
  const test = { kind: 'Constant', range: subject.range, value: { type: 'bool', value: true } } as const;
  return { kind: 'If', range, test, body: statements, orelse: [] };
}

interface Case {
  readonly clause: RawNode;
  readonly patterns: readonly RawNode[];
  readonly guard?: Expression;
  readonly body: readonly Statement[];
}

function convertCase(conversion: Conversion, clause: RawNode): Case {
  const guardNode = fieldOf(clause, 'guard');
  const test = guardNode && namedChildren(guardNode)[0];
  return {
    clause,
    patterns: clause.children.filter((child) => child.type === 'case_pattern'),
    ...(test && { guard: convertExpression(conversion, test) }),
    body: convertBlock(conversion, fieldOf(clause, 'consequence'), clause, "'case'"),
  };
}

/** The subject, evaluated by the test that comes first; no name of a program starts with a dot. */
class Subject {
  private evaluated = false;

  constructor(
    private readonly expression: Expression,
    private readonly name: string,
  ) {}

  read(): Expression {
    const { expression } = this;
    const { range } = expression;
    if (expression.kind === 'Name') return { ...expression };
    const name: Name = { kind: 'Name', id: this.name, range };
    if (this.evaluated) return name;
    this.evaluated = true;
    return { kind: 'NamedExpr', target: name, value: expression, range };
  }
}

/** The statements; undefined where some pattern or binding has no such form. */
function asTests(
  conversion: Conversion,
  subject: Subject,
  cases: readonly Case[],
): readonly Statement[] | undefined {
  const [first, ...later] = cases;
  if (first?.patterns.length !== 1) return undefined;
  const pattern = readPattern(conversion, subject, first.patterns[0]!);
  if (!pattern) return undefined;
  const { tests, name } = pattern;
  const { guard, body, clause } = first;
  const bound = name ? [assignment(name, subject)] : [];
  if (!tests && !guard) return [...bound, ...body];
  const rest = later.length > 0 ? asTests(conversion, subject, later) : [];
  if (!rest) return undefined;
  const choice = (test: Expression, inside: readonly Statement[]): If => {
    return { kind: 'If', range: rangeOf(clause), test, body: inside, orelse: rest };
  };
  if (!tests) return [...bound, choice(guard!, body)];
  if (!guard) return [choice(either(tests), [...bound, ...body])];
  if (name) return undefined;
  const range = { start: tests[0]!.range.start, end: guard.range.end };
  return [choice({ kind: 'BoolOp', op: 'and', values: [either(tests), guard], range }, body)];
}

interface Pattern {
  /** Any of these must hold; absent where everything matches. */
  readonly tests?: readonly Expression[];
  readonly name?: Name;
}

function readPattern(conversion: Conversion, subject: Subject, node: RawNode): Pattern | undefined {
  const children = namedChildren(node);
  if (node.broken) return undefined;
  switch (node.type) {
    case 'case_pattern': {
      const text = textOf(conversion, node).trim();
      if (text === '_') return {};
      const [only] = children;
      if (children.length !== 1 || !only) return undefined;
      // The sign of a number is a token beside it.
      return readPattern(conversion, subject, text.startsWith('-') ? { ...only, start: node.start } : only);
    }
    case 'dotted_name':
      if (children.length === 1) {
        return { name: { kind: 'Name', id: textOf(conversion, node), range: rangeOf(node) } };
      }
      return value(conversion, subject, node);
    case 'union_pattern': {
      const alternatives = children.map((child) => readPattern(conversion, subject, child));
      if (alternatives.some((each) => !each?.tests || each.name)) return undefined;
      return { tests: alternatives.flatMap((each) => each!.tests!) };
    }
    case 'as_pattern': {
      const [inner, alias] = children;
      const pattern = inner && readPattern(conversion, subject, inner);
      if (!pattern || pattern.name || alias?.type !== 'identifier') return undefined;
      return { ...pattern, name: { kind: 'Name', id: textOf(conversion, alias), range: rangeOf(alias) } };
    }
    case 'tuple_pattern': {
      const isGroup = children.length === 1 && !node.children.some((child) => child.type === ',');
      return isGroup ? readPattern(conversion, subject, children[0]!) : undefined;
    }
    default:
      return value(conversion, subject, node);
  }
}

const constants = new Set(['integer', 'float', 'string', 'concatenated_string', 'true', 'false', 'none']);

function value(conversion: Conversion, subject: Subject, node: RawNode): Pattern | undefined {
  const found = patternValue(conversion, node);
  if (!found) return undefined;
  const left = subject.read();
  const isSingleton = node.type === 'true' || node.type === 'false' || node.type === 'none';
  const op = isSingleton ? 'is' : '==';
  const test: Compare = { kind: 'Compare', left, ops: [op], comparators: [found], range: rangeOf(node) };
  return { tests: [test] };
}

function patternValue(conversion: Conversion, node: RawNode): Expression | undefined {
  const range = rangeOf(node);
  if (node.type === 'dotted_name') {
    const [first, ...rest] = namedChildren(node).map((child) => ({ text: textOf(conversion, child), child }));
    return rest.reduce<Expression>(
      (owner, { text, child }) => ({
        kind: 'Attribute',
        value: owner,
        attr: text,
        attrRange: rangeOf(child),
        range: { start: node.start, end: child.end },
      }),
      { kind: 'Name', id: first!.text, range: rangeOf(first!.child) },
    );
  }
  if (!constants.has(node.type)) return undefined;
  const isNegative = textOf(conversion, node).startsWith('-');
  if (!isNegative) return convertExpression(conversion, node);
  const operand = convertExpression(conversion, { ...node, start: node.start + 1 });
  return { kind: 'UnaryOp', op: '-', operand, range };
}

function either(tests: readonly Expression[]): Expression {
  if (tests.length === 1) return tests[0]!;
  const range = { start: tests[0]!.range.start, end: tests.at(-1)!.range.end };
  return { kind: 'BoolOp', op: 'or', values: tests, range };
}

function assignment(name: Name, subject: Subject): Assign {
  return { kind: 'Assign', targets: [name], value: subject.read(), range: name.range };
}
