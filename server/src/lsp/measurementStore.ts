import type { Measurement } from '../execution/measurement';

/** Measurements by function and by specialisation key: an edit hides one, undoing the edit brings it back. */
export class MeasurementStore {
  private readonly byKey = new Map<string, Measurement>();
  private readonly lastKey = new Map<string, string>();

  put(uri: string, functionName: string, measurement: Measurement): void {
    this.byKey.set(measurement.key, measurement);
    this.lastKey.set(`${uri}#${functionName}`, measurement.key);
  }

  /** The measurement of exactly this code, if there is one. */
  current(key: string): Measurement | undefined {
    return this.byKey.get(key);
  }

  /** The last measurement of the function, perhaps of older code. */
  last(uri: string, functionName: string): Measurement | undefined {
    return this.byKey.get(this.lastKey.get(`${uri}#${functionName}`) ?? '');
  }
}
