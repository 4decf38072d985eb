import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  ParameterSpec,
  TypingContext,
} from '../../../../../src/frontends/python/library/libraryFunction';
import { lookup } from '../../../../../src/frontends/python/library/registry';
import type { NumbaType } from '../../../../../src/frontends/python/types/numbaType';
import { typeName } from '../../../../../src/frontends/python/types/typeName';
import { parseType } from './parseType';

const folder = join(import.meta.dirname, '../../../../../../test-fixtures/library-types');

export type RecordedCall = readonly [string, readonly string[], Readonly<Record<string, string>>];

interface Row {
  readonly call: RecordedCall;
  readonly '0.56'?: string | null;
  readonly '0.68'?: string | null;
}

/** The rows of a recorded family whose arguments are types (others hold source text). */
export function readTable(family: string): Row[] {
  return JSON.parse(readFileSync(join(folder, `${family}.json`), 'utf8')) as Row[];
}

export interface Disagreement {
  readonly call: string;
  readonly numba: string;
  readonly expected: string;
  readonly got: string;
}

/** Where the library's typing differs from what Numba gave. */
export function disagreements(family: string, only: (name: string) => boolean = () => true): Disagreement[] {
  const found: Disagreement[] = [];
  for (const row of readTable(family)) {
    if (!only(row.call[0])) continue;
    const types = parseCall(row.call);
    if (!types) continue;
    for (const numba of ['0.56', '0.68'] as const) {
      const recorded = row[numba];
      if (recorded === undefined) continue;
      const expected = recorded === null ? 'mismatch' : plain(recorded);
      const got = typeOf(row.call[0], types, numba);
      if (got !== expected) found.push({ call: callText(row.call), numba, expected, got });
    }
  }
  return found;
}

interface Arguments {
  readonly positional: readonly NumbaType[];
  readonly keywords: ReadonlyMap<string, NumbaType>;
}

function parseCall([, args, keywords]: RecordedCall): Arguments | undefined {
  const positional = args.map(parseType);
  const named = Object.entries(keywords).map(([name, text]) => [name, parseType(text)] as const);
  if (positional.includes(undefined) || named.some(([, type]) => !type)) return undefined;
  return { positional: positional as NumbaType[], keywords: new Map(named as [string, NumbaType][]) };
}

/** The library's result type, in Numba's spelling without literals; `mismatch` where nothing takes the arguments. */
function typeOf(recordedName: string, args: Arguments, numba: string): string {
  const name = libraryName(recordedName, args.positional[0]);
  for (const entry of lookup(name, numba)) {
    const bound = bind(entry.params, args);
    if (!bound) continue;
    const outcome = entry.type({ args: bound, context: contextOf(numba) });
    // The argument's type is given here, so nothing can make it another.
    if (outcome.kind === 'typed' && outcome.refines) return 'mismatch';
    if (outcome.kind === 'typed') return plain(typeName(outcome.result));
    if (outcome.kind === 'python') return 'python';
  }
  return 'mismatch';
}

/** A list's methods are recorded under `list`, whichever list it is; iteration is looked up by the operand's kind. */
function libraryName(recorded: string, receiver: NumbaType | undefined): string {
  const kind = receiver?.kind === 'literal' && receiver.literal === 'str' ? 'unicode' : receiver?.kind;
  if (recorded.startsWith('iter ')) return `iter ${kind}`;
  if (recorded.startsWith('list.')) return `${kind}.${recorded.slice(5)}`;
  return recorded;
}

function contextOf(numba: string): TypingContext {
  return { numba, errorModel: 'python', typeCallable: () => undefined };
}

function bind(params: readonly ParameterSpec[] | undefined, args: Arguments) {
  if (!params) return args.keywords.size === 0 ? args.positional : undefined;
  const bound: (NumbaType | undefined)[] = [];
  const variadic = params.findIndex((param) => param.variadic);
  if (variadic < 0 && args.positional.length > params.length) return undefined;
  const unused = new Set(args.keywords.keys());
  for (const [i, param] of params.entries()) {
    if (param.variadic) {
      bound.push(...args.positional.slice(i));
      continue;
    }
    const given = args.positional[i] ?? args.keywords.get(param.name);
    if (args.positional[i] === undefined) unused.delete(param.name);
    if (!given && param.default === undefined) return undefined;
    bound.push(given ?? defaultType(param));
  }
  return unused.size === 0 ? bound : undefined;
}

function defaultType(param: ParameterSpec): NumbaType | undefined {
  if (param.default === undefined || param.default === 'omitted') return undefined;
  switch (param.default.kind) {
    case 'int':
      return { kind: 'literal', literal: 'int', value: param.default.value };
    case 'bool':
      return { kind: 'literal', literal: 'bool', value: param.default.value };
    case 'str':
      return { kind: 'literal', literal: 'str', value: param.default.value };
    case 'none':
      return { kind: 'none' };
    case 'float':
      return { kind: 'float', bits: 64 };
    default:
      return undefined;
  }
}

// Initial values and literals are decided by inference, not by the library.
function plain(text: string): string {
  return text
    .replaceAll(/<iv=[^>]*>/g, '')
    .replaceAll(/Literal\[int\]\([^)]*\)/g, 'int64')
    .replaceAll(/Literal\[bool\]\([^)]*\)/g, 'bool')
    .replaceAll(/Literal\[str\]\([^)]*\)/g, 'unicode_type')
    .replace(/^(LiteralList|LiteralStrKey|keys|values|items)[[(].*/, '$1')
    .replace(/^(enumerate|zip|iter|nditer|ndindex|ndenumerate|array\.flat)\b.*/, '$1');
}

function callText([name, args, keywords]: RecordedCall): string {
  const words = [...args, ...Object.entries(keywords).map(([key, type]) => `${key}=${type}`)];
  return `${name}(${words.join(', ')})`;
}
