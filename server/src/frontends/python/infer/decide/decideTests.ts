import type { AstNode, Compare, Expression } from '../../parse/ast';
import { compareVersions } from '../../library/version';
import { children, walk, walkBody } from '../children';
import { compareConstants, evaluate, truthOf } from '../globals/evaluate';
import type { Inference } from '../inference';
import type { ConstantValue } from '../typedFunction';
import { argumentNamed, constantOf } from './constantOf';

/**
 * `folded`: CPython leaves out code under a literal condition. `early`: Numba prunes branches by constants and by arguments
 * that are None, for variables with one assignment. `late`: since 0.57 once more, by SSA versions. Each looks at
 * the code once.
 */
export type Stage = 'folded' | 'early' | 'late';

/** Decides tests; true when one was decided, which changes the code that is left. */
export function decideTests(inf: Inference, stage: Stage): boolean {
  if (stage === 'late' && compareVersions(inf.context.numba, '0.57') < 0) return false;
  let changed = false;
  for (const test of testsOf(inf)) {
    if (inf.decided.has(test) || !belongsTo(inf, test, stage)) continue;
    const outcome = decide(inf, test) ?? (stage === 'late' ? decideEntry(inf, test) : undefined);
    if (outcome === undefined) continue;
    // Operands come before what they make up.
    inf.decided.set(test, outcome);
    if (stage === 'late') inf.decidedLate.add(test);
    changed = true;
  }
  return changed || (stage === 'late' && inf.decidedEntry.size > 0);
}

function belongsTo(inf: Inference, test: Expression, stage: Stage): boolean {
  if (stage === 'late') return true;
  return stage === 'folded' ? isLiteral(test) : !isLate(inf, test);
}

function isLiteral(test: Expression): boolean {
  return walk(test).every((node) => ['Constant', 'UnaryOp', 'BoolOp', 'BinOp'].includes(node.kind));
}

/** A loop whose first test fails is dead; one whose first test holds is entered at least once. */
function decideEntry(inf: Inference, test: Expression): false | undefined {
  if (!loopTests(inf).has(test) || inf.decidedEntry.has(test) || test.kind !== 'Compare') return undefined;
  if (test.ops.length !== 1) return undefined;
  const [left, right] = [test.left, test.comparators[0]!].map(
    (each) => constantOf(inf, each, 'first')?.value,
  );
  const outcome = left && right && compareConstants(test.ops[0]!, left, right);
  if (outcome === true) inf.decidedEntry.add(test);
  return outcome === false ? false : undefined;
}

function loopTests(inf: Inference): ReadonlySet<Expression> {
  if (inf.node.kind === 'Lambda') return new Set();
  return new Set(walkBody(inf.node.body).flatMap((node) => (node.kind === 'While' ? [node.test] : [])));
}

// Known only by the SSA version of a variable that is assigned elsewhere too.
function isLate(inf: Inference, test: Expression): boolean {
  for (const node of walk(test)) {
    if (node.kind !== 'Name') continue;
    const version = inf.ssa.numbering.uses.get(node);
    if (version && !version.solitary) return true;
  }
  return false;
}

/** Every expression whose truth is looked at, operands before what they make up. */
export function testsOf(inf: Inference): Expression[] {
  const found: Expression[] = [];
  const add = (test: Expression): void => {
    if (test.kind === 'BoolOp') test.values.forEach(add);
    if (test.kind === 'UnaryOp' && test.op === 'not') add(test.operand);
    found.push(test);
  };
  const nodes = inf.node.kind === 'Lambda' ? walk(inf.node.body) : walkBody(inf.node.body);
  for (const node of nodes) {
    if (isTesting(node)) add(node.test);
    else if (node.kind === 'BoolOp') node.values.slice(0, -1).forEach(add);
    else if (node.kind === 'ListComp' || node.kind === 'SetComp' || node.kind === 'DictComp') {
      for (const clause of node.generators) clause.ifs.forEach(add);
    }
  }
  return [...new Set(found)];
}

function isTesting(node: AstNode): node is AstNode & { test: Expression } {
  return ['If', 'While', 'IfExp', 'Assert'].includes(node.kind);
}

function decide(inf: Inference, test: Expression): boolean | undefined {
  switch (test.kind) {
    case 'BoolOp': {
      const operands = test.values.map((operand) => inf.decided.get(operand));
      const stops = test.op === 'or';
      const stop = operands.indexOf(stops);
      // An operand before the one that decides still runs, but does not change the outcome.
      if (stop >= 0 && operands.slice(0, stop).every((operand) => operand === !stops)) return stops;
      return operands.every((operand) => operand === !stops) ? !stops : undefined;
    }
    case 'UnaryOp': {
      if (test.op !== 'not') break;
      const operand = inf.decided.get(test.operand);
      return operand === undefined ? undefined : !operand;
    }
    case 'Compare':
      return test.ops.length === 1 ? decideComparison(inf, test) : undefined;
    case 'BinOp':
      return decideOperation(inf, test);
    case 'NamedExpr':
      return undefined;
  }
  const constant = constantOf(inf, test);
  return constant && truthOf(constant.value);
}

function decideComparison(inf: Inference, test: Compare): boolean | undefined {
  const operands = [test.left, test.comparators[0]!];
  const op = test.ops[0]!;
  if (operands.some((operand) => argumentNamed(inf, operand) !== undefined)) {
    const none = operands.map((operand) => isNone(inf, operand));
    if (none.includes(undefined) || !none.includes(true)) return undefined;
    const same = none[0] === none[1];
    if (op === 'is' || op === '==') return same;
    return op === 'is not' || op === '!=' ? !same : undefined;
  }
  const [left, right] = operands.map((operand) => constantOf(inf, operand)?.value);
  return left && right ? compareConstants(op, left, right) : undefined;
}

/** Undefined where it is not known before typing: an argument of a type that is neither None nor literal. */
function isNone(inf: Inference, operand: Expression): boolean | undefined {
  const name = argumentNamed(inf, operand);
  if (name === undefined) {
    const constant = constantOf(inf, operand);
    return constant && constant.value.kind === 'none';
  }
  const value = inf.parameters.get(name);
  if (!value) return undefined;
  if (value.type.kind === 'none') return true;
  return value.type.kind === 'literal' && !value.omitted ? false : undefined;
}

function decideOperation(inf: Inference, test: Expression & { kind: 'BinOp' }): boolean | undefined {
  const [left, right] = [test.left, test.right].map((operand) => constantOf(inf, operand)?.value);
  if (!left || !right) return undefined;
  const result = evaluate(
    { ...test, left: literal(test.left, left), right: literal(test.right, right) },
    { name: () => undefined, qualifiedName: () => undefined },
  );
  return result && truthOf(result.value);
}

function literal(node: Expression, value: ConstantValue): Expression {
  switch (value.kind) {
    case 'int':
    case 'float':
    case 'bool':
    case 'str':
      return {
        kind: 'Constant',
        range: node.range,
        value: { type: value.kind, value: value.value } as (Expression & { kind: 'Constant' })['value'],
      };
    default:
      return node;
  }
}

/** Whether any call below asks about types, which makes Numba look at tests again once it knows some. */
export function asksAboutTypes(inf: Inference): boolean {
  const search = (node: AstNode): boolean =>
    (node.kind === 'Call' && isTypeQuestion(inf.module.qualifiedName(node.func))) ||
    children(node).some(search);
  return inf.node.kind === 'Lambda' ? search(inf.node.body) : inf.node.body.some(search);
}

const isTypeQuestion = (name: string | undefined): boolean =>
  name === 'builtins.isinstance' || name === 'builtins.hasattr';
