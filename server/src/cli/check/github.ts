import { placeOf } from '../positions';
import type { CheckReport } from './report';

const levels = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' } as const;

/** Workflow commands that GitHub Actions turns into annotations. Hints stay out: they would drown the rest. */
export function checkGithub({ files }: CheckReport): string {
  const lines = files.flatMap((file) =>
    file.diagnostics
      .filter((one) => one.severity !== 'hint')
      .map((one) => {
        const { line, column, endLine, endColumn } = placeOf(file.source, one.range);
        const columns =
          endLine === line ? `,col=${column + 1},endColumn=${Math.max(endColumn, column + 1)}` : '';
        const place = `file=${property(file.path)},line=${line},endLine=${endLine}${columns}`;
        return `::${levels[one.severity]} ${place},title=${property(`jitsight ${one.code}`)}::${data(one.message)}\n`;
      }),
  );
  return lines.join('');
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
