import type { SourceFile } from '../source/sourceFile';
import type { TextRange } from '../source/range';
import type { Expression, FunctionIR, LocalIR, ModuleIR, ParameterIR, PrintPiece, Statement } from './nodes';
import { printAddress, printError, printExpression, printList } from './printExpression';
import { printName, printValueType } from './text';
import { childrenOf, expressionsOf } from './walk';

/** A line of printed IR and the source text it came from. */
export interface PrintedLine {
  readonly text: string;
  readonly range?: TextRange;
}

/** The module as text that `parseModule` reads back; with `source`, each line knows its source line. */
export function printModule(
  module: ModuleIR,
  source?: SourceFile,
): { readonly lines: readonly { readonly text: string; readonly sourceLine?: number }[] } {
  return {
    lines: printLines(module).map(({ text, range }) =>
      source && range ? { text, sourceLine: source.positionAt(range.start).line } : { text },
    ),
  };
}

/** The module as one string. */
export function printText(module: ModuleIR): string {
  return `${printLines(module)
    .map((line) => line.text)
    .join('\n')}\n`;
}

/** The module's lines, each with the range of the statement it prints. */
export function printLines(module: ModuleIR): PrintedLine[] {
  const lines: PrintedLine[] = [
    { text: `module ${printName(module.name)}` },
    { text: `entry ${printName(module.entry)}` },
  ];
  for (const segment of module.data) {
    const hex = Buffer.from(segment.bytes).toString('hex');
    lines.push({ text: `data ${printName(segment.name)} align ${segment.align} "${hex}"` });
  }
  for (const fn of module.functions) lines.push({ text: '' }, ...printFunction(fn));
  return lines;
}

/** One function's lines. */
export function printFunction(fn: FunctionIR): PrintedLine[] {
  const flags = `${fn.alwaysInline ? ' alwaysInline' : ''}${fn.fastmath ? ' fastmath' : ''}`;
  const params = fn.params.map(printParameter).join(', ');
  const head = `func ${printName(fn.name)}(${params}) -> ${printValueType(fn.result)}${flags} {`;
  const lines: PrintedLine[] = [{ text: head, range: fn.range }];
  const received = new Set(fn.params.flatMap((param) => param.locals));
  for (const text of printLocals(fn.locals.filter((local) => !received.has(local.name)))) {
    lines.push({ text: `  ${text}` });
  }
  printBody(fn.body, '  ', lines);
  lines.push({ text: '}' });
  return lines;
}

function printParameter(param: ParameterIR): string {
  const { locals, name } = param;
  const usual = usualLocals(name, locals.length);
  const where = locals.some((local, i) => local !== usual[i])
    ? ` in (${locals.map(printName).join(', ')})`
    : '';
  const display = param.displayType === undefined ? '' : ` ${JSON.stringify(param.displayType)}`;
  return `${printName(name)}: ${printValueType(param.type)}${where}${display}`;
}

/** What the locals of a parameter are called unless the text says otherwise. */
export function usualLocals(name: string, count: number): string[] {
  return count === 1 ? [name] : Array.from({ length: count }, (_, i) => `${name}.${i}`);
}

function printLocals(locals: readonly LocalIR[]): string[] {
  const lines: string[] = [];
  for (let i = 0; i < locals.length; ) {
    const type = locals[i]!.type;
    const names: string[] = [];
    while (locals[i]?.type === type && names.length < 8) names.push(printName(locals[i++]!.name));
    lines.push(`local ${names.join(', ')}: ${type}`);
  }
  return lines;
}

function printBody(body: readonly Statement[], indent: string, lines: PrintedLine[]): void {
  for (const statement of body) printStatement(statement, indent, lines);
}

function printStatement(statement: Statement, indent: string, lines: PrintedLine[]): void {
  const range = rangeOf(statement);
  const line = (text: string) => lines.push({ text: indent + text, range });
  const nested = (body: readonly Statement[]) => printBody(body, `${indent}  `, lines);
  switch (statement.op) {
    case 'if':
      line(`if ${printExpression(statement.condition)} {`);
      nested(statement.whenTrue);
      if (statement.whenFalse.length > 0) {
        lines.push({ text: `${indent}} else {` });
        nested(statement.whenFalse);
      }
      break;
    case 'try':
      line('try {');
      nested(statement.body);
      lines.push({ text: `${indent}} catch {` });
      nested(statement.handler);
      break;
    case 'loop':
    case 'block':
      line(`${statement.op} ${printName(statement.label)} {`);
      nested(statement.body);
      break;
    case 'for': {
      const bounds = `${printExpression(statement.start)} to ${printExpression(statement.stop)} step ${printExpression(statement.step)}`;
      const head = `for ${printName(statement.label)} ${printName(statement.index)} = ${bounds}`;
      line(`${head}${statement.parallel ? ' parallel' : ''} {`);
      nested(statement.body);
      break;
    }
    default:
      line(printSimple(statement));
      return;
  }
  lines.push({ text: `${indent}}` });
}

type SimpleStatement = Exclude<Statement, { op: 'if' | 'try' | 'loop' | 'block' | 'for' }>;

function printSimple(statement: SimpleStatement): string {
  switch (statement.op) {
    case 'set':
      return `${printName(statement.local)} = ${printExpression(statement.value)}`;
    case 'store': {
      const { address, value, lowBytes } = statement;
      return `${value.type}${lowBytes ? `.low${lowBytes}` : ''}[${printAddress(address)}] = ${printExpression(value)}`;
    }
    case 'evaluate':
      return `eval ${printExpression(statement.value)}`;
    case 'callMany': {
      const results = statement.results.map(printName).join(', ');
      const call = `call ${printName(statement.callee)}(${printList(statement.args)})`;
      return results ? `${results} <- ${call}` : call;
    }
    case 'break':
    case 'continue':
      return `${statement.op} ${printName(statement.label)}`;
    case 'return':
      return statement.values.length > 0 ? `return ${printList(statement.values)}` : 'return';
    case 'raise':
      return `raise ${printError(statement.error, statement.args)}`;
    case 'print':
      return `print ${statement.pieces.map(printPiece).join(', ')}`.trimEnd();
    case 'memoryCopy':
      return `memoryCopy(${printList([statement.target, statement.source, statement.size])})`;
    case 'memoryFill':
      return `memoryFill(${printList([statement.target, statement.byte, statement.size])})`;
  }
}

function printPiece(piece: string | PrintPiece): string {
  if (typeof piece === 'string') return JSON.stringify(piece);
  return `${printValueType(piece.type)} ${JSON.stringify(piece.displayType)} (${printList(piece.parts)})`;
}

function rangeOf(statement: Statement): TextRange | undefined {
  if (statement.range) return statement.range;
  for (const expression of expressionsOf(statement)) {
    const range = innerRange(expression);
    if (range) return range;
  }
  return undefined;
}

function innerRange(expression: Expression): TextRange | undefined {
  if (expression.range) return expression.range;
  for (const child of childrenOf(expression)) {
    const range = innerRange(child);
    if (range) return range;
  }
  return undefined;
}
