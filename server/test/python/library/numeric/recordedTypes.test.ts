import { describe, expect, test } from 'vitest';
import { libraryType, recordedTypes } from './recordedTypes';

describe.each(['0.56', '0.68'])('types as Numba %s gives them', (numba) => {
  const recorded = recordedTypes(numba);
  test.each([...recorded.keys()])('%s', (name) => {
    const differences = recorded.get(name)!.flatMap(({ args, result }) => {
      const found = libraryType(name, args, numba);
      return found === result
        ? []
        : [`${args.join(', ')}: ${found || 'refused'}, Numba ${result || 'refuses'}`];
    });
    expect(differences).toEqual([]);
  });
});
