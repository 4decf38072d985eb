import { describe, expect, test } from 'vitest';
import { exact, type Tolerance } from '../../../../src/execution/encoding/compare';
import { difference, recordedCases } from './recordedCases';

// The math library that Numba calls rounds some last places otherwise, and lgamma cancels between its poles.
const nearly: Tolerance = { ulp: 2, absolute: 1e-15 };
const tolerances: Readonly<Record<string, Tolerance>> = { math: nearly, ufuncs: nearly };

describe.each(['0.56', '0.68'])('functions as Numba %s compiles and runs them', (numba) => {
  const recorded = recordedCases(numba);
  test.each([...recorded.keys()])(
    '%s',
    async (family) => {
      const differences: string[] = [];
      for (const each of recorded.get(family)!) {
        const found = await difference(each, { numba, optimizeLevel: 0 }, tolerances[family] ?? exact);
        if (found) differences.push(`${each.source.trim()} ${each.signature}: ${found}`);
      }
      expect(differences).toEqual([]);
    },
    120_000,
  );
});
