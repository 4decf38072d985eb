import type { HostArray } from '@jitsight/shared/wasm/hostValue';
import { ArgsError } from './argsError';
import type { PythonRandomGenerator, PythonValue } from './pythonValue';

/**
 * A numpy.random.Generator travels as `bit_generator.state` has it, integers as text: `{"t": "Generator", "v":
 * {"bit_generator": "PCG64", "state": {"state": "208...", "inc": "261..."}, "has_uint32": "0", "uinteger": "0"}}`.
 * Compiled code sees 64-bit words: which bit generator, the spare half word, then its own state in NumPy's order.
 */

interface Part {
  /** Where it stands in the state, as in `state.key`. */
  readonly path: string;
  readonly words: number;
  /** One integer of several words, the highest first, and not a list of them. */
  readonly isInteger?: boolean;
}

const wide = (path: string): Part => ({ path, words: 2, isInteger: true });
const single = (path: string): Part => ({ path, words: 1, isInteger: true });
const list = (path: string, words: number): Part => ({ path, words });

const spareHalf: readonly Part[] = [single('has_uint32'), single('uinteger')];

/** In the order of the numbers that compiled code knows them by. */
const layouts: Readonly<Record<string, readonly Part[]>> = {
  PCG64: [wide('state.state'), wide('state.inc')],
  PCG64DXSM: [wide('state.state'), wide('state.inc')],
  SFC64: [list('state.state', 4)],
  Philox: [list('state.counter', 4), list('state.key', 2), single('buffer_pos'), list('buffer', 4)],
  MT19937: [single('state.pos'), list('state.key', 624)],
};

/** Of the bit generators, those that have a spare half word; the others leave its place empty. */
const hasSpareHalf = (name: string): boolean => name !== 'MT19937';

export function decodeRandomGenerator(v: unknown, path: string): PythonValue {
  const name = String((v as { bit_generator?: unknown } | undefined)?.bit_generator);
  const layout = layouts[name];
  if (!layout) {
    throw new ArgsError(
      `${path}.v`,
      `unknown bit generator ${name}`,
      `Use one of ${Object.keys(layouts).join(', ')}.`,
    );
  }
  const number = BigInt(Object.keys(layouts).indexOf(name));
  const words = [...spareHalf, ...layout].flatMap((part) =>
    wordsAt(v, part, hasSpareHalf(name), `${path}.v`),
  );
  return { kind: 'randomGenerator', bitGenerator: name, words: [number, ...words] };
}

function wordsAt(
  state: unknown,
  { path, words, isInteger }: Part,
  isSpareKept: boolean,
  place: string,
): bigint[] {
  let found: unknown = state;
  for (const key of path.split('.')) found = (found as Record<string, unknown> | undefined)?.[key];
  if (found === undefined && !isSpareKept && spareHalf.some((part) => part.path === path)) return [0n];
  const texts = isInteger ? [found] : Array.isArray(found) ? found : [];
  if (texts.length !== (isInteger ? 1 : words) || !texts.every((text) => /^\d+$/.test(String(text)))) {
    throw new ArgsError(`${place}.${path}`, 'not the state of a bit generator', 'Write bit_generator.state.');
  }
  const integers = texts.map((text) => BigInt(String(text)));
  return words === 2 && isInteger
    ? [BigInt.asUintN(64, integers[0]! >> 64n), BigInt.asUintN(64, integers[0]!)]
    : integers;
}

export function encodeRandomGenerator({ bitGenerator, words }: PythonRandomGenerator): unknown {
  const state: Record<string, unknown> = { bit_generator: bitGenerator };
  let at = 1;
  for (const part of [...spareHalf, ...layouts[bitGenerator]!]) {
    const own = words.slice(at, at + part.words);
    at += part.words;
    if (spareHalf.includes(part) && !hasSpareHalf(bitGenerator)) continue;
    const integer = own.reduce((all, word) => (all << 64n) | word, 0n);
    put(state, part.path.split('.'), part.isInteger ? String(integer) : own.map(String));
  }
  return { t: 'Generator', v: state };
}

function put(state: Record<string, unknown>, [key, ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    state[key!] = value;
    return;
  }
  state[key!] ??= {};
  put(state[key!] as Record<string, unknown>, rest, value);
}

export function randomGeneratorToHost({ words }: PythonRandomGenerator): HostArray {
  const buffer = new Uint8Array(BigUint64Array.from(words).buffer);
  return { kind: 'array', shape: [words.length], strides: [8], offset: 0, buffer };
}

export function randomGeneratorFromHost({ shape, offset, buffer }: HostArray): PythonRandomGenerator {
  const bytes = buffer.slice(offset, offset + 8 * shape[0]!);
  const words = [...new BigUint64Array(bytes.buffer)];
  return { kind: 'randomGenerator', bitGenerator: Object.keys(layouts)[Number(words[0])]!, words };
}

/** A generator seeded alike each time, for arguments that are made up. */
export function seededRandomGenerator(seed: bigint): PythonRandomGenerator {
  return { kind: 'randomGenerator', bitGenerator: 'PCG64', words: [0n, 0n, 0n, seed, 0n, 0n, 1n] };
}
