import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareValues, exact, type Tolerance } from '../../../../src/execution/encoding/compare';
import { decodeValue } from '../../../../src/execution/encoding/decode';
import { encodeValue } from '../../../../src/execution/encoding/encode';
import type { PythonValue } from '../../../../src/execution/encoding/pythonValue';
import { typeName } from '../../../../src/frontends/python/types/typeName';
import { type CompileOptions, compilePython, inferPython } from '../../support/compilePython';

const folder = join(import.meta.dirname, '../../../../../test-fixtures/library');
const imports = 'import cmath\nimport math\nimport random\nimport numpy as np\n\n';

/** A function and what Numba made of it; without `type` it does not compile. */
export interface RecordedCase {
  readonly source: string;
  readonly signature: string;
  readonly args: readonly unknown[];
  readonly type?: string;
  readonly value?: unknown;
  readonly args_after?: readonly unknown[];
  readonly raises?: string;
}

/** Cases by family; recorded by `test-fixtures/tools/record_numeric_cases.py` from the list of that name. */
export function recordedCases(numba: string, list = 'numeric'): ReadonlyMap<string, readonly RecordedCase[]> {
  const file = JSON.parse(readFileSync(join(folder, `${list}-cases-${numba}.json`), 'utf8'));
  return new Map(Object.entries(file.families));
}

/** What differs from the recording; undefined when nothing does. */
export async function difference(
  recorded: RecordedCase,
  options: CompileOptions,
  tolerance: Tolerance = exact,
): Promise<string | undefined> {
  const found = await typeDifference(recorded, options);
  if (found || !recorded.type || (!recorded.raises && hasNoValue(recorded.value))) return found;
  return valueDifference(`${imports}${recorded.source}`, recorded, options, tolerance);
}

/** What differs from the recorded verdict and type. */
export async function typeDifference(
  recorded: RecordedCase,
  options: CompileOptions,
): Promise<string | undefined> {
  const typed = await inferPython(`${imports}${recorded.source}`, 'case', recorded.signature, options);
  if (!recorded.type)
    return typed.compiles ? `compiles as ${typeName(typed.returnType)}; Numba refuses` : undefined;
  if (!typed.compiles) return `refused; Numba gives ${recorded.type}`;
  const type = typeName(typed.returnType);
  return baseName(type) === baseName(recorded.type) ? undefined : `${type}; Numba gives ${recorded.type}`;
}

// A dtype and the like.
function hasNoValue(value: unknown): boolean {
  return (value as { readonly t?: string } | undefined)?.t === 'object';
}

async function valueDifference(
  source: string,
  recorded: RecordedCase,
  options: CompileOptions,
  tolerance: Tolerance,
): Promise<string | undefined> {
  const compiled = await compiledCase(source, recorded.signature, options);
  const args = recorded.args.map((arg, i) => decodeValue(arg, `argument ${i}`));
  const outcome = compiled.call(...args);
  if (outcome.raised?.name !== recorded.raises) {
    return `${outcome.raised ? `raises ${outcome.raised.name}: ${outcome.raised.message}` : `gives ${show(outcome.returned)}`}; Numba ${recorded.raises ? `raises ${recorded.raises}` : `gives ${JSON.stringify(recorded.value)}`}`;
  }
  const expected = (recorded.args_after ?? recorded.args).map((arg, i) => decodeValue(arg, `argument ${i}`));
  const pairs = outcome.argsAfter.map((after, i) => [after, expected[i]!] as const);
  if (!recorded.raises && outcome.returned) {
    pairs.push([outcome.returned, decodeValue(recorded.value, 'result')]);
  }
  for (const [own, wanted] of pairs) {
    const found = compareValues(own, wanted, tolerance).difference;
    if (found) return found;
  }
  return undefined;
}

let last: { readonly key: string; readonly compiled: ReturnType<typeof compilePython> } | undefined;

// Cases that follow one another with other arguments alone share their code.
function compiledCase(source: string, signature: string, options: CompileOptions) {
  const key = JSON.stringify([source, signature, options]);
  if (last?.key !== key) last = { key, compiled: compilePython(source, 'case', signature, options) };
  return last.compiled;
}

function show(value: PythonValue | undefined): string {
  return value ? JSON.stringify(encodeValue(value)) : 'nothing';
}

/** Literal types count as their base types. */
function baseName(type: string): string {
  return type.replace(/Literal\[(int|bool|str)\]\([^)]*\)/g, (_, base: string) =>
    base === 'int' ? 'int64' : base === 'bool' ? 'bool' : 'unicode_type',
  );
}
