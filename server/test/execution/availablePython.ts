import { findInterpreter, type Interpreter, isInterpreter } from '../../src/execution/python/interpreter';

/** The interpreter the tests run programs with; without one they say so, and in CI that is a failure. */
export const python: Interpreter | undefined = await find('NumPy', (one) => one.numpy !== undefined);

/** One with Numba, to measure against it. */
export const numbaPython: Interpreter | undefined = await find('Numba', (one) => one.numba !== undefined);

async function find(
  needed: string,
  suits: (interpreter: Interpreter) => boolean,
): Promise<Interpreter | undefined> {
  for (const chosen of [process.env.JITSIGHT_TEST_PYTHON, undefined, '/usr/bin/python3']) {
    const result = await findInterpreter({ chosen });
    if (isInterpreter(result) && suits(result)) return result;
  }
  const message = `No Python with ${needed} found: the tests that need it do not run.`;
  if (process.env.CI) throw new Error(message);
  console.warn(message);
  return undefined;
}
