import type { PanelContent, PanelLine } from '@jitsight/shared/protocol/panel';
import {
  type CompiledCodeParams,
  type CompiledCodeResult,
  compiledCodeChangedNotification,
  compiledCodeRequest,
} from '@jitsight/shared/protocol/requests';
import { printModule } from '@jitsight/shared/ir/printer';
import type { EmitOptions } from '@jitsight/shared/wasm/artifact';
import { foldListing } from '@jitsight/shared/wasm/foldListing';
import { listRemarks } from '@jitsight/shared/wasm/listRemarks';
import { listWat } from '@jitsight/shared/wasm/listing';
import { sectionSizes } from '@jitsight/shared/wasm/sections';
import { bestSpecialization, unitAt, unitNamed } from '../analysis/units';
import { defaultEmitOptions } from '../execution/compiling/compileService';
import type { FunctionUnit, Specialization } from '../frontends/frontend';
import type { Analyzed, Session } from './session';

const unoptimized: EmitOptions = { optimizeLevel: 0, boundsChecks: true, text: true };
const optimized: EmitOptions = { ...defaultEmitOptions, text: true };

/** `jitsight/compiledCode`: every stage of one function, line by line. */
export function registerCompiledCode(session: Session): void {
  session.connection.onRequest(compiledCodeRequest, (params: CompiledCodeParams) =>
    compiledCode(session, params),
  );
}

/** Tells the client that an open panel shows older code. */
export function announceChange(session: Session, { source }: Analyzed): void {
  for (const { uri } of source.documents) {
    void session.connection.sendNotification(compiledCodeChangedNotification, { uri });
  }
}

export async function compiledCode(
  session: Session,
  params: CompiledCodeParams,
): Promise<CompiledCodeResult> {
  const source = session.sourceOf(params.uri);
  if (!source) return { error: 'This document is not open, so there is nothing to compile.' };
  const analyzed = await session.analyzed(source.file.uri);
  if (!analyzed) return { error: 'The text changed meanwhile; ask again.' };
  const unit = findUnit(analyzed, params);
  if (!unit) return { error: 'There is no function here. Put the cursor into one.' };
  const specialization = params.signature
    ? unit.specializations.find((one) => one.signature === params.signature)
    : bestSpecialization(unit);
  if (!specialization)
    return { error: `No argument types are known for '${unit.name}', so there is nothing to compile.` };
  try {
    return await describe(session, analyzed, unit, specialization);
  } catch (error) {
    return {
      error: `'${unit.name}' could not be compiled: ${error instanceof Error ? error.message : error}`,
    };
  }
}

export function findUnit(
  { source, analysis }: Analyzed,
  params: Pick<CompiledCodeParams, 'uri' | 'function' | 'position'>,
): FunctionUnit | undefined {
  if (params.function) return unitNamed(analysis, params.function);
  return params.position && unitAt(analysis, source.toOffset(params.uri, params.position));
}

async function describe(
  session: Session,
  analyzed: Analyzed,
  unit: FunctionUnit,
  specialization: Specialization,
): Promise<PanelContent> {
  const { source } = analyzed;
  const { uri, range } = source.toLocation(unit.range);
  const common = {
    uri,
    version: source.documents.find((one) => one.uri === uri)?.version ?? source.file.version,
    function: unit.name,
    signature: specialization.signature,
    returnType: specialization.returnType,
    specializations: unit.specializations.map((one) => one.signature),
    sourceLines: [range.start.line, range.end.line] as const,
  };
  const lowered = specialization.lower();
  if ('reason' in lowered) {
    return { ...common, ...nothing, notCompiled: specialization.error?.message ?? lowered.reason };
  }
  const { compiler } = session.execution;
  const [before, after] = [
    await compiler.compile(specialization.key, lowered.ir, unoptimized),
    await compiler.compile(specialization.key, lowered.ir, optimized),
  ];
  const toDocument = (lines: readonly PanelLine[]) => lines.map((line) => placed(line, analyzed));
  return {
    ...common,
    ir: toDocument(printModule(lowered.ir, source.file).lines),
    wat: toDocument(foldListing(listWat(before, source.file)).lines),
    watOptimized: toDocument([
      ...listRemarks(after, source.file),
      ...foldListing(listWat(after, source.file)).lines,
    ]),
    size: {
      unoptimizedBytes: before.bytes.length,
      optimizedBytes: after.bytes.length,
      sections: sectionSizes(after.bytes),
      timings: after.timings,
    },
  };
}

const nothing = {
  ir: [],
  wat: [],
  watOptimized: [],
  size: { unoptimizedBytes: 0, optimizedBytes: 0, sections: [], timings: {} },
};

/** A notebook's lines are counted per cell by its client. */
function placed(line: PanelLine, { source }: Analyzed): PanelLine {
  if (line.sourceLine === undefined || source.documents.length === 1) return line;
  const start = source.file.offsetAt({ line: line.sourceLine, column: 0 });
  return { ...line, sourceLine: source.toLocation({ start, end: start }).range.start.line };
}
