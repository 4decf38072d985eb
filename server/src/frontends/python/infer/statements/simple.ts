import type {
  AstNode,
  Expression,
  FunctionDef,
  Keyword,
  Match,
  Return,
  Statement,
  With,
} from '../../parse/ast';
import { none, type NumbaType } from '../../types/numbaType';
import { parseTypeText, typeOfExpression } from '../../types/signatureText';
import { walkBody } from '../children';
import { inferCondition } from '../expressions/conditions';
import { inferExpression } from '../expressions/expression';
import { type Inference, report } from '../inference';
import { owner } from '../variables';
import type { Version } from '../ssa';
import { assignVersion } from '../versionTypes';
import { assignTarget } from './targets';

type InferBody = (inf: Inference, body: readonly Statement[]) => void;

export function inferReturn(inf: Inference, node: Return): void {
  const type = node.value ? inferExpression(inf, node.value) : none;
  if (!type) {
    inf.round.untypedReturn = true;
    return;
  }
  if (type.kind === 'function' || type.kind === 'closure') {
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

/** An inner function is typed where it is called; its defaults are evaluated here. */
export function inferInnerFunction(inf: Inference, node: FunctionDef): void {
  refuseLateCaptures(inf, node);
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

/** Numba leaves compiled code only for `with objmode(...)` and sets the thread count with `parallel_chunksize`. */
export function inferWith(inf: Inference, node: With, inferBody: InferBody): void {
  for (const { context, target } of node.items) {
    const callee = context.kind === 'Call' ? context.func : context;
    const name = inf.module.qualifiedName(callee);
    const known = name !== undefined && /^numba\.(.*\.)?(objmode|parallel_chunksize)$/.test(name);
    if (target || !known) {
      report(inf, target ? 'bytecode' : 'ir', context, {
        kind: 'unsupported-syntax',
        construct: target ? "'with ... as ...'" : "'with'",
        reason: 'only objmode and parallel_chunksize are context managers in compiled code',
      });
    } else if (name.endsWith('objmode')) {
      inferObjmode(inf, node, context.kind === 'Call' ? context.keywords : []);
      return;
    }
    if (target) assignTarget(inf, target, undefined);
  }
  inferBody(inf, node.body);
}

/** Python code runs the body; what it assigns comes back with the types that `objmode` was told. */
function inferObjmode(inf: Inference, node: With, annotations: readonly Keyword[]): void {
  const inside = new Set<object>(walkBody(node.body));
  for (const name of inside as Set<AstNode>) {
    const version = name.kind === 'Name' ? inf.ssa.form.definitions.get(name) : undefined;
    if (!version || name.kind !== 'Name') continue;
    const annotation = annotations.find((each) => each.name === name.id)?.value;
    const type = annotation && annotatedType(inf, annotation);
    if (type) assignVersion(inf, version, type);
    else if (!annotation && isUsedOutside(inf, version, inside)) {
      report(inf, 'bytecode', node.items[0]!.context, {
        kind: 'unsupported-syntax',
        construct: `objmode without the type of '${name.id}'`,
        reason: 'missing type annotation on outgoing variable(s)',
      });
    }
  }
  for (const statement of node.body) if (statement.kind === 'Return') inferReturn(inf, statement);
}

function annotatedType(inf: Inference, annotation: Expression): NumbaType | undefined {
  const isText = annotation.kind === 'Constant' && annotation.value.type === 'str';
  const parsed = isText
    ? parseTypeText(String(annotation.value.value), inf.context.numba)
    : typeOfExpression(annotation, inf.module, inf.context.numba);
  return 'value' in parsed ? parsed.value : undefined;
}

function isUsedOutside(inf: Inference, version: Version, inside: ReadonlySet<object>): boolean {
  const reaches = (used: Version, depth = 0): boolean =>
    used === version ||
    (depth < 5 && used.operands.some((operand) => operand && reaches(operand, depth + 1)));
  return [...inf.ssa.form.uses].some(([name, used]) => !inside.has(name) && reaches(used));
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
