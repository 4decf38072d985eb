import type { Expression } from '../parse/ast';
import { decideTests } from './decide/decideTests';
import { decideByType } from './decide/decideByType';
import { inferBody } from './statements/body';
import { type Inference, startRound } from './inference';
import { buildSsa } from './ssa/buildSsa';
import { seedParameters } from './parameters';
import { inferExpression } from './expressions/expression';
import { none } from '../types/numbaType';
import { unliteral } from '../types/unliteral';

// Types grow only so often; a growing tuple in a loop would grow for ever.
const maxRounds = 60;

/** Types the function until nothing changes, then again with what tests the types decided. Its SSA stands, with no test decided. */
export function runInference(inf: Inference): void {
  for (const stage of ['folded', 'early', 'late'] as const) {
    if (decideTests(inf, stage)) rebuild(inf);
  }
  propagate(inf);
  for (let again = 0; again < 5 && decideByType(inf); again++) {
    rebuild(inf);
    if (decideTests(inf, 'late')) rebuild(inf);
    inf.versionTypes.clear();
    inf.definedBy.clear();
    inf.refined.clear();
    propagate(inf);
  }
}

function rebuild(inf: Inference): void {
  inf.ssa = buildSsa(inf.module, inf.node, inf.context.numba, (test: Expression) => {
    const value = inf.decided.get(test);
    const late = inf.decidedLate.has(test);
    if (value !== undefined) return { value, late };
    return inf.decidedEntry.has(test) ? { value: true, late: true, firstOnly: true } : undefined;
  });
}

function propagate(inf: Inference): void {
  for (let round = 0; round < maxRounds; round++) {
    inf.round = startRound();
    seedParameters(inf);
    inferOnce(inf);
    for (const { type } of inf.round.returns) noteReturn(inf, type);
    if (!inf.round.changed) return;
  }
}

function inferOnce(inf: Inference): void {
  if (inf.node.kind === 'FunctionDef') {
    inferBody(inf, inf.node.body);
    if (inf.ssa.fallsThrough) inf.round.returns.push({ node: inf.node, type: none });
    return;
  }
  const type = inferExpression(inf, inf.node.body);
  if (type) inf.round.returns.push({ node: inf.node.body, type });
  else inf.round.untypedReturn = true;
}

function noteReturn(inf: Inference, type: Inference['returnTypes'][number]): void {
  const plain = unliteral(type);
  inf.returnTypes.push(plain);
}
