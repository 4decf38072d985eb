import { i64, nullPointer } from '@jitsight/shared/ir/expressions';
import type { Lowering, Value } from '../../lower/lowering';
import { arrayOf, float64, int64, type NumbaType } from '../../types/numbaType';
import type { PythonSource } from '../libraryFunction';
import rejection from './binomialByRejection.py?raw';
import distributions from './distributions.py?raw';
import generator from './generator.py?raw';

// Functions of one file do not see those of another.
const source: PythonSource = {
  name: 'random/generator.py',
  text: [generator, rejection, distributions].join('\n\n'),
};

/** NumPy's and Python's generators keep states of their own. */
export type Generator = 'numpy' | 'python';

const words = 626;
const spares = 2;

/** A function of `generator.py` or `distributions.py` on that generator's state. */
export function draw(lowering: Lowering, which: Generator, name: string, args: readonly Value[] = []): Value {
  const state = [
    memory(lowering, `random.${which}`, int64, words),
    memory(lowering, `random.${which}.spare`, float64, spares),
  ];
  return lowering.callPython(source, name, [...state, ...args]);
}

function memory(lowering: Lowering, name: string, element: NumbaType, count: number): Value {
  return lowering.arrayView(arrayOf(element, 1), {
    meminfo: nullPointer,
    data: lowering.workspace(name, 8 * count),
    shape: [i64(count)],
    strides: [i64(8)],
  });
}
