import type { BoundFunction } from '../bind/boundModule';
import type { Problem } from '../infer/problem';
import type { TypedFunction } from '../infer/typedFunction';
import type { AnalysisSession } from '../units/session';
import { checkArrayCosts, checkContiguity, checkReshapes } from './arrayCostChecks';
import { checkBounds, checkGivenArrays } from './boundsChecks';
import { checkHeader } from './headerChecks';
import { checkOverflow, checkPowerArguments, checkUnsignedMix } from './integerChecks';
import { checkParallelism } from './parallelChecks';
import { checkPrangeIndex } from './prangeIndexChecks';
import { checkText } from './textChecks';
import { checkUnbound } from './unboundChecks';
import { checkIntegerPower } from './valueChecks';

/** What the types of one specialisation give away beyond whether it compiles, whoever calls it. */
export function typedProblems(fn: BoundFunction, typed: TypedFunction): readonly Problem[] {
  return [
    ...checkIntegerPower(fn, typed),
    ...checkOverflow(fn, typed),
    ...checkUnsignedMix(fn, typed),
    ...checkParallelism(fn, typed),
    ...checkPrangeIndex(fn, typed),
    ...checkUnbound(fn, typed),
    ...checkBounds(fn, typed),
    ...checkText(fn, typed),
    ...checkArrayCosts(fn, typed),
    ...checkContiguity(fn, typed),
    ...checkReshapes(fn, typed),
  ];
}

/** What the calls of the function give away, with the types of one specialisation where they matter. */
export function calledProblems(
  fn: BoundFunction,
  typed: () => TypedFunction,
  session: AnalysisSession,
): readonly Problem[] {
  return [
    ...checkPowerArguments(fn, typed, session),
    ...checkGivenArrays(fn, typed, session),
    ...checkHeader(fn, session),
  ];
}
