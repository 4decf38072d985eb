import type { Fix } from '../../../diagnostics/fix';
import type { TextRange } from '@jitsight/shared/source/range';
import type { RuleContext } from '../rules/rule';

/** `# jitsight: ignore[code]` at the end of the line, joined to one that is there. */
export function suppress(code: string, range: TextRange, context: RuleContext): Fix {
  return {
    id: 'suppress',
    title: `Ignore ${code} on this line`,
    kind: 'quickfix',
    safe: false,
    edits: () => {
      const { file } = context;
      const { line } = file.positionAt(range.start);
      const text = file.lineText(line);
      const lineStart = file.offsetAt({ line, column: 0 });
      const existing = /#\s*jitsight:\s*ignore\[([^\]]*)\]/.exec(text);
      if (existing) {
        const at = lineStart + existing.index + existing[0].length - 1;
        return [{ range: { start: at, end: at }, newText: `, ${code}` }];
      }
      const at = lineStart + text.trimEnd().length;
      return [
        { range: { start: at, end: lineStart + text.length }, newText: `  # jitsight: ignore[${code}]` },
      ];
    },
  };
}
