import type { FunctionIR } from '../../src/ir/nodes';
import { parseFunctions } from '../../src/ir/parser';
import { printText } from '../../src/ir/printer';
import { verify } from '../../src/ir/verifier';
import { Remarks, type Report } from '../../src/passes/remark';

/** The body of the first function of an IR text after a pass, one line a statement, and what the pass says of it. */
export function runPass(
  pass: (fn: FunctionIR, report: Report) => FunctionIR,
  text: string,
): { readonly body: string; readonly remarks: readonly string[] } {
  const [first, ...others] = parseFunctions(text);
  const remarks = new Remarks();
  const after = pass(first!, remarks.of('pass'));
  const module = { name: first!.name, entry: first!.name, data: [], functions: [after, ...others] };
  const problems = verify(module);
  if (problems.length > 0) throw new Error(`${problems.join('\n')}\n${printText(module)}`);
  const body = printText({ ...module, functions: [after] })
    .split('\n')
    .filter((line) => line.startsWith('  ') && !line.startsWith('  local '))
    .map((line) => line.slice(2))
    .join('\n');
  return { body, remarks: remarks.list().map(({ message }) => message) };
}

/** Lines without the indentation that they have in a test. */
export function lines(text: string): string {
  const all = text.split('\n').filter((line) => line.trim() !== '');
  const indent = Math.min(...all.map((line) => line.length - line.trimStart().length));
  return all.map((line) => line.slice(indent)).join('\n');
}
