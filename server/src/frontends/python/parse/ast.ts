import type { TextRange } from '@jitsight/shared/source/range';

/**
 * Python's abstract syntax, named as in CPython's `ast` module (3.11). Nodes are frozen values of one file; they
 * carry no semantics, those live in side tables keyed by node. Text that does not parse becomes `ErrorStatement`
 * or `ErrorExpression`, never an exception.
 */
export type AstNode = Statement | Expression;

interface Node {
  readonly range: TextRange;
}

export type Statement =
  | FunctionDef
  | ClassDef
  | Return
  | Delete
  | Assign
  | AugAssign
  | AnnAssign
  | For
  | While
  | If
  | With
  | Raise
  | Try
  | Assert
  | Import
  | ImportFrom
  | Global
  | Nonlocal
  | ExpressionStatement
  | Pass
  | Break
  | Continue
  | Match
  | ErrorStatement;

export interface FunctionDef extends Node {
  readonly kind: 'FunctionDef';
  readonly name: string;
  readonly nameRange: TextRange;
  readonly isAsync: boolean;
  readonly decorators: readonly Expression[];
  readonly params: readonly Parameter[];
  readonly returns?: Expression;
  readonly body: readonly Statement[];
  /** From `def` (or `async`) to the colon. */
  readonly headerRange: TextRange;
  /** From the first decorator's `@`, or `def`, to the end of the body. Same as `range`. */
}

/** `kind`: `*args` is 'varPositional', `**kwargs` 'varKeyword'; a bare `*` or `/` only changes its neighbours' kinds. */
export interface Parameter extends Node {
  readonly name: string;
  readonly kind: 'positionalOnly' | 'positional' | 'varPositional' | 'keywordOnly' | 'varKeyword';
  readonly annotation?: Expression;
  readonly default?: Expression;
}

export interface ClassDef extends Node {
  readonly kind: 'ClassDef';
  readonly name: string;
  readonly nameRange: TextRange;
  readonly decorators: readonly Expression[];
  readonly bases: readonly Expression[];
  readonly body: readonly Statement[];
}

export interface Return extends Node {
  readonly kind: 'Return';
  readonly value?: Expression;
}
export interface Delete extends Node {
  readonly kind: 'Delete';
  readonly targets: readonly Expression[];
}
/** `a = b = value` has two targets. */
export interface Assign extends Node {
  readonly kind: 'Assign';
  readonly targets: readonly Expression[];
  readonly value: Expression;
}
export interface AugAssign extends Node {
  readonly kind: 'AugAssign';
  readonly target: Expression;
  readonly op: BinaryOperator;
  readonly value: Expression;
}
export interface AnnAssign extends Node {
  readonly kind: 'AnnAssign';
  readonly target: Expression;
  readonly annotation: Expression;
  readonly value?: Expression;
}
export interface For extends Node {
  readonly kind: 'For';
  readonly isAsync: boolean;
  readonly target: Expression;
  readonly iter: Expression;
  readonly body: readonly Statement[];
  readonly orelse: readonly Statement[];
}
export interface While extends Node {
  readonly kind: 'While';
  readonly test: Expression;
  readonly body: readonly Statement[];
  readonly orelse: readonly Statement[];
}
/** `elif` is an If as the only statement of `orelse`. */
export interface If extends Node {
  readonly kind: 'If';
  readonly test: Expression;
  readonly body: readonly Statement[];
  readonly orelse: readonly Statement[];
}
export interface With extends Node {
  readonly kind: 'With';
  readonly isAsync: boolean;
  readonly items: readonly { readonly context: Expression; readonly target?: Expression }[];
  readonly body: readonly Statement[];
}
export interface Raise extends Node {
  readonly kind: 'Raise';
  readonly exception?: Expression;
  readonly cause?: Expression;
}
export interface Try extends Node {
  readonly kind: 'Try';
  readonly body: readonly Statement[];
  readonly handlers: readonly ExceptHandler[];
  readonly orelse: readonly Statement[];
  readonly finalbody: readonly Statement[];
}
export interface ExceptHandler extends Node {
  readonly type?: Expression;
  readonly name?: string;
  readonly isStar: boolean;
  readonly body: readonly Statement[];
}
export interface Assert extends Node {
  readonly kind: 'Assert';
  readonly test: Expression;
  readonly message?: Expression;
}
export interface ImportAlias extends Node {
  /** Dotted name. */
  readonly name: string;
  readonly asName?: string;
}
export interface Import extends Node {
  readonly kind: 'Import';
  readonly names: readonly ImportAlias[];
}
/** `from . import x` has an empty module and level 1; `import *` has one alias named `*`. */
export interface ImportFrom extends Node {
  readonly kind: 'ImportFrom';
  readonly module: string;
  readonly level: number;
  readonly names: readonly ImportAlias[];
}
export interface Global extends Node {
  readonly kind: 'Global';
  readonly names: readonly string[];
}
export interface Nonlocal extends Node {
  readonly kind: 'Nonlocal';
  readonly names: readonly string[];
}
export interface ExpressionStatement extends Node {
  readonly kind: 'ExpressionStatement';
  readonly value: Expression;
}
export interface Pass extends Node {
  readonly kind: 'Pass';
}
export interface Break extends Node {
  readonly kind: 'Break';
}
export interface Continue extends Node {
  readonly kind: 'Continue';
}
/** Patterns are kept as text ranges only: Numba supports no `match` that binds. */
export interface Match extends Node {
  readonly kind: 'Match';
  readonly subject: Expression;
  readonly cases: readonly {
    readonly pattern: TextRange;
    readonly guard?: Expression;
    readonly body: readonly Statement[];
  }[];
}
export interface ErrorStatement extends Node {
  readonly kind: 'ErrorStatement';
}

export type Expression =
  | Name
  | Constant
  | JoinedStr
  | BinOp
  | UnaryOp
  | BoolOp
  | Compare
  | Call
  | Attribute
  | Subscript
  | Slice
  | Tuple
  | List
  | SetDisplay
  | Dict
  | IfExp
  | Lambda
  | ListComp
  | SetComp
  | DictComp
  | GeneratorExp
  | Starred
  | NamedExpr
  | Await
  | Yield
  | YieldFrom
  | ErrorExpression;

export interface Name extends Node {
  readonly kind: 'Name';
  readonly id: string;
}
/** `value.type` 'complex' is the imaginary part of an imaginary literal. */
export interface Constant extends Node {
  readonly kind: 'Constant';
  readonly value:
    | { readonly type: 'int'; readonly value: bigint }
    | { readonly type: 'float'; readonly value: number }
    | { readonly type: 'complex'; readonly value: number }
    | { readonly type: 'str'; readonly value: string }
    | { readonly type: 'bytes'; readonly value: Uint8Array }
    | { readonly type: 'bool'; readonly value: boolean }
    | { readonly type: 'None' }
    | { readonly type: 'Ellipsis' };
}
/** An f-string. */
export interface JoinedStr extends Node {
  readonly kind: 'JoinedStr';
  readonly values: readonly (
    | string
    | { readonly value: Expression; readonly conversion?: string; readonly formatSpec?: string }
  )[];
}
/** Spelled as in source. */
export type BinaryOperator = '+' | '-' | '*' | '/' | '//' | '%' | '**' | '@' | '<<' | '>>' | '&' | '|' | '^';
export interface BinOp extends Node {
  readonly kind: 'BinOp';
  readonly left: Expression;
  readonly op: BinaryOperator;
  readonly right: Expression;
}
export interface UnaryOp extends Node {
  readonly kind: 'UnaryOp';
  readonly op: '-' | '+' | '~' | 'not';
  readonly operand: Expression;
}
export interface BoolOp extends Node {
  readonly kind: 'BoolOp';
  readonly op: 'and' | 'or';
  readonly values: readonly Expression[];
}
export type CompareOperator = '==' | '!=' | '<' | '<=' | '>' | '>=' | 'is' | 'is not' | 'in' | 'not in';
export interface Compare extends Node {
  readonly kind: 'Compare';
  readonly left: Expression;
  readonly ops: readonly CompareOperator[];
  readonly comparators: readonly Expression[];
}
export interface Call extends Node {
  readonly kind: 'Call';
  readonly func: Expression;
  /** `*x` is a Starred. */
  readonly args: readonly Expression[];
  readonly keywords: readonly Keyword[];
}
/** `**x` has no name. */
export interface Keyword extends Node {
  readonly name?: string;
  readonly value: Expression;
}
export interface Attribute extends Node {
  readonly kind: 'Attribute';
  readonly value: Expression;
  readonly attr: string;
  readonly attrRange: TextRange;
}
/** `a[i, j]` has a Tuple as index; `a[1:2]` a Slice. */
export interface Subscript extends Node {
  readonly kind: 'Subscript';
  readonly value: Expression;
  readonly index: Expression;
}
export interface Slice extends Node {
  readonly kind: 'Slice';
  readonly lower?: Expression;
  readonly upper?: Expression;
  readonly step?: Expression;
}
export interface Tuple extends Node {
  readonly kind: 'Tuple';
  readonly elements: readonly Expression[];
}
export interface List extends Node {
  readonly kind: 'List';
  readonly elements: readonly Expression[];
}
export interface SetDisplay extends Node {
  readonly kind: 'Set';
  readonly elements: readonly Expression[];
}
/** A missing key is `**value`. */
export interface Dict extends Node {
  readonly kind: 'Dict';
  readonly items: readonly { readonly key?: Expression; readonly value: Expression }[];
}
export interface IfExp extends Node {
  readonly kind: 'IfExp';
  readonly test: Expression;
  readonly body: Expression;
  readonly orelse: Expression;
}
export interface Lambda extends Node {
  readonly kind: 'Lambda';
  readonly params: readonly Parameter[];
  readonly body: Expression;
}
export interface Comprehension {
  readonly target: Expression;
  readonly iter: Expression;
  readonly ifs: readonly Expression[];
  readonly isAsync: boolean;
}
export interface ListComp extends Node {
  readonly kind: 'ListComp';
  readonly element: Expression;
  readonly generators: readonly Comprehension[];
}
export interface SetComp extends Node {
  readonly kind: 'SetComp';
  readonly element: Expression;
  readonly generators: readonly Comprehension[];
}
export interface DictComp extends Node {
  readonly kind: 'DictComp';
  readonly key: Expression;
  readonly value: Expression;
  readonly generators: readonly Comprehension[];
}
export interface GeneratorExp extends Node {
  readonly kind: 'GeneratorExp';
  readonly element: Expression;
  readonly generators: readonly Comprehension[];
}
export interface Starred extends Node {
  readonly kind: 'Starred';
  readonly value: Expression;
}
export interface NamedExpr extends Node {
  readonly kind: 'NamedExpr';
  readonly target: Name;
  readonly value: Expression;
}
export interface Await extends Node {
  readonly kind: 'Await';
  readonly value: Expression;
}
export interface Yield extends Node {
  readonly kind: 'Yield';
  readonly value?: Expression;
}
export interface YieldFrom extends Node {
  readonly kind: 'YieldFrom';
  readonly value: Expression;
}
export interface ErrorExpression extends Node {
  readonly kind: 'ErrorExpression';
}

/** What can be compiled: a `def` or a lambda. */
export type FunctionNode = FunctionDef | Lambda;
