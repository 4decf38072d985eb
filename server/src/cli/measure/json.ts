import type { MeasureResult } from '../../execution/measure';
import type { Measurement } from '../../execution/measurement';

/** The stable JSON form of `jitsight measure`; functions that could not be measured are listed apart. */
export function measureJson(results: readonly MeasureResult[]): object {
  return {
    measurements: results.flatMap((one) => ('measurement' in one ? [measurementJson(one.measurement)] : [])),
    failures: results.flatMap((one) =>
      'problem' in one ? [{ function: one.function, message: one.problem }] : [],
    ),
  };
}

function measurementJson({ key: _, ...measurement }: Measurement): object {
  return measurement;
}
