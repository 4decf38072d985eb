import type { Lowering, Value } from '../../lower/lowering';
import { arrayOf, uint64 } from '../../types/numbaType';
import type { PythonSource } from '../libraryFunction';
import rejection from '../random/binomialByRejection.py?raw';
import bits from './bits.py?raw';
import counts from './counts.py?raw';
import distributions from './distributions.py?raw';
import integers from './integers.py?raw';
import ziggurat from './ziggurat.py?raw';

// Functions of one file do not see those of another.
const source: PythonSource = {
  name: 'rng/generator.py',
  text: [bits, ziggurat, distributions, counts, rejection, integers].join('\n\n'),
};

/** A function of this folder's Python on a generator's state. */
export function drawFrom(
  lowering: Lowering,
  generator: Value,
  name: string,
  args: readonly Value[] = [],
): Value {
  const state: Value = { type: arrayOf(uint64, 1), parts: generator.parts };
  return lowering.callPython(source, name, [state, ...args]);
}

/** One of its functions that needs no state. */
export function withoutState(lowering: Lowering, name: string, args: readonly Value[]): Value {
  return lowering.callPython(source, name, args);
}
