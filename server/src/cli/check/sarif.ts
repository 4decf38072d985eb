import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Diagnostic } from '../../diagnostics/diagnostic';
import { placeOf } from '../positions';
import type { CheckedFile, CheckReport } from './report';

const levels = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const;

/** SARIF 2.1.0, which code-scanning services read. Lines and columns count from 1 there. */
export function checkSarif({ files }: CheckReport): object {
  const codes = [...new Set(files.flatMap((file) => file.diagnostics.map((one) => one.code)))].sort();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'jitsight', rules: codes.map((id) => ({ id })) } },
        columnKind: 'utf16CodeUnits',
        results: files.flatMap((file) => file.diagnostics.map((one) => result(file, one))),
      },
    ],
  };
}

function result(file: CheckedFile, diagnostic: Diagnostic): object {
  return {
    ruleId: diagnostic.code,
    level: levels[diagnostic.severity],
    message: { text: diagnostic.message },
    locations: [location(file, diagnostic.range)],
    relatedLocations: diagnostic.related
      .filter((one) => one.uri === undefined || one.uri === file.source.uri)
      .map((one, id) => ({ id, message: { text: one.message }, ...location(file, one.range) })),
  };
}

function location(file: CheckedFile, range: Diagnostic['range']): object {
  const { line, column, endLine, endColumn } = placeOf(file.source, range);
  const uri = isAbsolute(file.path)
    ? pathToFileURL(file.path).href
    : encodeURI(file.path.replaceAll('\\', '/'));
  return {
    physicalLocation: {
      artifactLocation: { uri },
      region: { startLine: line, startColumn: column + 1, endLine, endColumn: endColumn + 1 },
    },
  };
}
