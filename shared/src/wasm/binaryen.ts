import type binaryenModule from 'binaryen';

export type Binaryen = typeof binaryenModule;

let loading: Promise<Binaryen> | undefined;

/** Binaryen, loaded on first use: it is megabytes of code and most runs of the program do not compile. */
export function loadBinaryen(): Promise<Binaryen> {
  loading ??= import('binaryen').then((imported) => imported.default);
  return loading;
}

/** Binaryen's declarations put `Function` on the module, where it is not. */
interface FunctionNames {
  readonly Function: { setLocalName(fn: number, index: number, name: string): void };
}

/** Names a local for the text form. */
export function setLocalName(binaryen: Binaryen, fn: number, index: number, name: string): void {
  (binaryen as unknown as FunctionNames).Function.setLocalName(fn, index, name);
}
