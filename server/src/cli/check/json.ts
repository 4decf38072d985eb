import type { Diagnostic } from '../../diagnostics/diagnostic';
import type { Fix } from '../../diagnostics/fix';
import type { FunctionUnit } from '../../frontends/frontend';
import { placeOf } from '../positions';
import { type CheckedFile, type CheckReport, relatedPlace } from './report';

/** The stable JSON form of `jitsight check`. */
export function checkJson(report: CheckReport): object {
  const { settings, files } = report;
  return {
    numba: settings.numba,
    numbaSource: settings.numbaSource,
    files: files.map((file) => ({
      path: file.path,
      functions: file.functions.map((unit) => functionJson(file, unit)),
      diagnostics: file.diagnostics.map((one) => diagnosticJson(report, file, one)),
    })),
  };
}

function functionJson(file: CheckedFile, unit: FunctionUnit): object {
  const { line, endLine } = placeOf(file.source, unit.range);
  return {
    name: unit.name,
    line,
    endLine,
    kind: unit.kind,
    verdict: unit.verdict,
    specializations: unit.specializations.map(({ signature, origin, returnType, verdict, parameters }) => ({
      signature,
      origin,
      returnType,
      verdict,
      parameters: parameters.map(({ name, type, origin }) => ({ name, type, origin })),
    })),
    advice: unit.advice.map(({ code, range, score, message }) => ({
      code,
      line: placeOf(file.source, range).line,
      score,
      message,
    })),
  };
}

function diagnosticJson(report: CheckReport, file: CheckedFile, diagnostic: Diagnostic): object {
  const place = placeOf(file.source, diagnostic.range);
  return {
    code: diagnostic.code,
    severity: diagnostic.severity,
    message: diagnostic.message,
    ...place,
    ...cellJson(file, place.line),
    function: diagnostic.function,
    related: diagnostic.related.map((one) => ({ ...relatedPlace(report, file, one), message: one.message })),
    fixes: diagnostic.fixes.map((fix) => fixJson(file, fix)),
    ...(diagnostic.numbaError ? { numba: diagnostic.numbaError } : {}),
  };
}

function fixJson(file: CheckedFile, fix: Fix): object {
  const edits = fix.edits().map(({ range, newText }) => ({ ...placeOf(file.source, range), newText }));
  return { id: fix.id, title: fix.title, safe: fix.safe, edits };
}

function cellJson({ cells }: CheckedFile, line: number): object {
  const cell = cells?.findLast((one) => one.firstLine <= line);
  return cell ? { cell: cell.number, cellLine: line - cell.firstLine + 1 } : {};
}
