import type { Expression, JoinedStr } from '../../parse/ast';
import { type NumbaType, unicode } from '../../types/numbaType';
import { unliteral } from '../../types/unliteral';
import { type Argument, expressionArgument } from '../calls/argument';
import { callLibrary } from '../calls/libraryCall';
import { type Inference, report } from '../inference';
import { inferExpression } from './expression';

/** Numba formats each value of an f-string as `str` does; conversions and format specifications are refused. */
export function inferJoinedStr(inf: Inference, node: JoinedStr): NumbaType | undefined {
  const pieces: Argument[] = [];
  let complete = true;
  for (const piece of node.values) {
    if (typeof piece === 'string') {
      pieces.push({
        type: { kind: 'literal', literal: 'str', value: piece },
        source: { kind: 'constant', value: { kind: 'str', value: piece } },
      });
      continue;
    }
    if (piece.conversion || piece.formatSpec) {
      report(inf, 'bytecode', node, {
        kind: 'unsupported-syntax',
        construct: 'An f-string with a conversion or format specification',
        numbaOpcode: 'FORMAT_VALUE',
      });
      complete = false;
      continue;
    }
    const type = inferExpression(inf, piece.value);
    if (!type) complete = false;
    else if (isFormattable(inf, piece.value, type)) pieces.push(expressionArgument(piece.value, type));
    else {
      report(inf, 'typing', piece.value, { kind: 'unsupported-argument', callee: 'str', types: [type] });
      complete = false;
    }
  }
  if (!complete) return undefined;
  const outcome = callLibrary(inf, 'builtins.format', pieces);
  if (outcome.kind === 'typed') inf.round.resolutions.set(node, outcome.resolution);
  return unicode;
}

// What `str` takes, in this version.
function isFormattable(inf: Inference, node: Expression, type: NumbaType): boolean {
  if (unliteral(type).kind === 'unicode') return true;
  const outcome = callLibrary(inf, 'builtins.str', [expressionArgument(node, type)]);
  return outcome.kind === 'typed' || outcome.kind === 'pending';
}
