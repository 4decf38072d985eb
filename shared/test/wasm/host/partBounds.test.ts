import { describe, expect, it } from 'vitest';
import { boundsOf } from '../../../src/wasm/host/partBounds';

describe('bounds of parts', () => {
  it.each([
    [0n, 10n, 3],
    [-5n, 100n, 64],
    [3n, 4n, 1],
    [2n ** 62n, 2n ** 62n + 2n ** 60n + 1n, 64],
  ])('%i to %i in %i parts follow each other and leave nothing out', (first, last, parts) => {
    let at = first;
    for (let part = 0; part < parts; part++) {
      const bounds = boundsOf(first, last, part, parts);
      expect(bounds.first).toBe(at);
      expect(bounds.last >= bounds.first).toBe(true);
      at = bounds.last;
    }
    expect(at).toBe(last);
  });
});
