import { bool, not, or } from '@jitsight/shared/ir/expressions';
import type { Expression as IrExpression } from '@jitsight/shared/ir/nodes';
import type { TextRange } from '@jitsight/shared/source/range';
import type { ConstantValue } from '../../infer/typedFunction';
import { evaluate } from '../../infer/globals/evaluate';
import type { Match } from '../../parse/ast';
import { parse } from '../../parse/parse';
import { boolean, type NumbaType } from '../../types/numbaType';
import { unliteral } from '../../types/unliteral';
import type { Body } from '../body';
import { putAway } from '../expressions/arguments';
import { lowerTest } from '../expressions/boolean';
import { lowerExpression } from '../expressions/lowerExpression';
import { callLibrary } from '../libraryCall';
import type { Value } from '../lowering';
import { withTemporaries } from '../temporaries';
import { lowerBlock } from './lowerStatement';

/** `match` over constants: the first case that equals the subject, and whose guard holds. */
export function lowerMatch(body: Body, node: Match): boolean {
  const { ir } = body.lowering;
  const subject = putAway(body, lowerExpression(body, node.subject));
  let goesOn = false;
  ir.block((after) => {
    const rest = node.cases.every((clause) => {
      const enter = (): void => {
        if (!lowerBlock(body, clause.body)) return;
        goesOn = true;
        ir.break(after);
      };
      const guarded = clause.guard
        ? () =>
            ir.if(
              withTemporaries(body.lowering, () => ir.hold(lowerTest(body, clause.guard!))),
              enter,
            )
        : enter;
      const test = patternTest(body, subject, clause.pattern);
      if (test) ir.if(test, guarded);
      else guarded();
      return test !== undefined || clause.guard !== undefined;
    });
    if (rest) goesOn = true;
  });
  return goesOn;
}

/** Whether the subject equals one of a pattern's alternatives; undefined for `_`, which takes everything. */
function patternTest(body: Body, subject: Value, pattern: TextRange): IrExpression | undefined {
  const text = body.typed.module.file.slice(pattern).trim();
  const tests: IrExpression[] = [];
  for (const alternative of text.split('|')) {
    if (alternative.trim() === '_') return undefined;
    tests.push(equals(body, subject, constantPattern(body, alternative.trim())));
  }
  return tests.reduce(or);
}

function equals(
  body: Body,
  subject: Value,
  { value, type }: { readonly value: ConstantValue; readonly type: NumbaType },
): IrExpression {
  const { lowering } = body;
  if (value.kind === 'none') return isNone(subject);
  const other = lowering.constant(value, unliteral(type));
  return lowering.truth(callLibrary(lowering, 'operator.eq', [subject, other], boolean));
}

function isNone({ type, parts }: Value): IrExpression {
  return type.kind === 'optional' ? not(parts[0]!) : bool(type.kind === 'none');
}

function constantPattern(body: Body, text: string) {
  const [statement] = parse(text).body;
  const constant =
    statement?.kind === 'ExpressionStatement' &&
    evaluate(statement.value, { name: () => undefined, qualifiedName: () => undefined });
  return constant || body.lowering.notLowered(`the pattern ${text} is not compiled yet`);
}
