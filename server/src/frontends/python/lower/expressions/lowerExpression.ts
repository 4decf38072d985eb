import type { Expression as IrExpression } from '@jitsight/shared/ir/nodes';
import type { TextRange } from '@jitsight/shared/source/range';
import type { Attribute, Expression, Name } from '../../parse/ast';
import type { ConstantValue } from '../../infer/typedFunction';
import type { NumbaType } from '../../types/numbaType';
import { unliteral } from '../../types/unliteral';
import type { Body } from '../body';
import { lowerYield } from '../generators';
import { constantOfLiteral } from '../literals';
import type { Value } from '../lowering';
import { lowerBoolOp, lowerIfExp, lowerNot } from './boolean';
import { lowerCompare } from './compare';
import { lowerComprehension } from './comprehension';
import { lowerDisplay } from './display';
import { lowerSlice } from './slice';
import { lowerField, lowerTuple, lowerTupleItem } from './tuple';
import { lowerResolution } from './resolved';
import { assignVersion, copyAlong } from '../assignVariable';

/**
 * The value of an expression. With `defer`, an array that an elementwise operation makes may stay unmade, for the
 * operation around it to join in its loop.
 */
export function lowerExpression(body: Body, node: Expression, defer = false): Value {
  const pinned = body.pinned.get(node);
  if (pinned) return pinned;
  const { ir } = body.lowering;
  return ir.at(node.range, () => {
    const value = lowerNode(body, node, defer);
    if (defer || value.type.kind === 'generator') return value;
    return { type: value.type, parts: value.parts.map((part) => ranged(part, node.range)) };
  });
}

/** The expression's type as inferred. */
export function typeOfNode(body: Body, node: Expression): NumbaType {
  const type = body.typed.types.get(node);
  if (!type) throw new Error(`${body.typed.key}: ${node.kind} at ${node.range.start} has no type`);
  return type;
}

function ranged(part: IrExpression, range: TextRange): IrExpression {
  if (part.range || part.op === 'local' || part.op === 'const') return part;
  return { ...part, range };
}

function lowerNode(body: Body, node: Expression, defer: boolean): Value {
  if (node.kind === 'List' || node.kind === 'Set' || node.kind === 'Dict') return lowerDisplay(body, node);
  const resolution = body.typed.resolutions.get(node);
  const frozen = resolution?.kind === 'typed' ? body.globals.get(resolution.target) : undefined;
  if (frozen && node.kind === 'Name') return frozen;
  if (resolution) return lowerResolution(body, resolution, defer);
  switch (node.kind) {
    case 'Name':
      return readName(body, node, defer);
    case 'Constant':
      return lowerConstant(body, node);
    case 'UnaryOp':
      return lowerNot(body, node);
    case 'BoolOp':
      return lowerBoolOp(body, node);
    case 'IfExp':
      return lowerIfExp(body, node);
    case 'Compare':
      return lowerCompare(body, node, defer);
    case 'Tuple':
      return lowerTuple(body, node);
    case 'Subscript':
      return lowerTupleItem(body, node);
    case 'Slice':
      return lowerSlice(body, node);
    case 'Attribute':
      return lowerField(body, node) ?? lowerBoundMethod(body, node);
    case 'ListComp':
    case 'SetComp':
    case 'DictComp':
      return lowerComprehension(body, node);
    case 'NamedExpr': {
      const value = lowerExpression(body, node.value);
      const version = body.typed.ssa.definitions.get(node.target);
      if (!version) return value;
      assignVersion(body, version, value);
      copyAlong(body, 'tryPoint', node.target);
      return body.variables.of(version);
    }
    case 'Yield':
      return lowerYield(body, node);
    case 'Lambda':
      return { type: typeOfNode(body, node), parts: [] };
    default:
      return lowerWithoutCode(body, node);
  }
}

/** `xs.append` as a value is the list it is bound to. */
function lowerBoundMethod(body: Body, node: Attribute): Value {
  const type = typeOfNode(body, node);
  if (type.kind !== 'boundFunction') return lowerWithoutCode(body, node);
  return { type, parts: lowerExpression(body, node.value).parts };
}

/** What has no scalars needs no code: the name of a function, module or type. */
function lowerWithoutCode(body: Body, node: Expression): Value {
  const type = typeOfNode(body, node);
  const value = { type, parts: [] };
  if (body.lowering.valueTypeOf(type).kind === 'none') return value;
  return body.lowering.notLowered(`${node.kind} expressions of this type are not compiled yet`);
}

export function readName(body: Body, node: Name, defer = false): Value {
  const { ssa } = body.typed;
  const version = ssa.uses.get(node) ?? ssa.augmentedUses.get(node);
  const unmade = version && body.unmade.get(version);
  if (unmade) return defer ? unmade : { type: unmade.type, parts: unmade.parts };
  const literal = version?.isPhi && body.typed.versionTypes.get(version);
  // Numba knows the value of a literal type, also on the paths that assign nothing.
  if (literal && literal.kind === 'literal') {
    const constant = { kind: literal.literal, value: literal.value } as ConstantValue;
    return body.lowering.constant(constant, unliteral(literal));
  }
  if (version) return { type: body.variables.of(version).type, parts: body.variables.of(version).parts };
  const meaning = body.typed.module.resolve(node);
  if (meaning.kind === 'captured' || meaning.kind === 'local') {
    const captured = body.variables.captured(meaning.symbol);
    if (captured) return { type: captured.type, parts: captured.parts };
  }
  return lowerWithoutCode(body, node);
}

function lowerConstant(body: Body, node: Expression & { kind: 'Constant' }): Value {
  const type = typeOfNode(body, node);
  const constant = constantOfLiteral(node);
  if (constant) return body.lowering.constant(constant, type);
  return lowerWithoutCode(body, node);
}
