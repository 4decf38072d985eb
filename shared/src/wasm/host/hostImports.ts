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
}

/** A program that prints without end must not fill the host's memory. */
const mostPrintedCharacters = 1 << 20;

/** The functions that a module imports, by the names the emitter gives them. */
export function hostImports(module: WebAssembly.Module, artifact: WasmArtifact): HostOutput {
  let memory: WebAssembly.Memory | undefined;
  let printed = '';
  let raised: { code: number; args: WasmScalar[] } | undefined;
  const raise = (code: number, ...args: WasmScalar[]): void => {
    raised = { code, args };
  };
  const print = (code: number, ...parts: WasmScalar[]): void => {
    if (printed.length > mostPrintedCharacters) return;
    printed += `${formatPrint(artifact.prints[code]!, parts, memory!)}\n`;
    if (printed.length > mostPrintedCharacters) printed += '... (output cut)\n';
  };
  const functions: WebAssembly.ModuleImports = {};
  for (const { name } of WebAssembly.Module.imports(module)) {
    if (name.startsWith('Math.')) functions[name] = mathFunction(name.slice(5));
    else if (name.startsWith('raise')) functions[name] = raise;
    else if (name.startsWith('print')) functions[name] = print;
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
    raised: () => formatError(artifact.errors[raised!.code]!, raised!.args, memory!),
  };
}

/** `Math.sin` itself, not a closure around it: V8 then calls the C function without leaving Wasm for JavaScript. */
function mathFunction(name: string): (...args: number[]) => number {
  return (Math as unknown as Record<string, (...args: number[]) => number>)[name]!;
}
