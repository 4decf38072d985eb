/** What came of reading a type or signature: the value, or what is wrong with the text in plain words. */
export type Parsed<T> =
  | { readonly value: T }
  /** `unanalysed`: right for Numba, but nothing that Jitsight analyses. */
  | { readonly reason: string; readonly unanalysed?: boolean };

/** Thrown and caught inside the readers of types; it never leaves them. */
export class UnreadableType extends Error {
  constructor(
    readonly reason: string,
    readonly unanalysed = false,
  ) {
    super(reason);
  }
}

export function reading<T>(read: () => T): Parsed<T> {
  try {
    return { value: read() };
  } catch (error) {
    if (!(error instanceof UnreadableType)) throw error;
    return { reason: error.reason, ...(error.unanalysed && { unanalysed: true }) };
  }
}
