import type { SyntaxTree } from './syntaxTree';

/** A tree on paper, one statement a line: `Assign(targets=[Name(id='x')], value=Constant(int 1))`, blocks indented. */
export function printTree(tree: SyntaxTree): string {
  const errors = tree.errors.map(({ range, message }) => `! ${range.start}-${range.end} ${message}`);
  return [...printBlock(tree.body, ''), ...errors].join('\n');
}

type Fields = Readonly<Record<string, unknown>>;

const hidden = new Set(['kind', 'range']);

function printBlock(body: readonly unknown[], indent: string): string[] {
  return body.flatMap((statement) => {
    const fields = statement as Fields;
    const blocks = blocksOf(fields);
    const inline = Object.entries(fields).filter(([name]) => !blocks.some(([block]) => block === name));
    const nested = blocks.flatMap(([name, block]) => [
      `${indent}  ${name}:`,
      ...printBlock(block, `${indent}    `),
    ]);
    return [indent + printNode(Object.fromEntries(inline)), ...nested];
  });
}

function blocksOf(fields: Fields): [string, readonly unknown[]][] {
  return ['body', 'handlers', 'orelse', 'finalbody', 'cases'].flatMap(
    (name): [string, readonly unknown[]][] => {
      const value = fields[name];
      return Array.isArray(value) && value.length > 0 ? [[name, value]] : [];
    },
  );
}

function printNode(fields: Fields): string {
  const kind = typeof fields.kind === 'string' ? fields.kind : '';
  if (kind === 'Constant') return `Constant(${printConstant(fields.value as Fields)})`;
  const parts = Object.entries(fields)
    .filter(([name, value]) => !isHidden(name, value))
    .map(([name, value]) => `${name}=${printValue(value)}`);
  return `${kind}(${parts.join(', ')})`;
}

function isHidden(name: string, value: unknown): boolean {
  if (hidden.has(name) || name.endsWith('Range')) return true;
  return value === undefined || value === false || (Array.isArray(value) && value.length === 0);
}

function printConstant({ type, value }: Fields): string {
  if (value === undefined) return String(type);
  const shown = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return `${type} ${shown}`;
}

function printValue(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(printValue).join(', ')}]`;
  if (typeof value === 'string') return `'${value}'`;
  if (typeof value === 'object' && value !== null) return printNode(value as Fields);
  return String(value);
}
