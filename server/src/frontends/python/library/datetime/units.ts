import type { DateUnit } from '../../types/numbaType';

/** NumPy's codes, coarse to fine; the gap at 3 is NumPy's own. */
const codes: Record<DateUnit, number> = {
  Y: 0,
  M: 1,
  W: 2,
  D: 4,
  h: 5,
  m: 6,
  s: 7,
  ms: 8,
  us: 9,
  ns: 10,
  ps: 11,
  fs: 12,
  as: 13,
  '': 14,
};

/** How many of the next finer unit make one; a month has no fixed number of days. */
const steps: readonly (readonly [from: DateUnit, to: DateUnit, factor: bigint])[] = [
  ['Y', 'M', 12n],
  ['W', 'D', 7n],
  ['D', 'h', 24n],
  ['h', 'm', 60n],
  ['m', 's', 60n],
  ['s', 'ms', 1000n],
  ['ms', 'us', 1000n],
  ['us', 'ns', 1000n],
  ['ns', 'ps', 1000n],
  ['ps', 'fs', 1000n],
  ['fs', 'as', 1000n],
];

/** NumPy's safe cast between timedelta units: to finer ones, but not out of months and years. */
export function canCastUnits(from: DateUnit, to: DateUnit): boolean {
  if (from === to || from === '') return true;
  if (to === '' || codes[from] > codes[to]) return false;
  return !(codes[from] <= 1 && codes[to] > 1);
}

export function areComparableUnits(a: DateUnit, b: DateUnit): boolean {
  return canCastUnits(a, b) || canCastUnits(b, a);
}

/** The unit of a datetime and a timedelta added; undefined where that is forbidden. */
export function combinedUnit(date: DateUnit, delta: DateUnit): DateUnit | undefined {
  if (date === '') return delta;
  if (delta === '') return date;
  if (codes[delta] < 2 && codes[date] >= 2) return undefined;
  return codes[date] > codes[delta] ? date : delta;
}

/** The finer of two. */
export function finerUnit(a: DateUnit, b: DateUnit): DateUnit {
  if (a === '') return b;
  if (b === '') return a;
  return codes[b] > codes[a] ? b : a;
}

/** How many `to` make one `from`; undefined where that is no whole fixed number. */
export function unitFactor(from: DateUnit, to: DateUnit): bigint | undefined {
  if (from === '' || from === to) return 1n;
  let unit: DateUnit = from;
  let factor = 1n;
  while (codes[unit] < codes[to]) {
    const step = steps.find(([coarse]) => coarse === unit);
    if (!step) return undefined;
    factor *= step[2];
    unit = step[1];
  }
  return unit === to ? factor : undefined;
}

/** Years and months must be counted in days or weeks before they meet a finer unit. */
export function isCalendarUnit(unit: DateUnit): boolean {
  return unit === 'Y' || unit === 'M';
}
