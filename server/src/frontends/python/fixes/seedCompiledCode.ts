import type { Fix, TextEdit } from '../../../diagnostics/fix';
import type { ProblemOf, RuleContext } from '../rules/rule';
import { nodeAt, pathTo } from './findNode';
import { fileStyle, indentAt, lineStart } from './fileStyle';
import { freeName } from './freeName';
import { importName } from './importName';
import { insert, quickFix } from './quickFix';

/** A compiled function that seeds, called after the seed of Python's generator. */
export function seedCompiledCode(
  problem: ProblemOf<'seed-outside-jit'>,
  context: RuleContext,
): readonly Fix[] {
  const call = nodeAt(context.module, problem.range, 'Call');
  const [top] = pathTo(context.module, problem.range);
  const argument = call?.args.length === 1 && call.keywords.length === 0 ? call.args[0] : undefined;
  if (!call || !argument || !top) return [];
  const name = freeName('seed_compiled', context);
  return quickFix(
    'seed-compiled-code',
    'Seed the generator of compiled code as well',
    (): readonly TextEdit[] => {
      const { file } = context;
      const { eol, indent } = fileStyle(file);
      const njit = importName(context, 'numba', 'njit');
      const seed = file.slice(call.func.range);
      const definition = [`@${njit.reference}`, `def ${name}(value):`, `${indent}${seed}(value)`, '', '', ''];
      return [
        ...njit.edits,
        insert(lineStart(file, top.range.start), definition.join(eol)),
        insert(
          call.range.end,
          `${eol}${indentAt(file, call.range.start)}${name}(${file.slice(argument.range)})`,
        ),
      ];
    },
  ).filter(() => isAlone(call.range.end, context));
}

/** Nothing else on the line, so that a line can follow. */
function isAlone(end: number, { file }: RuleContext): boolean {
  const { line, column } = file.positionAt(end);
  return file.lineText(line).slice(column).trim() === '';
}
