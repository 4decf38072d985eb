import type { Measurement } from '../execution/measurement';
import type { FunctionUnit } from '../frontends/frontend';

/** Measurements by function and by specialisation key: an edit hides one, undoing the edit brings it back. */
export class MeasurementStore {
  private readonly byKey = new Map<string, Measurement>();
  private readonly lastKey = new Map<string, string>();

  put(uri: string, functionName: string, measurement: Measurement): void {
    this.byKey.set(measurement.key, measurement);
    this.lastKey.set(`${uri}#${functionName}`, measurement.key);
  }

  /** The measurement of exactly this code, for any of the types it is known to be called with. */
  ofUnit(unit: FunctionUnit): Measurement | undefined {
    for (const { key } of unit.specializations) {
      const measured = this.byKey.get(key);
      if (measured) return measured;
    }
    return undefined;
  }

  /** The last measurement of the function, perhaps of older code. */
  last(uri: string, functionName: string): Measurement | undefined {
    return this.byKey.get(this.lastKey.get(`${uri}#${functionName}`) ?? '');
  }
}
