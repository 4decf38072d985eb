import { not } from '@jitsight/shared/ir/expressions';
import type { Assert, If } from '../../parse/ast';
import { copyAlong, hasCopies } from '../assignVariable';
import type { Body } from '../body';
import { lowerTest } from '../expressions/boolean';
import { withTemporaries } from '../temporaries';
import { lowerBlock } from './lowerStatement';
import { raiseError } from './raise';

export function lowerIf(body: Body, node: If): boolean {
  const decided = body.typed.decidedTests.get(node) ?? body.typed.decidedTests.get(node.test);
  if (decided !== undefined) return lowerBranch(body, node, decided);
  const { lowering } = body;
  const test = withTemporaries(lowering, () => {
    const value = lowerTest(body, node.test);
    // Releasing what the test made must not come between the test and its use.
    return lowering.temporaries.owned.length > 0 ? lowering.ir.hold(value, 'test') : value;
  });
  let goesOn = false;
  const branch = (taken: boolean) => () => {
    if (lowerBranch(body, node, taken)) goesOn = true;
  };
  if (node.orelse.length > 0 || hasCopies(body, 'elseEnd', node)) {
    lowering.ir.if(test, branch(true), branch(false));
  } else {
    lowering.ir.if(test, branch(true));
    goesOn = true;
  }
  return goesOn;
}

function lowerBranch(body: Body, node: If, taken: boolean): boolean {
  const goesOn = lowerBlock(body, taken ? node.body : node.orelse);
  if (goesOn) copyAlong(body, taken ? 'thenEnd' : 'elseEnd', node);
  return goesOn;
}

export function lowerAssert(body: Body, node: Assert): boolean {
  const message = node.message ? [node.message] : [];
  const decided = body.typed.decidedTests.get(node) ?? body.typed.decidedTests.get(node.test);
  if (decided === false) raiseError(body, 'AssertionError', message);
  else if (decided === undefined) {
    const test = lowerTest(body, node.test);
    body.lowering.ir.if(not(test), () => raiseError(body, 'AssertionError', message));
  }
  return decided !== false;
}
