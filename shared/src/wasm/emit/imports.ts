import type { ScalarType } from '../../ir/scalarType';
import type { ModuleContext } from './context';
import { binaryenType, wasmType } from './wasmType';

/** Name of the module under which the host supplies everything. */
export const hostModule = 'jitsight';
/** Name of the exported tag of raised errors. */
export const raisedTag = 'raised';

/** Name of the export by which a thread runs a part of a loop. */
export function parallelExport(which: number): string {
  return `parallel.${which}`;
}

/**
 * Imports `base` for the given parameters, once, and returns its name in the module. A Wasm import has one signature, so
 * a variadic host function is imported once per signature, as `base` and its parameter types: `raise_i64_f64`.
 */
export function importVariadic(
  base: 'raise' | 'print',
  params: readonly ScalarType[],
  context: ModuleContext,
): string {
  const name = [base, ...params.map(wasmType)].join('_');
  return importHost(name, ['i32', ...params], [], context);
}

/** Imports one host function, once, and returns its name in the module. */
export function importHost(
  base: string,
  params: readonly ScalarType[],
  results: readonly ScalarType[],
  context: ModuleContext,
): string {
  const name = `host.${base}`;
  if (!context.imports.has(name)) {
    const { m, binaryen } = context;
    context.imports.add(name);
    m.addFunctionImport(
      name,
      hostModule,
      base,
      binaryenType(binaryen, params),
      binaryenType(binaryen, results),
    );
  }
  return name;
}

/** Makes and exports the tag of raised errors, once. */
export function needTag(context: ModuleContext): void {
  if (context.imports.has(raisedTag)) return;
  context.imports.add(raisedTag);
  const { m, binaryen } = context;
  m.addTag(raisedTag, binaryen.none, binaryen.none);
  m.addTagExport(raisedTag, raisedTag);
}
