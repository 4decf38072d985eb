import type { AstNode, Expression, Keyword, Name, Statement, With } from '../../parse/ast';
import type { NumbaType } from '../../types/numbaType';
import { parseTypeText, typeOfExpression } from '../../types/signatureText';
import { walkBody } from '../children';
import { howCompiled } from '../globals/userFunctions';
import { type Inference, report } from '../inference';
import type { Version } from '../ssa';
import { assignVersion } from '../versionTypes';
import { inferReturn } from './simple';
import { assignTarget } from './targets';

type InferBody = (inf: Inference, body: readonly Statement[]) => void;

const contexts = /^numba\.(.*\.)?(objmode|objmode_context|parallel_chunksize|call_context)$/;

/**
 * Numba leaves compiled code only for `with objmode(...)`, sets the thread count with `parallel_chunksize`, and makes a
 * compiled function of its own of what stands under `call_context`.
 */
export function inferWith(inf: Inference, node: With, inferBody: InferBody): void {
  for (const { context, target } of node.items) {
    const callee = context.kind === 'Call' ? context.func : context;
    const name = inf.module.qualifiedName(callee);
    const known = name !== undefined && contexts.test(name);
    if (target || !known) {
      report(inf, target ? 'bytecode' : 'ir', context, {
        kind: 'unsupported-syntax',
        construct: target ? "'with ... as ...'" : "'with'",
        reason: 'only objmode and parallel_chunksize are context managers in compiled code',
      });
    } else if (/objmode/.test(name)) {
      inferObjmode(inf, node, context.kind === 'Call' ? context.keywords : []);
      return;
    } else if (name.endsWith('call_context') && leavesEarly(node)) {
      inf.round.guessed = true;
    }
    if (target) assignTarget(inf, target, undefined);
  }
  inferBody(inf, node.body);
}

const leaving = new Set(['Return', 'Break', 'Continue', 'Yield', 'With']);

function leavesEarly(node: With): boolean {
  return walkBody(node.body).some((each) => leaving.has(each.kind));
}

/** Python code runs the body; what it assigns comes back with the types that `objmode` was told. */
function inferObjmode(inf: Inference, node: With, annotations: readonly Keyword[]): void {
  const refusal = refusedBlock(inf, node);
  if (refusal) {
    refuse(inf, node, refusal.construct, refusal.reason);
    return;
  }
  const inside = new Set<object>(walkBody(node.body));
  for (const name of inside as Set<AstNode>) {
    if (name.kind !== 'Name') continue;
    const version = inf.ssa.form.definitions.get(name);
    if (version) inferOutgoing(inf, node, name, version, annotations, inside);
    else refuseListInput(inf, node, name, inside);
  }
  for (const statement of node.body) if (statement.kind === 'Return') inferReturn(inf, statement);
}

function inferOutgoing(
  inf: Inference,
  node: With,
  name: Name,
  version: Version,
  annotations: readonly Keyword[],
  inside: ReadonlySet<object>,
): void {
  const annotation = annotations.find((each) => each.name === name.id)?.value;
  const type = annotation && annotatedType(inf, annotation);
  if (type) assignVersion(inf, version, type);
  else if (annotation && isUnknownWord(annotation)) {
    refuse(
      inf,
      node,
      `objmode with '${name.id}' of an unknown type`,
      'the text does not name a type of Numba',
    );
  } else if (annotation) inf.round.guessed = true;
  else if (isUsedOutside(inf, version, inside)) {
    const reason = 'missing type annotation on outgoing variable(s)';
    refuse(inf, node, `objmode without the type of '${name.id}'`, reason);
  }
}

function refuse(inf: Inference, node: With, construct: string, reason: string): void {
  report(inf, 'bytecode', node.items[0]!.context, { kind: 'unsupported-syntax', construct, reason });
}

function refusedBlock(inf: Inference, node: With): { construct: string; reason: string } | undefined {
  const inside = walkBody(node.body);
  if (inside.some(({ kind }) => kind === 'Raise' || kind === 'Assert')) {
    return {
      construct: 'raise under objmode',
      reason: 'unsupported control flow due to raise statements inside with block',
    };
  }
  if (inside.some((each) => isEarlyExit(node, inside, each))) {
    return { construct: 'break or continue out of objmode', reason: 'the block can only be left at its end' };
  }
  if (inside.some(({ kind }) => kind === 'Yield' || kind === 'YieldFrom')) {
    return { construct: 'yield under objmode', reason: 'a generator cannot be left from Python code' };
  }
  if (inside.some((each) => each.kind === 'With' && isObjmode(inf, each))) {
    return { construct: 'objmode inside of objmode', reason: 'the body already runs in the interpreter' };
  }
  if (standsInTry(inf, node)) {
    return { construct: 'objmode inside of try', reason: "with's head-block must have exactly 1 JUMP" };
  }
  const inner = inf.function?.qualifiedName.includes('<locals>') && howCompiled(inf.function) === 'plain';
  return inner
    ? { construct: 'objmode in an inner function', reason: 'Unsupported constraint encountered: enter_with' }
    : undefined;
}

/** A `break` or `continue` of a loop around the block; as its last statement it leaves where the block ends anyway. */
function isEarlyExit(block: With, inside: readonly AstNode[], node: AstNode): boolean {
  if ((node.kind !== 'Break' && node.kind !== 'Continue') || node === block.body.at(-1)) return false;
  return !inside.some(
    (each) => (each.kind === 'For' || each.kind === 'While') && walkBody(each.body).includes(node),
  );
}

function isObjmode(inf: Inference, node: With): boolean {
  return node.items.some(({ context }) => {
    const name = inf.module.qualifiedName(context.kind === 'Call' ? context.func : context);
    return name !== undefined && contexts.test(name) && /objmode/.test(name);
  });
}

function standsInTry(inf: Inference, node: With): boolean {
  if (inf.node.kind !== 'FunctionDef') return false;
  return walkBody(inf.node.body).some((each) => each.kind === 'Try' && walkBody(each.body).includes(node));
}

function refuseListInput(inf: Inference, node: With, name: Name, inside: ReadonlySet<object>): void {
  const version = inf.ssa.form.uses.get(name);
  const isInput = version && (!version.node || !inside.has(version.node));
  if (!isInput || inf.versionTypes.get(version)?.kind !== 'list') return;
  refuse(inf, node, `Handing the list '${name.id}' to objmode`, 'lists cannot be inputs of a with-context');
}

function annotatedType(inf: Inference, annotation: Expression): NumbaType | undefined {
  const isText = annotation.kind === 'Constant' && annotation.value.type === 'str';
  const parsed = isText
    ? parseTypeText(String(annotation.value.value), inf.context.numba)
    : typeOfExpression(annotation, inf.module, inf.context.numba);
  return 'value' in parsed ? parsed.value : undefined;
}

function isUnknownWord(annotation: Expression): boolean {
  if (annotation.kind !== 'Constant' || annotation.value.type !== 'str') return false;
  return /^\w*$/.test(annotation.value.value);
}

/** Whether the value is read once the block is left: after it, or in it when a loop comes back to it. */
function isUsedOutside(inf: Inference, version: Version, inside: ReadonlySet<object>): boolean {
  const seen = new Set<string>();
  const reaches = (used: Version, left: boolean): boolean => {
    if (used === version && left) return true;
    const key = `${used.id} ${left}`;
    if (seen.has(key)) return false;
    seen.add(key);
    const leaves = left || (used.isPhi && !meetsInside(inf, used, inside));
    return used.operands.some((operand) => operand && reaches(operand, leaves));
  };
  const { uses, augmentedUses } = inf.ssa.form;
  return [...uses, ...augmentedUses].some(([name, used]) => reaches(used, !inside.has(name)));
}

/** Whether the paths that a phi joins are all of the block's own. */
function meetsInside(inf: Inference, phi: Version, inside: ReadonlySet<object>): boolean {
  return inf.ssa.form.edges.every(
    ({ node, copies }) => inside.has(node) || copies.every((copy) => copy.phi !== phi),
  );
}
