import { convertTree } from './convert/tree';
import { parseTopLevel } from './recover';
import { type ParsedText, reparse } from './reparse';
import type { SyntaxTree } from './syntaxTree';

/**
 * Parses any text; what is not Python becomes error nodes and `errors`. `loadGrammar` must have been awaited. Of `before`, an
 * older version, the tree has the statements that the edits since then leave alone.
 */
export function parse(text: string, before?: ParsedText): SyntaxTree {
  return (before && reparse(text, before)) ?? convertTree(text, parseTopLevel(text));
}
