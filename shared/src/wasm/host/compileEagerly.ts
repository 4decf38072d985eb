/**
 * Compiles bytes so that already the first call runs optimised code. V8 compiles a function when it is first called,
 * without optimising, and a running call is never replaced: a program that calls a kernel once would pay two to four
 * times. The two flags hold for the whole process, so they are set back at once; they are V8's own business, so without
 * them everything still works.
 */
export async function compileEagerly(bytes: Uint8Array): Promise<WebAssembly.Module> {
  const setFlag = await flagSetter();
  setFlag?.('--no-liftoff');
  setFlag?.('--no-wasm-lazy-compilation');
  try {
    return new WebAssembly.Module(bytes as BufferSource);
  } finally {
    setFlag?.('--liftoff');
    setFlag?.('--wasm-lazy-compilation');
  }
}

async function flagSetter(): Promise<((flag: string) => void) | undefined> {
  try {
    // Someone who runs us with such flags has chosen.
    if (process.execArgv.some((flag) => /liftoff|lazy|tier/.test(flag))) return undefined;
    const { setFlagsFromString } = await import('node:v8');
    return setFlagsFromString;
  } catch {
    return undefined;
  }
}
