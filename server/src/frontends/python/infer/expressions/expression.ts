import type { Expression } from '../../parse/ast';
import type { NumbaType } from '../../types/numbaType';
import { widen } from '../../types/unify';
import { escapeClosure } from '../calls/escape';
import { type Inference, reach } from '../inference';
import { inferAttribute } from './attributes';
import { inferCall } from './calls';
import { inferCompare } from './comparisons';
import { inferComprehension } from './comprehensions';
import { inferBoolOp, inferIfExp } from './conditions';
import { inferConstant } from './constants';
import { inferDict, inferList, inferSet, inferTuple } from './displays';
import { inferName } from './names';
import { inferBinOp, inferUnaryOp } from './operators';
import { inferJoinedStr } from './strings';
import { inferSlice, inferSubscript } from './subscripts';
import { inferNamedExpr, inferYield, unsupportedExpression } from './unsupported';

/** The type of an expression, or undefined while it is not known or after a problem. */
export function inferExpression(inf: Inference, node: Expression): NumbaType | undefined {
  reach(inf, node);
  const found = typeOf(inf, node);
  if (!found) return undefined;
  const refined = inf.refined.get(node);
  const type = (refined && widen(found, refined)) ?? found;
  inf.round.types.set(node, type);
  return type;
}

function typeOf(inf: Inference, node: Expression): NumbaType | undefined {
  switch (node.kind) {
    case 'Constant':
      return inferConstant(inf, node);
    case 'Name':
      return inferName(inf, node);
    case 'BinOp':
      return inferBinOp(inf, node);
    case 'UnaryOp':
      return inferUnaryOp(inf, node);
    case 'BoolOp':
      return inferBoolOp(inf, node);
    case 'IfExp':
      return inferIfExp(inf, node);
    case 'Compare':
      return inferCompare(inf, node);
    case 'Call':
      return inferCall(inf, node);
    case 'Attribute':
      return inferAttribute(inf, node);
    case 'Subscript':
      return inferSubscript(inf, node);
    case 'Slice':
      return inferSlice(inf, node);
    case 'Tuple':
      return inferTuple(inf, node);
    case 'List':
      return inferList(inf, node);
    case 'Set':
      return inferSet(inf, node);
    case 'Dict':
      return inferDict(inf, node);
    case 'ListComp':
    case 'SetComp':
    case 'DictComp':
      return inferComprehension(inf, node);
    case 'JoinedStr':
      return inferJoinedStr(inf, node);
    case 'NamedExpr':
      return inferNamedExpr(inf, node);
    case 'Yield':
      return inferYield(inf, node);
    case 'Lambda':
      return inf.round.discarded.has(node)
        ? { kind: 'closure', node, id: 0 }
        : escapeClosure(inf, node, node);
    default:
      return unsupportedExpression(inf, node);
  }
}
