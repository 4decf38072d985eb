import type { BoundFunction } from '../bind/boundModule';
import type { Problem } from '../infer/problem';
import type { TypedFunction } from '../infer/typedFunction';
import type { AnalysisSession } from '../units/session';
import { checkArrayCosts, checkContiguity, checkReshapes } from './arrayCostChecks';
import { checkBounds } from './boundsChecks';
import { checkHeader } from './headerChecks';
import { checkOverflow, checkPowerArguments, checkUnsignedMix } from './integerChecks';
import { checkParallelism } from './parallelChecks';
import { checkPrangeIndex } from './prangeIndexChecks';
import { checkText } from './textChecks';
import { checkUnbound } from './unboundChecks';
import { checkIntegerPower } from './valueChecks';

/** What the types of one specialisation give away beyond whether it compiles. */
export function typedProblems(
  fn: BoundFunction,
  typed: TypedFunction,
  session: AnalysisSession,
): readonly Problem[] {
  return [
    ...checkIntegerPower(fn, typed),
    ...checkPowerArguments(fn, typed, session),
    ...checkOverflow(fn, typed),
    ...checkUnsignedMix(fn, typed),
    ...checkParallelism(fn, typed),
    ...checkPrangeIndex(fn, typed),
    ...checkUnbound(fn, typed),
    ...checkBounds(fn, typed, session),
    ...checkHeader(fn, session),
    ...checkText(fn, typed),
    ...checkArrayCosts(fn, typed),
    ...checkContiguity(fn, typed),
    ...checkReshapes(fn, typed),
  ];
}
