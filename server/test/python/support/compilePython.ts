import { printText } from '@jitsight/shared/ir/printer';
import type { ModuleIR } from '@jitsight/shared/ir/nodes';
import { verify } from '@jitsight/shared/ir/verifier';
import { SourceFile } from '@jitsight/shared/source/sourceFile';
import type { EmitOptions } from '@jitsight/shared/wasm/artifact';
import { emit } from '@jitsight/shared/wasm/emit';
import { instantiate } from '@jitsight/shared/wasm/host/instantiate';
import { fromHost } from '../../../src/execution/encoding/fromHost';
import type { PythonValue } from '../../../src/execution/encoding/pythonValue';
import { toHost } from '../../../src/execution/encoding/toHost';
import { bind } from '../../../src/frontends/python/bind/bind';
import { createContext } from '../../../src/frontends/python/infer/context';
import { inferFunction } from '../../../src/frontends/python/infer/inferFunction';
import type { CompileFlags, TypedFunction } from '../../../src/frontends/python/infer/typedFunction';
import { type Entry, entryResult, lower } from '../../../src/frontends/python/lower/lower';
import { parse } from '../../../src/frontends/python/parse/parse';
import { loadGrammar } from '../../../src/frontends/python/parse/grammar';
import { wireType } from '../../../src/frontends/python/report/wireType';
import type { NumbaType } from '../../../src/frontends/python/types/numbaType';
import { readSignature } from './readSignature';

export interface CompileOptions extends Partial<EmitOptions> {
  readonly numba?: string;
  readonly flags?: Partial<CompileFlags>;
  readonly memoryLimitBytes?: number;
  /** Call an elementwise or generalised kernel with arguments of these types. */
  readonly entry?: (types: readonly NumbaType[]) => Entry;
  /** The signature the kernel itself is typed for, where it is not that of the elements of the arguments. */
  readonly kernel?: string;
}

export interface CompiledPython {
  readonly typed: TypedFunction;
  readonly ir: ModuleIR;
  /** The IR as people read it. */
  readonly text: string;
  call(...args: readonly PythonValue[]): PythonOutcome;
}

export interface PythonOutcome {
  readonly returned?: PythonValue;
  readonly raised?: { readonly name: string; readonly message: string };
  readonly argsAfter: readonly PythonValue[];
  readonly printed: string;
}

/**
 * Compiles one function of a program for a signature in Numba's spelling, `(array(float64, 1d, C), int64)`, through every
 * stage: parse, bind, infer, lower, verify, emit, instantiate. Throws what any of them finds wrong.
 */
export async function compilePython(
  source: string,
  functionName: string,
  signature: string,
  options: CompileOptions = {},
): Promise<CompiledPython> {
  const { typed, ir } = await lowerPython(source, functionName, signature, options);
  const artifact = await emit(ir, {
    optimizeLevel: options.optimizeLevel ?? 0,
    boundsChecks: options.boundsChecks ?? true,
  });
  const compiled = await instantiate(artifact, { memoryLimitBytes: options.memoryLimitBytes ?? 2 ** 28 });
  const types = readSignature(signature).map(wireType);
  const result = wireType(entryResult(typed, options.entry?.(readSignature(signature))));
  return {
    typed,
    ir,
    text: printText(ir),
    call(...args) {
      const outcome = compiled.call(
        args.map((arg, i) => toHost(arg, types[i]!, typed.params[i]?.name ?? `argument ${i}`)),
      );
      const argsAfter = outcome.argsAfter.map((arg, i) => fromHost(arg, types[i]!));
      const { printed } = outcome;
      if (outcome.kind === 'returned')
        return { returned: fromHost(outcome.value, result), argsAfter, printed };
      return { raised: { name: outcome.name, message: outcome.message }, argsAfter, printed };
    },
  };
}

/** The same as far as verified IR. */
export async function lowerPython(
  source: string,
  functionName: string,
  signature: string,
  options: CompileOptions = {},
): Promise<{ readonly typed: TypedFunction; readonly ir: ModuleIR }> {
  const numba = options.numba ?? '0.68';
  const typed = await inferPython(source, functionName, signature, options);
  if (!typed.compiles) {
    throw new Error(`${typed.key} does not compile: ${typed.problems.map(factOf).join('; ')}`);
  }
  const ir = lower(typed, { numba, entry: options.entry?.(readSignature(signature)) });
  const problems = verify(ir);
  if (problems.length > 0) throw new Error(`invalid IR:\n${problems.join('\n')}\n${printText(ir)}`);
  return { typed, ir };
}

/** The same as far as types. */
export async function inferPython(
  source: string,
  functionName: string,
  signature: string,
  options: CompileOptions = {},
): Promise<TypedFunction> {
  await loadGrammar();
  const module = bind(new SourceFile('file:///test.py', source), parse(source));
  const fn = module.functions.find((each) => each.qualifiedName === functionName);
  if (!fn) throw new Error(`no function ${functionName}`);
  const flags: CompileFlags = {
    fastmath: false,
    parallel: false,
    boundscheck: false,
    errorModel: 'python',
    ...options.flags,
  };
  const context = createContext({ numba: options.numba ?? '0.68' });
  return inferFunction({ module, node: fn.node, function: fn }, kernelTypes(signature, options), context, {
    flags,
  });
}

/** A kernel is typed for the elements of the arrays it is called with. */
function kernelTypes(signature: string, options: CompileOptions): readonly NumbaType[] {
  if (options.kernel) return readSignature(options.kernel);
  const types = readSignature(signature);
  if (options.entry?.(types).kind !== 'broadcast') return types;
  return types.map((type) => (type.kind === 'array' ? type.dtype : type));
}

function factOf(problem: object): string {
  const facts = Object.entries(problem).filter(([key]) => !['function', 'callee', 'related'].includes(key));
  return JSON.stringify(Object.fromEntries(facts), (_, value) =>
    typeof value === 'bigint' ? String(value) : value,
  );
}
