import type { FunctionDef, Match, Return, Statement } from '../../parse/ast';
import { none, type NumbaType } from '../../types/numbaType';
import { walkBody } from '../children';
import { escapeClosure, mentionsOf } from '../calls/escape';
import { inferCondition } from '../expressions/conditions';
import { inferExpression } from '../expressions/expression';
import { type Inference, report } from '../inference';
import { owner } from '../variables';

type InferBody = (inf: Inference, body: readonly Statement[]) => void;

export function inferReturn(inf: Inference, node: Return): void {
  const type = node.value ? inferExpression(inf, node.value) : none;
  if (!type) {
    inf.round.untypedReturn = true;
    return;
  }
  if (type.kind === 'function') {
    report(inf, 'returns', node, {
      kind: 'unsupported-syntax',
      construct: 'Returning a function',
      reason: 'a function object cannot leave compiled code',
    });
    return;
  }
  if (holdsLiteralList(type)) {
    report(inf, 'returns', node, {
      kind: 'unsupported-syntax',
      construct: 'Returning a list of values of different types',
      reason: 'compiled code holds it like a tuple and cannot hand it out, so return a tuple',
    });
    return;
  }
  inf.round.returns.push({ node, type });
}

function holdsLiteralList(type: NumbaType): boolean {
  return type.kind === 'literalList' || (type.kind === 'tuple' && type.elements.some(holdsLiteralList));
}

/** An inner function is typed where it is called; its defaults are evaluated here. Decorated or never named, it is a function of its own. */
export function inferInnerFunction(inf: Inference, node: FunctionDef): void {
  refuseLateCaptures(inf, node);
  if (
    (node.decorators.length > 0 || mentionsOf(inf.node, node.name).length === 0) &&
    !escapeClosure(inf, node, node)
  )
    return;
  for (const param of node.params) if (param.default) inferExpression(inf, param.default);
  for (const decorator of node.decorators) {
    report(inf, 'globals', decorator, {
      kind: 'untyped-global',
      subject: inf.module.file.slice(decorator.range),
      what: 'a decorator of an inner function',
    });
  }
}

/** What a closure captures must have a value where it is made: itself has none, nor what is assigned further down. */
function refuseLateCaptures(inf: Inference, node: FunctionDef): void {
  for (const name of walkBody(node.body)) {
    const meaning = name.kind === 'Name' ? inf.module.resolve(name) : undefined;
    const symbol = meaning && 'symbol' in meaning ? meaning.symbol : undefined;
    if (!symbol || owner(symbol.scope) !== inf.node || symbol.isParameter) continue;
    const isLate = symbol.bindings.every(
      (binding) =>
        binding.range.start > node.range.end ||
        (binding.kind === 'function' && binding.function.node === node),
    );
    if (!isLate || symbol.bindings.length === 0) continue;
    report(inf, 'bytecode', name, {
      kind: 'unsupported-syntax',
      construct: `Capturing '${symbol.name}' before it has a value`,
      numbaOpcode: 'LOAD_CLOSURE',
    });
    return;
  }
}

export function inferMatch(inf: Inference, node: Match, inferBody: InferBody): void {
  inferExpression(inf, node.subject);
  for (const clause of node.cases) {
    const opcode = refusedPattern(inf.module.file.slice(clause.pattern).trim());
    if (opcode) {
      report(inf, 'bytecode', clause.pattern, {
        kind: 'unsupported-syntax',
        construct: "A 'match' that looks into its subject",
        numbaOpcode: opcode,
      });
      return;
    }
    if (clause.guard) inferCondition(inf, clause.guard, clause.guard);
    inferBody(inf, clause.body);
  }
}

/** The bytecode of patterns that take their subject apart. */
function refusedPattern(text: string): string | undefined {
  if (text.startsWith('{')) return 'MATCH_MAPPING';
  if (text.startsWith('[') || /^\(.*,.*\)$/s.test(text) || /^[^([{]*,/.test(text)) return 'MATCH_SEQUENCE';
  return /^[A-Za-z_][\w.]*\(/.test(text) ? 'MATCH_CLASS' : undefined;
}
