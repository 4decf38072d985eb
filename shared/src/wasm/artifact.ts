import type { ScalarType } from '../ir/scalarType';
import type { ValueType } from '../ir/valueType';
import type { Remark } from '../ir/remark';

/** What `emit` makes of one ModuleIR. Same IR and options, same bytes. */
export interface WasmArtifact {
  readonly bytes: Uint8Array;
  /** Exported name of the entry function. */
  readonly entry: string;
  readonly params: readonly ValueType[];
  readonly result: ValueType;
  /** Names and messages of the errors that the module raises, by the code it passes to the host. */
  readonly errors: readonly {
    readonly name: string;
    readonly message: string;
    /** Types of the values of `{0}`, `{1}`, ... in the message. */
    readonly args?: readonly ScalarType[];
  }[];
  readonly prints: readonly (readonly (
    | string
    | { readonly type: ValueType; readonly displayType: string }
  )[])[];
  /** First free byte of linear memory after data segments. */
  readonly heapBase: number;
  /** Of a module with loops that threads may share: the memory it imports, and how many `parallel.N` it exports. */
  readonly parallel?: { readonly initial: number; readonly maximum: number; readonly functions: number };
  /** Address of the allocator's state, where the module allocates. */
  readonly allocator?: number;
  /** Binaryen's text of the module with `;;@` location comments; see `listWat`. */
  readonly text?: string;
  /** What our own passes did, in the order of the source. */
  readonly remarks: readonly Remark[];
  /** Milliseconds the compiler spent, per stage, for people to read. */
  readonly timings: Readonly<Record<string, number>>;
}

export interface EmitOptions {
  /** 0: as lowered; 1..3: our passes and Binaryen's at that level. */
  readonly optimizeLevel: 0 | 1 | 2 | 3;
  /** False leaves out the checks marked optional, as Numba does without `boundscheck=True`. */
  readonly boundsChecks: boolean;
  /** Keep the text for `listWat`; it costs time and changes no byte. */
  readonly text?: boolean;
  /** Most linear memory that the module may have, whatever its host allows; 4 GiB when absent. */
  readonly maxMemoryBytes?: number;
}

/** A listing whose lines know where in the source they come from. */
export interface Listing {
  readonly lines: readonly ListingLine[];
}

export interface ListingLine {
  readonly text: string;
  /** Zero-based source line, absent where the compiler made it up. */
  readonly sourceLine?: number;
  /** Says something of the code, and is none. */
  readonly isRemark?: true;
}
