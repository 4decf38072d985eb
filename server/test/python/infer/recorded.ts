import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { SourceFile } from '@jitsight/shared/source/sourceFile';
import { bind } from '../../../src/frontends/python/bind/bind';
import { createContext } from '../../../src/frontends/python/infer/context';
import { inferFunction } from '../../../src/frontends/python/infer/inferFunction';
import type { TypedFunction } from '../../../src/frontends/python/infer/typedFunction';
import { parse } from '../../../src/frontends/python/parse/parse';
import { parsePrintedTuple } from '../../../src/frontends/python/types/printedType';
import { typeName } from '../../../src/frontends/python/types/typeName';

/** One record of a recorded conformance set, as far as typing goes. */
export interface TypingRecord {
  readonly function: string;
  readonly signature: string;
  readonly verdict: 'compiles' | 'fails';
  readonly error?: {
    readonly line: number | null;
    readonly lines: readonly number[];
    readonly message: string;
  };
  readonly return_type?: string;
  readonly locals?: Readonly<Record<string, string>>;
}

export interface RecordedModule {
  readonly name: string;
  readonly text: string;
  readonly numba: string;
  readonly records: readonly TypingRecord[];
}

const root = join(import.meta.dirname, '../../../../test-fixtures/conformance');

/** The case modules of a set with what was recorded of them. */
export function recordedModules(set: string): RecordedModule[] {
  const folder = join(root, set);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => {
      const { source, numba, records } = JSON.parse(readFileSync(join(folder, name), 'utf8'));
      const text = readFileSync(join(folder, source), 'utf8');
      return { name: name.replace('.json', ''), text, numba: numba.replace(/\.\d+$/, ''), records };
    });
}

/** Types every recorded call of a module in one context. */
export function typeRecords(module: RecordedModule): { record: TypingRecord; typed: TypedFunction }[] {
  const bound = bind(new SourceFile(`${module.name}.py`, module.text), parse(module.text));
  const context = createContext({ numba: module.numba });
  return module.records.map((record) => {
    const fn = bound.functions.find((each) => each.qualifiedName === functionNamed(bound, record.function));
    const args = parsePrintedTuple(record.signature);
    if (!fn || !('value' in args)) throw new Error(`cannot type ${record.function}${record.signature}`);
    const target = { module: bound, node: fn.node, function: fn };
    // From Python, as the recorder called it.
    return { record, typed: inferFunction(target, args.value, context, { origins: [] }) };
  });
}

// `made = make()` is the inner function that make returns.
function functionNamed(bound: ReturnType<typeof bind>, name: string): string {
  if (bound.functions.some((each) => each.qualifiedName === name)) return name;
  return bound.functions.find((each) => each.enclosing)!.qualifiedName;
}

/** What disagrees with the recording; empty when all does. */
export function disagreements(record: TypingRecord, typed: TypedFunction): string[] {
  const found: string[] = [];
  const verdict = typed.compiles ? 'compiles' : 'fails';
  const first = typed.problems.find((problem) => !problem.compilesAnyway);
  const line = first && (first.numbaLine ?? typed.module.file.positionAt(first.range.start).line + 1);
  if (verdict !== record.verdict) {
    const why = first ? `${first.kind} at line ${line}` : (record.error?.message.slice(0, 200) ?? '');
    return [`${verdict}, Numba: ${record.verdict} (${why})`];
  }
  if (record.error) {
    const lines: readonly (number | null)[] =
      record.error.lines.length > 1 ? record.error.lines : [record.error.line];
    if (record.error.line !== null && !lines.includes(line ?? -1)) {
      found.push(`line ${line} [${first?.kind}], Numba: ${record.error.line}`);
    }
    return found;
  }
  const returned = base(typeName(typed.returnType));
  if (record.return_type && returned !== base(record.return_type)) {
    found.push(`returns ${returned}, Numba: ${record.return_type}`);
  }
  const locals = new Map([...typed.locals].map(([name, type]) => [name, base(typeName(type))]));
  for (const [name, type] of Object.entries(record.locals ?? {})) {
    if (locals.get(name) !== base(type)) found.push(`${name} is ${locals.get(name)}, Numba: ${type}`);
  }
  return found;
}

/** Literal types by their base. Iterators, functions and generators print as each program prints them. */
function base(name: string): string {
  return name
    .replace(/Literal\[int\]\(-?\d+\)/g, 'int64')
    .replace(/Literal\[bool\]\((?:True|False)\)/g, 'bool')
    .replace(/Literal\[str\]\([^()]*\)/g, 'unicode_type')
    .replace(/Tuple\((\w+)((?:, \1)+)\)/g, (_, type, rest) => `UniTuple(${type} x ${rest.split(',').length})`)
    .replace(/Function\(.*\)$/, 'Function')
    .replace(/type\(CPUDispatcher.*\)$/, 'CPUDispatcher')
    .replace(/ generator\(.*\)$/, ' generator');
}
