import type binaryenModule from 'binaryen';

export type Binaryen = typeof binaryenModule;

let loading: Promise<Binaryen> | undefined;
let complaints: string[] | undefined;

/** Binaryen, loaded on first use: it is megabytes of code and most runs of the program do not compile. */
export function loadBinaryen(): Promise<Binaryen> {
  loading ??= load();
  return loading;
}

/** What Binaryen complained about while `run` ran; its API has no other way to say it than to print it. */
export function withComplaints<T>(run: () => T): { readonly result: T; readonly complaints: string } {
  complaints = [];
  try {
    return { result: run(), complaints: complaints.join('\n') };
  } finally {
    complaints = undefined;
  }
}

/** Binaryen keeps the `console.error` that it finds when it is loaded, so that one is made to listen. */
async function load(): Promise<Binaryen> {
  const print = console.error;
  console.error = (...parts: unknown[]) => {
    if (complaints) complaints.push(parts.join(' '));
    else print(...parts);
  };
  try {
    return (await import('binaryen')).default;
  } finally {
    console.error = print;
  }
}

/** What Binaryen's declarations put on the module, where it is not, or leave out. */
interface Undeclared {
  readonly Function: { setLocalName(fn: number, index: number, name: string): void };
  readonly Load: { setSigned(load: number, signed: boolean): void };
}

/** Names a local for the text form. */
export function setLocalName(binaryen: Binaryen, fn: number, index: number, name: string): void {
  (binaryen as unknown as Undeclared).Function.setLocalName(fn, index, name);
}

/** Says that a load which fills its type does not extend a sign. */
export function setUnsigned(binaryen: Binaryen, load: number): void {
  (binaryen as unknown as Undeclared).Load.setSigned(load, false);
}
