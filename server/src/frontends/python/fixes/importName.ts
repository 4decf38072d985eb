import type { TextEdit } from '../../../diagnostics/fix';
import type { Import, ImportFrom, Statement } from '../parse/ast';
import type { RuleContext } from '../rules/rule';
import { fileStyle, nextLineStart } from './fileStyle';
import { standardLibrary } from './standardLibrary';

/** How to write a name of a module in this file, and what must be edited first so that it works. */
export interface ImportedName {
  readonly reference: string;
  readonly edits: readonly TextEdit[];
}

/**
 * Makes `module.name` usable with the least change: the name already imported (under whatever alias), a member of
 * an imported module (`nb.njit`), an extended `from module import ...`, or a new import after the last one.
 */
export function importName(context: RuleContext, module: string, name: string): ImportedName {
  const imports = context.module.tree.body.filter(isImport);
  const known = alreadyImported(imports, module, name);
  if (known) return { reference: known, edits: [] };
  const asMember = context.module.moduleScope.symbols.has(name);
  const from = imports.find(
    (one): one is ImportFrom =>
      one.kind === 'ImportFrom' && one.level === 0 && one.module === module && one.names.length > 0,
  );
  if (from && !asMember) return { reference: name, edits: [extendImport(context, from, name)] };
  if (asMember)
    return {
      reference: `${module}.${name}`,
      edits: [addImport(context, imports, `import ${module}`, module)],
    };
  return { reference: name, edits: [addImport(context, imports, `from ${module} import ${name}`, module)] };
}

/** Makes a module usable under its usual name: `import numpy as np`. */
export function importModule(context: RuleContext, module: string, alias: string): ImportedName {
  const imports = context.module.tree.body.filter(isImport);
  for (const one of imports) {
    if (one.kind !== 'Import') continue;
    for (const found of one.names)
      if (found.name === module) return { reference: found.asName ?? module, edits: [] };
  }
  const line = alias === module ? `import ${module}` : `import ${module} as ${alias}`;
  return { reference: alias, edits: [addImport(context, imports, line, module)] };
}

/** Several names of one module: their edits put together so that they do not overlap. */
export function importNames(
  context: RuleContext,
  module: string,
  names: readonly string[],
): { references: string[]; edits: TextEdit[] } {
  const single = names.map((name) => importName(context, module, name));
  const byPlace = new Map<number, TextEdit>();
  for (const edit of single.flatMap((one) => one.edits)) {
    const before = byPlace.get(edit.range.start);
    byPlace.set(
      edit.range.start,
      before ? { ...edit, newText: joinImports(before.newText, edit.newText) } : edit,
    );
  }
  return { references: single.map((one) => one.reference), edits: [...byPlace.values()] };
}

function joinImports(first: string, second: string): string {
  const added = /^(\s*from \S+ import )(\w+)(\s*)$/.exec(second);
  const start = /^(\s*from \S+ import )([\w, ]+)(\s*)$/.exec(first);
  if (added && start && added[1]!.trim() === start[1]!.trim())
    return `${start[1]}${start[2]}, ${added[2]}${start[3]}`;
  return first.endsWith('\n') || second.startsWith(',')
    ? first + second.replace(/^\r?\n/, '')
    : first + second;
}

function isImport(statement: Statement): statement is Import | ImportFrom {
  return statement.kind === 'Import' || statement.kind === 'ImportFrom';
}

function alreadyImported(
  imports: readonly (Import | ImportFrom)[],
  module: string,
  name: string,
): string | undefined {
  for (const one of imports) {
    for (const found of one.names) {
      if (one.kind === 'ImportFrom' && one.level === 0 && one.module === module && found.name === name)
        return found.asName ?? name;
      if (one.kind === 'Import' && found.name === module) return `${found.asName ?? module}.${name}`;
    }
  }
  return undefined;
}

/** After the last name, in the list's own style: one line, or parenthesised with a trailing comma or without. */
function extendImport(context: RuleContext, from: ImportFrom, name: string): TextEdit {
  const last = from.names.at(-1)!;
  const { file } = context;
  const multiline = file.slice(from.range).includes('\n');
  const separator = multiline
    ? `,${fileStyle(file).eol}${/^[ \t]*/.exec(file.lineText(file.positionAt(last.range.start).line))![0]}`
    : ', ';
  return { range: { start: last.range.end, end: last.range.end }, newText: `${separator}${name}` };
}

function addImport(
  context: RuleContext,
  imports: readonly (Import | ImportFrom)[],
  line: string,
  module: string,
): TextEdit {
  const { file } = context;
  const { eol } = fileStyle(file);
  const header = headerImports(context.module.tree.body);
  const after =
    header.at(-1) ?? imports.find((one) => one.kind === 'ImportFrom' && one.module === '__future__');
  if (!after) {
    const first = docstringEnd(context.module.tree.body);
    const at = first === undefined ? leadingCommentsEnd(file.text) : nextLineStart(file, first);
    const newText = first === undefined ? `${line}${eol}${eol}${eol}` : `${eol}${line}${eol}`;
    return { range: { start: at, end: at }, newText };
  }
  const at = nextLineStart(file, after.range.end);
  const unended = at === file.text.length && !/[\r\n]$/.test(file.text);
  const gap = isStandard(after) && !standardLibrary.has(module) ? eol : '';
  return { range: { start: at, end: at }, newText: `${unended ? eol : ''}${gap}${line}${eol}` };
}

/** Imports of the block at the top, before any other code but the docstring. */
function headerImports(body: readonly Statement[]): readonly (Import | ImportFrom)[] {
  const header: (Import | ImportFrom)[] = [];
  for (const [i, statement] of body.entries()) {
    if (isImport(statement)) header.push(statement);
    else if (!(i === 0 && isDocstring(statement))) break;
  }
  return header;
}

function isStandard(one: Import | ImportFrom): boolean {
  const module = one.kind === 'Import' ? one.names[0]?.name : one.module;
  return standardLibrary.has((module ?? '').split('.')[0]!);
}

function docstringEnd(body: readonly Statement[]): number | undefined {
  return body[0] && isDocstring(body[0]) ? body[0].range.end : undefined;
}

function isDocstring(statement: Statement): boolean {
  return (
    statement.kind === 'ExpressionStatement' &&
    statement.value.kind === 'Constant' &&
    statement.value.value.type === 'str'
  );
}

/** Behind `#!`, coding and licence comments. */
function leadingCommentsEnd(text: string): number {
  return /^(?:\uFEFF)?(?:#[^\n]*\n)*/.exec(text)![0].length;
}
