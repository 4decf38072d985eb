import { boundNames, walkAll } from '../advice/childNodes';
import type { BoundFunction } from '../bind/boundModule';
import type { Problem } from '../infer/problem';
import type { Version } from '../infer/ssa';
import type { TypedFunction } from '../infer/typedFunction';
import type { AstNode, Expression, For, Name, While } from '../parse/ast';
import type { NumbaType } from '../types/numbaType';
import { unliteral } from '../types/unliteral';
import type { AnalysisSession } from '../units/session';
import { nodesInLoops } from './loopWalk';

/** Products like a factorial's, which pass 2**63 soon: an integer times what the loop counts with. */
export function checkOverflow(fn: BoundFunction, typed: TypedFunction): readonly Problem[] {
  const told = new Set<string>();
  return nodesInLoops(fn.node.body).flatMap(({ node, loops }): Problem[] => {
    const product = growingProduct(node);
    const loop = loops.at(-1);
    if (!product || !loop || told.has(product.target.id)) return [];
    const start = startOf(product.target, fn);
    const type = typed.types.get(product.factor);
    if (!start || !type || unliteral(type).kind !== 'int' || !countsWith(loop, product.factor, fn)) return [];
    if (isReduced(loop, product.target.id)) return [];
    told.add(product.target.id);
    return [
      {
        kind: 'integer-overflow',
        range: node.range,
        function: fn,
        subject: product.target.id,
        related: [
          {
            range: start.range,
            role: 'assigned',
            type: { kind: 'int', bits: 64, signed: true },
            subject: product.target.id,
          },
        ],
      },
    ];
  });
}

/** `r *= i`, `r = r * i`. */
function growingProduct(node: AstNode): { readonly target: Name; readonly factor: Name } | undefined {
  if (node.kind === 'AugAssign') {
    const { target, op, value } = node;
    return op === '*' && target.kind === 'Name' && value.kind === 'Name'
      ? { target, factor: value }
      : undefined;
  }
  if (node.kind !== 'Assign' || node.value.kind !== 'BinOp' || node.value.op !== '*') return undefined;
  const [target] = node.targets;
  const { left, right } = node.value;
  if (target?.kind !== 'Name' || left.kind !== 'Name' || right.kind !== 'Name') return undefined;
  if (left.id === target.id) return { target, factor: right };
  return right.id === target.id ? { target, factor: left } : undefined;
}

/** The integer that an accumulator starts as. */
export function startOf({ id }: Name, fn: BoundFunction): Expression | undefined {
  const starts = walkAll(fn.node.body).flatMap((node): Expression[] =>
    node.kind === 'Assign' && node.targets.some((one) => one.kind === 'Name' && one.id === id)
      ? [node.value]
      : [],
  );
  const first = starts[0];
  return first?.kind === 'Constant' && first.value.type === 'int' && first.value.value !== 0n
    ? first
    : undefined;
}

function countsWith(loop: For | While, factor: Name, fn: BoundFunction): boolean {
  if (loop.kind === 'For') {
    const range = loop.iter.kind === 'Call' ? fn.module.qualifiedName(loop.iter.func) : undefined;
    return range === 'builtins.range' && boundNames(loop.target).includes(factor.id);
  }
  return walkAll(loop.body).some(
    (node) =>
      node.kind === 'AugAssign' &&
      (node.op === '+' || node.op === '-') &&
      node.target.kind === 'Name' &&
      node.target.id === factor.id,
  );
}

/** A remainder or a mask keeps it small: wrapping is meant. */
function isReduced(loop: For | While, name: string): boolean {
  return walkAll(loop.body).some((node) => {
    const [op, target, left] =
      node.kind === 'AugAssign'
        ? [node.op, node.target, undefined]
        : node.kind === 'BinOp'
          ? [node.op, undefined, node.left]
          : [];
    const about = target ?? left;
    if (op !== '%' && op !== '&') return false;
    return about !== undefined && walkAll([about]).some((one) => one.kind === 'Name' && one.id === name);
  });
}

/** `a ** b` of integers where a call passes a negative `b`. */
export function checkPowerArguments(
  fn: BoundFunction,
  typed: () => TypedFunction,
  session: AnalysisSession,
): readonly Problem[] {
  const isInteger = (node: Expression) => {
    const type = typed().types.get(node);
    return !!type && unliteral(type).kind === 'int';
  };
  return walkAll(fn.node.body).flatMap((node): Problem[] => {
    if (node.kind !== 'BinOp' || node.op !== '**' || node.right.kind !== 'Name') return [];
    const { id } = node.right;
    const position = fn.node.params.findIndex((one) => one.name === id);
    if (position < 0) return [];
    const call = session.linked
      .callSites(fn)
      .map((site) => site.call)
      .find(({ args }) => isNegativeConstant(args[position]));
    if (!call || !isInteger(node.left) || !isInteger(node.right)) return [];
    const related = [{ range: call.args[position]!.range, role: 'argument' as const, subject: id }];
    return [{ kind: 'integer-negative-power', range: node.range, function: fn, related }];
  });
}

export function isNegativeConstant(expression: Expression | undefined): boolean {
  if (expression?.kind !== 'UnaryOp' || expression.op !== '-' || expression.operand.kind !== 'Constant')
    return false;
  const { value } = expression.operand;
  return value.type === 'int' && value.value > 0n;
}

/** A variable that is uint64 on one path and a signed integer on another: it becomes float64, without a word. */
export function checkUnsignedMix(fn: BoundFunction, typed: TypedFunction): readonly Problem[] {
  const told = new Set<object>();
  return [...typed.versionTypes].flatMap(([version, type]): Problem[] => {
    if (!version.isPhi || told.has(version.symbol) || type.kind !== 'float') return [];
    const parts = mergedTypes(version, typed, new Set());
    const unsigned = parts.find(({ type: one }) => one.kind === 'int' && !one.signed && one.bits === 64);
    const signed = parts.find(({ type: one }) => one.kind === 'int' && one.signed);
    if (!unsigned || !signed || parts.some(({ type: one }) => one.kind !== 'int')) return [];
    told.add(version.symbol);
    const at = signed.range ?? unsigned.range;
    if (!at) return [];
    const related = parts.flatMap(({ range, type: one }) =>
      range ? [{ range, role: 'assigned' as const, type: one, subject: version.symbol.name }] : [],
    );
    return [{ kind: 'unsigned-mix', range: at, function: fn, subject: version.symbol.name, related }];
  });
}

interface Part {
  readonly type: NumbaType;
  readonly range?: Name['range'];
}

function mergedTypes(version: Version, typed: TypedFunction, seen: Set<Version>): readonly Part[] {
  if (seen.has(version)) return [];
  seen.add(version);
  if (version.isPhi) return version.operands.flatMap((one) => (one ? mergedTypes(one, typed, seen) : []));
  const type = typed.versionTypes.get(version);
  const definition = [...typed.ssa.definitions].find(([, one]) => one === version)?.[0];
  const range = definition?.range ?? version.symbol.bindings.find((one) => one.kind === 'parameter')?.range;
  return type ? [{ type: unliteral(type), range }] : [];
}
