import type { Statement } from './ast';

/** The blocks of a statement in source order; a function or class definition has its body. */
export function blocksOf(statement: Statement): readonly (readonly Statement[])[] {
  const blocks: (readonly Statement[])[] = [];
  if ('body' in statement) blocks.push(statement.body);
  if ('handlers' in statement) blocks.push(...statement.handlers.map((handler) => handler.body));
  if ('orelse' in statement) blocks.push(statement.orelse);
  if ('finalbody' in statement) blocks.push(statement.finalbody);
  if ('cases' in statement) blocks.push(...statement.cases.map((one) => one.body));
  return blocks;
}

/** The same within one scope: definitions of functions and classes have none. */
export function blocksInScope(statement: Statement): readonly (readonly Statement[])[] {
  return statement.kind === 'FunctionDef' || statement.kind === 'ClassDef' ? [] : blocksOf(statement);
}
