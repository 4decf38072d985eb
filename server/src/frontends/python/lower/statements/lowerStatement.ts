import type { Expression, Statement } from '../../parse/ast';
import { isTrivial } from '@jitsight/shared/ir/expressions';
import { copyAlong } from '../assignVariable';
import type { Body } from '../body';
import { lowerExpression } from '../expressions/lowerExpression';
import { withTemporaries } from '../temporaries';
import { lowerAnnAssign, lowerAssign, lowerDelete } from './assign';
import { lowerAugAssign } from './augmented';
import { lowerAssert, lowerIf } from './branch';
import { lowerBreak, lowerContinue, lowerFor, lowerWhile } from './loops';
import { lowerRaise } from './raise';
import { lowerReturn } from './return';
import { lowerTry } from './tryExcept';

/** Statements up to the first that control does not go past. Tells whether the end is reached. */
export function lowerBlock(body: Body, statements: readonly Statement[]): boolean {
  for (const statement of statements) {
    const goesOn = body.lowering.ir.at(statement.range, () =>
      withTemporaries(body.lowering, () => lowerStatement(body, statement)),
    );
    if (!goesOn) return false;
  }
  return true;
}

/** Tells whether control goes on to the next statement. */
function lowerStatement(body: Body, node: Statement): boolean {
  switch (node.kind) {
    case 'If':
      return lowerIf(body, node);
    case 'For':
      return lowerFor(body, node);
    case 'While':
      return lowerWhile(body, node);
    case 'Try':
      return lowerTry(body, node);
    case 'Return':
      return lowerReturn(body, node.value);
    case 'Assert':
      return lowerAssert(body, node);
    case 'Match':
      return body.lowering.notLowered('a match that binds a name before its guard is not compiled yet');
    case 'Raise':
      return lowerRaise(body, node);
    case 'Break':
      return lowerBreak(body, node);
    case 'Continue':
      return lowerContinue(body, node);
    default:
      lowerSimple(body, node);
      copyAlong(body, 'tryPoint', node);
      return true;
  }
}

function lowerSimple(body: Body, node: Statement): void {
  switch (node.kind) {
    case 'Assign':
      lowerAssign(body, node);
      break;
    case 'AnnAssign':
      lowerAnnAssign(body, node);
      break;
    case 'AugAssign':
      lowerAugAssign(body, node);
      break;
    case 'ExpressionStatement':
      lowerForEffect(body, node.value);
      break;
    case 'Delete':
      lowerDelete(body, node);
      break;
    case 'With':
      body.lowering.notLowered(
        'code under objmode needs the Python interpreter while it runs: there is no Wasm for it',
      );
      break;
    // Docstrings, `pass`, declarations and inner functions make no code of their own.
    case 'Pass':
    case 'Global':
    case 'Nonlocal':
    case 'Import':
    case 'ImportFrom':
    case 'FunctionDef':
      break;
    default:
      body.lowering.notLowered(`${node.kind} statements are not compiled yet`);
  }
}

function lowerForEffect(body: Body, node: Expression): void {
  if (node.kind === 'Constant') return;
  for (const part of lowerExpression(body, node).parts) {
    if (!isTrivial(part)) body.lowering.ir.evaluate(part);
  }
}
