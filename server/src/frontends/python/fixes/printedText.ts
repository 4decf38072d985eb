import type { Fix } from '../../../diagnostics/fix';
import type { JoinedStr } from '../parse/ast';
import type { ProblemOf, RuleContext } from '../rules/rule';
import { nodeAt } from './findNode';
import { fileStyle } from './fileStyle';
import { quickFix, replace } from './quickFix';

/** `print(f"x = {x}")` becomes `print("x =", x)`: print knows floats, text does not. */
export function splitPrintedText(
  problem: Pick<ProblemOf<'float-to-text'>, 'range'>,
  context: RuleContext,
): readonly Fix[] {
  const text = nodeAt(context.module, problem.range, 'JoinedStr');
  const call = nodeAt(context.module, problem.range, 'Call');
  if (!text || !call || call.args.length !== 1 || call.args[0] !== text) return [];
  if (context.module.qualifiedName(call.func) !== 'builtins.print') return [];
  const parts = printArguments(text, context);
  if (!parts) return [];
  return quickFix('split-printed-text', 'Pass the values to print() as arguments', () => [
    replace(text.range, parts.join(', ')),
  ]);
}

function printArguments(text: JoinedStr, context: RuleContext): readonly string[] | undefined {
  const { quote } = fileStyle(context.file);
  const parts: string[] = [];
  for (const one of text.values) {
    if (typeof one === 'string') {
      if (/[\\\n\r'"]/.test(one)) return undefined;
      // print puts a space between its arguments.
      if (one.trim()) parts.push(`${quote}${one.trim()}${quote}`);
    } else {
      if (one.conversion || one.formatSpec) return undefined;
      parts.push(context.file.slice(one.value.range));
    }
  }
  return parts;
}
