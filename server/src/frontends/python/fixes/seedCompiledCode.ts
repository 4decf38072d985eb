import type { Fix, TextEdit } from '../../../diagnostics/fix';
import type { ProblemOf, RuleContext } from '../rules/rule';
import { nodeAt, pathTo } from './findNode';
import { fileStyle, indentAt, lineStart } from './fileStyle';
import { freeName } from './freeName';
import { importName } from './importName';
import { insert, quickFix } from './quickFix';

/** A compiled function that seeds, called after every seed of Python's generator in the file. */
export function seedCompiledCode(
  problem: ProblemOf<'seed-outside-jit'>,
  context: RuleContext,
): readonly Fix[] {
  const { module, file } = context;
  const told = nodeAt(module, problem.range, 'Call');
  const library = told && module.qualifiedName(told.func);
  const seeds = module.calls
    .filter(({ call, caller }) => !caller?.decorator && module.qualifiedName(call.func) === library)
    .map(({ call }) => call);
  const [first] = seeds;
  const [top] = first ? pathTo(module, first.range) : [];
  if (!first || !top || seeds.some(({ args, keywords }) => args.length !== 1 || keywords.length > 0))
    return [];
  const name = freeName('seed_compiled', context);
  return quickFix(
    'seed-compiled-code',
    'Seed the generator of compiled code as well',
    (): readonly TextEdit[] => {
      const { eol, indent } = fileStyle(file);
      const njit = importName(context, 'numba', 'njit');
      const definition = [
        `@${njit.reference}`,
        `def ${name}(value):`,
        `${indent}${file.slice(first.func.range)}(value)`,
        '',
        '',
        '',
      ];
      return [
        ...njit.edits,
        insert(lineStart(file, top.range.start), definition.join(eol)),
        ...seeds.map(({ args, range }) => {
          const separator = isAlone(range.end, context) ? `${eol}${indentAt(file, range.start)}` : '; ';
          return insert(range.end, `${separator}${name}(${file.slice(args[0]!.range)})`);
        }),
      ];
    },
  );
}

/** Nothing else on the line, so that a line can follow. */
function isAlone(end: number, { file }: RuleContext): boolean {
  const { line, column } = file.positionAt(end);
  return /^\s*(#.*)?$/.test(file.lineText(line).slice(column));
}
