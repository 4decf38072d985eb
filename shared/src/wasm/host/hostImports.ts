import type { WasmArtifact } from '../artifact';
import { hostModule } from '../emit/imports';
import { formatError, formatPrint } from '../format/message';
import type { WasmScalar } from './scalars';

/** What the module told the host during a run. */
export interface HostOutput {
  readonly imports: WebAssembly.Imports;
  /** Gives access to the memory, which exists only after the imports. */
  connect(memory: WebAssembly.Memory): void;
  /** Forgets what was printed and raised. */
  clear(): void;
  printed(): string;
  /** The error raised last. */
  raised(): { readonly name: string; readonly message: string };
  /** The same before it is worded, and for an error that another thread raised. */
  lastRaise(): Raise;
  setRaise(raise: Raise): void;
}

export interface Raise {
  readonly code: number;
  readonly args: readonly WasmScalar[];
}

/** What a module with loops for several threads imports besides. */
export interface ParallelImports {
  readonly memory: WebAssembly.Memory;
  /** `rt.parallel`; a thread that runs parts is never asked. */
  readonly runParallel?: (which: number, first: bigint, last: bigint, parts: number) => void;
}

/** A program that prints without end must not fill the host's memory. */
const mostPrintedCharacters = 1 << 20;

/** The functions that a module imports, by the names the emitter gives them. */
export function hostImports(
  module: WebAssembly.Module,
  artifact: Pick<WasmArtifact, 'errors' | 'prints'>,
  parallel?: ParallelImports,
): HostOutput {
  let memory: WebAssembly.Memory | undefined;
  let printed = '';
  let raised: Raise | undefined;
  const raise = (code: number, ...args: WasmScalar[]): void => {
    raised = { code, args };
  };
  const print = (code: number, ...parts: WasmScalar[]): void => {
    if (printed.length > mostPrintedCharacters) return;
    printed += `${formatPrint(artifact.prints[code]!, parts, memory!)}\n`;
    if (printed.length > mostPrintedCharacters) printed += '... (output cut)\n';
  };
  const functions: WebAssembly.ModuleImports = {};
  for (const { name, kind } of WebAssembly.Module.imports(module)) {
    if (name.startsWith('raise')) functions[name] = raise;
    else if (name.startsWith('print')) functions[name] = print;
    else if (name === 'parallel') functions[name] = parallel?.runParallel ?? (() => {});
    else if (kind === 'memory') functions[name] = parallel!.memory;
    else if (name === 'clock') functions[name] = () => performance.now() / 1000;
    else throw new Error(`Jitsight bug: the module wants ${name} of its host`);
  }
  return {
    imports: { [hostModule]: functions },
    connect(given) {
      memory = given;
    },
    clear() {
      printed = '';
      raised = undefined;
    },
    printed: () => printed,
    lastRaise: () => raised!,
    setRaise(raise) {
      raised = raise;
    },
    raised: () => formatError(artifact.errors[raised!.code]!, raised!.args, memory!),
  };
}
