import { SourceFile } from '@jitsight/shared/source/sourceFile';
import { beforeAll, expect, it } from 'vitest';
import { pythonFrontend } from '../../src/frontends/python/pythonFrontend';

beforeAll(() => pythonFrontend.start());

const settings = { numba: '0.68', numbaSource: 'default', rules: {} } as const;

function stepsOf(functions: number, neighbours: number): number {
  const body = Array.from(
    { length: functions },
    (_, i) => `@njit\ndef f${i}(x):\n    return x\n\n\nf${i}(1)\n`,
  );
  const file = new SourceFile('file:///a.py', `from numba import njit\n\n\n${body.join('\n\n')}`);
  const others = Array.from(
    { length: neighbours },
    (_, i) => new SourceFile(`file:///other${i}.py`, 'x = 1\n'),
  );
  const steps = pythonFrontend.analyze(file, settings, { files: [file, ...others] });
  let count = 0;
  while (!steps.next().done) count++;
  return count;
}

it('can be stopped between files, and twice for each function: typed, and put into words', () => {
  const least = stepsOf(1, 0);
  expect(stepsOf(11, 0)).toBe(least + 20);
  expect(stepsOf(1, 30)).toBe(least + 30);
});
