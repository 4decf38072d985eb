import type { MeasureResult } from '../../execution/measure';
import type { FunctionUnit, Specialization } from '../../frontends/frontend';

/** The specialisation a function is shown with: the measured one, else the first that compiles, else the first. */
export function shownSpecialization(unit: FunctionUnit, result?: MeasureResult): Specialization | undefined {
  const signature = result && 'measurement' in result ? result.measurement.signature : undefined;
  return (
    unit.specializations.find((one) => one.signature === signature) ??
    unit.specializations.find((one) => one.verdict === 'compiles') ??
    unit.specializations[0]
  );
}
