/** Milliseconds between laps, by name. */
export class Stopwatch {
  readonly laps: Record<string, number> = {};
  private last = performance.now();

  /** Ends a lap; laps of one name add up. */
  lap(name: string): void {
    const now = performance.now();
    this.laps[name] = (this.laps[name] ?? 0) + now - this.last;
    this.last = now;
  }
}
