import { describe, expect, test } from 'vitest';
import { exact, type Tolerance } from '../../../../src/execution/encoding/compare';
import { difference, type RecordedCase, recordedCases, typeDifference } from './recordedCases';

// BLAS and LAPACK round otherwise; what is 0 but for rounding is compared absolutely.
const linear: Tolerance = { ulp: 4, absolute: 1e-12 };
const single: Tolerance = { ulp: 4, absolute: 4e-6 };
const math: Tolerance = { ulp: 2, absolute: 1e-15 };

const lists = ['linear', 'shaping', 'statistics', 'random'] as const;

function toleranceOf(list: string, family: string): Tolerance {
  if (family === 'single precision') return single;
  if (family === 'eigenvalues') return { ...linear, ulp: 64 };
  if (family === 'ranges' || list === 'random') return math;
  return list === 'linear' || family === 'covariance' ? linear : exact;
}

async function differences(
  cases: readonly RecordedCase[],
  compare: (each: RecordedCase) => Promise<string | undefined>,
): Promise<string[]> {
  const found: string[] = [];
  const together = [...cases].sort((a, b) => keyOf(a).localeCompare(keyOf(b)));
  for (const each of together) {
    const difference = await compare(each);
    if (difference) found.push(`${each.source.trim()} ${each.signature}: ${difference}`);
  }
  return found;
}

const keyOf = (each: RecordedCase): string => `${each.source} ${each.signature}`;

// Draws changed since 0.56, and not their types alone.
const compared = [...lists.map((list) => ['0.68', list] as const), ['0.56', 'random']] as const;

describe.each(compared)('types and values as Numba %s gives them: %s', (numba, list) => {
  const recorded = recordedCases(numba, list);
  test.each([...recorded.keys()])(
    '%s',
    async (family) => {
      const options = { numba, optimizeLevel: 0 } as const;
      const tolerance = toleranceOf(list, family);
      expect(
        await differences(recorded.get(family)!, (each) => difference(each, options, tolerance)),
      ).toEqual([]);
    },
    120_000,
  );
});

describe.each(['linear', 'shaping'])('%s: types as Numba 0.56 gives them', (list) => {
  const recorded = recordedCases('0.56', list);
  test.each([...recorded.keys()])(
    '%s',
    async (family) => {
      const compare = (each: RecordedCase) => typeDifference(each, { numba: '0.56' });
      expect(await differences(recorded.get(family)!, compare)).toEqual([]);
    },
    60_000,
  );
});
