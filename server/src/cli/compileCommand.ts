import { writeFileSync } from 'node:fs';
import type { ModuleIR } from '@jitsight/shared/ir/nodes';
import { printText } from '@jitsight/shared/ir/printer';
import type { EmitOptions } from '@jitsight/shared/wasm/artifact';
import { listRemarks } from '@jitsight/shared/wasm/listRemarks';
import { defaultEmitOptions } from '../execution/compiling/compileService';
import type { Specialization } from '../frontends/frontend';
import { type CliContext, type Services, withServices } from './context';
import { CliFailure, exitFine, usageFailure } from './failure';
import { analysisSettings } from './numbaVersion';
import { placeOf } from './positions';
import { openProject, type Project, parseFunctionTarget, specialize } from './project';

export interface CompileOptions {
  readonly signature?: string;
  readonly emit: 'ir' | 'wat' | 'wasm';
  readonly output?: string;
  readonly optimize: '0' | '1' | '2' | '3';
  readonly boundscheck?: boolean;
  readonly numba?: string;
  readonly python?: string;
}

/** `jitsight compile FILE::FUNC` */
export async function compileCommand(
  context: CliContext,
  target: string,
  options: CompileOptions,
): Promise<number> {
  const { frontend, io } = context;
  const { path, function: name } = parseFunctionTarget(target);
  if (options.emit === 'wasm' && options.output === undefined && process.stdout.isTTY) {
    throw usageFailure('Wasm is binary: write it to a file with -o FILE.wasm, or choose --emit wat.');
  }
  const project = await openProject(frontend, path, await analysisSettings(options));
  const specialization = specialize(project, name, options.signature);
  const ir = lowerOrFail(project, name, specialization);
  const emitOptions: EmitOptions = {
    ...defaultEmitOptions,
    optimizeLevel: Number(options.optimize) as EmitOptions['optimizeLevel'],
    boundsChecks: options.boundscheck === true,
  };
  const bytes = await withServices(context, (services) =>
    emitBytes(services, project, specialization, ir, options.emit, emitOptions),
  );
  if (options.output === undefined) {
    // Binary output goes past the text writer of Io.
    if (options.emit === 'wasm') process.stdout.write(bytes);
    else io.out(Buffer.from(bytes).toString());
    return exitFine;
  }
  writeFileSync(options.output, bytes);
  io.err(
    `${options.output}: ${bytes.length} bytes, ${name}${specialization.signature} -> ${specialization.returnType}\n`,
  );
  return exitFine;
}

async function emitBytes(
  { compiler }: Services,
  project: Project,
  specialization: Specialization,
  ir: ModuleIR,
  form: CompileOptions['emit'],
  options: EmitOptions,
): Promise<Uint8Array> {
  if (form === 'ir') return Buffer.from(printText(ir));
  const artifact = await compiler.compile(specialization.key, ir, { ...options, text: form === 'wat' });
  if (form === 'wasm') return artifact.bytes;
  const remarks = listRemarks(artifact, project.file.source).map(({ text }) => `${text}\n`);
  return Buffer.from(remarks.join('') + withoutLocations(artifact.text ?? ''));
}

/** The listing's location comments are for the editor. */
function withoutLocations(wat: string): string {
  return wat.replaceAll(/^\s*;;@.*\n/gm, '');
}

/** The function's IR; a failure to compile it ends the command with the place and the reason. */
export function lowerOrFail(project: Project, name: string, specialization: Specialization): ModuleIR {
  const { error, signature } = specialization;
  if (specialization.verdict === 'fails' && error) {
    const { line, column } = placeOf(project.file.source, error.range);
    throw new CliFailure(
      `${project.file.path}:${line}:${column + 1}: ${name} does not compile for ${signature}: ${error.message} [${error.code}]`,
    );
  }
  const lowered = specialization.lower();
  if ('ir' in lowered) return lowered.ir;
  throw new CliFailure(
    `${project.file.path}::${name} types for ${signature} but has no code: ${lowered.reason}`,
  );
}
