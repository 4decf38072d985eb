import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { usageFailure } from '../server/src/cli/failure';

/** One program of `bench/kernels`: the function of the file's name, and what makes its arguments. */
export interface Kernel {
  readonly name: string;
  readonly path: string;
  readonly source: string;
  /** What it is there for, in one sentence. */
  readonly about: string;
  /** What compiled code gets as `make_arguments(size)`, and what plain Python gets. */
  readonly size: number;
  readonly smallSize: number;
  /** Without `work(size)` work grows as the size does. */
  readonly hasWork: boolean;
  readonly hasNumpyForm: boolean;
  readonly kind: 'jit' | 'vectorize';
  /** It may use several threads: time that passes is measured, with one thread and with all. */
  readonly parallel: boolean;
}

/** The kernels of a folder, those for several threads last; `only` picks some by name, a usage error where there is none. */
export function readKernels(folder: string, only?: readonly string[]): Kernel[] {
  const paths = readdirSync(folder).filter((name) => name.endsWith('.py'));
  const kernels = paths.map((name) => readKernel(join(folder, name)));
  const unknown = only?.find((name) => !kernels.some((kernel) => kernel.name === name));
  if (unknown !== undefined) throw usageFailure(`There is no kernel '${unknown}' in ${folder}.`);
  const chosen = only ? kernels.filter((kernel) => only.includes(kernel.name)) : kernels;
  return chosen.sort((a, b) => Number(a.parallel) - Number(b.parallel) || (a.name < b.name ? -1 : 1));
}

function readKernel(path: string): Kernel {
  const source = readFileSync(path, 'utf8');
  const name = basename(path, '.py');
  const decorator = new RegExp(`^@(\\w+)(.*)\\ndef ${name}\\(`, 'm').exec(source);
  if (!decorator) throw new Error(`${path} has no decorated function ${name}.`);
  return {
    name,
    path,
    source,
    about: /^"""(.*?)"""/s.exec(source)?.[1] ?? '',
    size: constant(source, 'SIZE', path),
    smallSize: constant(source, 'SMALL_SIZE', path),
    hasWork: /^def work\(/m.test(source),
    hasNumpyForm: /^def numpy_form\(/m.test(source),
    kind: decorator[1] === 'vectorize' ? 'vectorize' : 'jit',
    parallel: /parallel/.test(decorator[2]!),
  };
}

function constant(source: string, name: string, path: string): number {
  const value = new RegExp(`^${name} = ([\\d_]+)$`, 'm').exec(source)?.[1];
  if (value === undefined) throw new Error(`${path} does not say its ${name}.`);
  return Number(value.replaceAll('_', ''));
}
