import type { NameSymbol } from '../bind/boundModule';
import type { AstNode, Name } from '../parse/ast';

/**
 * Static single assignment over structured Python, as Numba's reconstruct_ssa: a variable assigned more than once
 * gets a version per assignment, and a phi version where paths meet.
 */
export interface SsaForm {
  readonly versions: readonly Version[];
  /** The version a name reads; undefined where no path assigned it. */
  readonly uses: ReadonlyMap<Name, Version>;
  /** The version a name assigns (target of =, for, with, unpacking, walrus; for `x += 1` the target's new version). */
  readonly definitions: ReadonlyMap<Name, Version>;
  /** For an augmented assignment to a name: the version read before. */
  readonly augmentedUses: ReadonlyMap<Name, Version>;
  /** Copies `phi = operand` to make at each edge. */
  readonly edges: readonly Edge[];
  readonly parameters: ReadonlyMap<string, Version>;
}

export interface Version {
  readonly id: number;
  readonly symbol: NameSymbol;
  /** Numba's name: `x`, `x.1`, `x.2`. */
  readonly name: string;
  readonly isPhi: boolean;
  /** For a phi: the versions that reach it; undefined where the variable may be unassigned. */
  readonly operands: readonly (Version | undefined)[];
  /** The assignment, or the statement where paths meet. */
  readonly node: AstNode | undefined;
}

/** A point where control flows into a merge, and the phi copies to make there. */
export interface Edge {
  /**
   * `thenEnd`/`elseEnd`: end of a branch of an If, IfExp or BoolOp; `loopEntry`: before the first test; `loopBack`: end of the body;
   * `loopExhausted`: the test failed, after else; `continue`/`break`: at that statement; `tryPoint`: after a
   * definition inside a try body, for the handlers; `tryEnd`, `handlerEnd`: into what follows a try.
   */
  readonly kind:
    | 'thenEnd'
    | 'elseEnd'
    | 'loopEntry'
    | 'loopBack'
    | 'loopExhausted'
    | 'continue'
    | 'break'
    | 'tryPoint'
    | 'tryEnd'
    | 'handlerEnd';
  /** The If, loop, break or continue statement, definition, or handler. */
  readonly node: AstNode | object;
  readonly copies: readonly { readonly phi: Version; readonly operand: Version | undefined }[];
}
