import type { Comprehension, DictComp, Expression, ListComp, SetComp } from '../../parse/ast';
import { none, type NumbaType } from '../../types/numbaType';
import { unliteral } from '../../types/unliteral';
import { copyAlong } from '../assignVariable';
import type { Body } from '../body';
import { callLibrary } from '../libraryCall';
import type { Value } from '../lowering';
import { assignTarget } from '../statements/assign';
import { iterateOver } from '../statements/iteration';
import { withTemporaries } from '../temporaries';
import { lowerTest } from './boolean';
import { displayName } from './display';
import { lowerExpression, typeOfNode } from './lowerExpression';

type ContainerComprehension = ListComp | SetComp | DictComp;

/** Builds the container and adds an item for each pass through the innermost loop. */
export function lowerComprehension(body: Body, node: ContainerComprehension): Value {
  const { lowering } = body;
  const type = unliteral(typeOfNode(body, node));
  const container = lowering.hold(callLibrary(lowering, displayName(node), [], type), 'result');
  lowerClauses(body, node.generators, 0, () => addItem(body, node, { type, parts: container.parts }));
  return { type, parts: container.parts };
}

function lowerClauses(
  body: Body,
  clauses: readonly Comprehension[],
  index: number,
  innermost: () => void,
): void {
  const clause = clauses[index];
  if (!clause) {
    withTemporaries(body.lowering, innermost);
    return;
  }
  copyAlong(body, 'loopEntry', clause);
  iterateOver(body, clause, clause.iter, clause.target, (item) => {
    withTemporaries(body.lowering, () => assignTarget(body, clause.target, item));
    whenAll(body, clause.ifs, () => lowerClauses(body, clauses, index + 1, innermost));
    copyAlong(body, 'loopBack', clause);
  });
}

function whenAll(body: Body, conditions: readonly Expression[], then: () => void): void {
  const [condition, ...others] = conditions;
  if (!condition) {
    then();
    return;
  }
  const { ir } = body.lowering;
  const test = withTemporaries(body.lowering, () => ir.hold(lowerTest(body, condition)));
  ir.if(test, () => whenAll(body, others, then));
}

function addItem(body: Body, node: ContainerComprehension, container: Value): void {
  const { lowering } = body;
  const value = (expression: Expression, type: NumbaType) =>
    lowering.hold(lowering.cast(lowerExpression(body, expression), type));
  const { type } = container;
  if (node.kind === 'DictComp' && type.kind === 'typedDict') {
    const key = value(node.key, type.key);
    callLibrary(lowering, 'operator.setitem', [container, key, value(node.value, type.value)], none);
  } else if (node.kind !== 'DictComp' && (type.kind === 'list' || type.kind === 'set')) {
    const name = node.kind === 'ListComp' ? 'list.append' : 'set.add';
    callLibrary(lowering, name, [container, value(node.element, type.element)], none);
  } else {
    lowering.notLowered('this comprehension is not compiled yet');
  }
}
