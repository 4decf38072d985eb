export interface EagerModule {
  readonly module: WebAssembly.Module;
  /** V8's optimising compiler from the first call on, or whichever of its compilers V8 comes to. */
  readonly tier: 'optimized' | 'tiering';
}

/**
 * Compiles bytes so that already the first call runs optimised code. V8 compiles a function when it is first called,
 * without optimising, and a running call is never replaced: a program that calls a kernel once would pay two to four
 * times. The flags hold for the whole process, so they are set back at once; they are V8's own business, so without
 * them everything still works.
 */
export async function compileEagerly(bytes: Uint8Array): Promise<EagerModule> {
  const known = kept.findIndex((one) => sameBytes(one.bytes, bytes));
  const [found] = known < 0 ? [] : kept.splice(known, 1);
  const entry = found ?? { bytes, compiled: await compile(bytes) };
  kept.push(entry);
  if (kept.length > mostKept) kept.shift();
  return entry.compiled;
}

/** Compiled last, latest at the end: what is measured or run again need not be compiled again. */
const kept: { readonly bytes: Uint8Array; readonly compiled: EagerModule }[] = [];
const mostKept = 16;

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

async function compile(bytes: Uint8Array): Promise<EagerModule> {
  const setFlag = await flagSetter();
  const flags = setFlag ? eagerFlags() : [];
  for (const flag of flags) setFlag!(`--no-${flag}`);
  try {
    return { module: new WebAssembly.Module(bytes as BufferSource), tier: setFlag ? 'optimized' : 'tiering' };
  } finally {
    for (const flag of flags) setFlag!(`--${flag}`);
  }
}

/**
 * What V8 does unless told otherwise. Inlining there rests on what unoptimised code has counted, and where it has never
 * run V8 14 ends the process.
 */
function eagerFlags(): string[] {
  const flags = ['liftoff', 'wasm-lazy-compilation'];
  return Number.parseInt(process.versions.v8, 10) >= 13 ? [...flags, 'wasm-inlining'] : flags;
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
