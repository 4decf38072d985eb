import { readFileSync } from 'node:fs';
import { ArgsError } from '../execution/encoding/argsError';
import { decodeArguments } from '../execution/encoding/argsFile';
import { encodeValue } from '../execution/encoding/encode';
import type { PythonValue } from '../execution/encoding/pythonValue';
import { type CallResult, callCompiled } from '../execution/running/callCompiled';
import { signatureOf } from '../execution/encoding/typeOf';
import { defaultRunLimits } from '../execution/running/runService';
import { lowerOrFail } from './compileCommand';
import { type CliContext, withServices } from './context';
import { CliFailure, exitFine, usageFailure } from './failure';
import { analysisSettings } from './numbaVersion';
import { openProject, parseFunctionTarget, specialize } from './project';

export interface RunOptions {
  readonly args: string;
  readonly signature?: string;
  readonly boundscheck?: boolean;
  readonly timeout?: number;
  readonly numba?: string;
  readonly python?: string;
}

/** `jitsight run FILE::FUNC --args ARGS.json` */
export async function runCommand(context: CliContext, target: string, options: RunOptions): Promise<number> {
  const { frontend, io } = context;
  const { path, function: name } = parseFunctionTarget(target);
  const args = readArguments(options.args);
  const project = await openProject(frontend, path, await analysisSettings(options));
  const specialization = specialize(project, name, options.signature ?? signatureOf(args));
  const ir = lowerOrFail(project, name, specialization);
  const limits = { ...defaultRunLimits, ...(options.timeout ? { deadlineMs: options.timeout * 1000 } : {}) };
  const result = await withServices(context, async ({ compiler, runner }) => {
    const artifact = await compiler.compile(specialization.key, ir, {
      optimizeLevel: 2,
      boundsChecks: options.boundscheck === true,
    });
    return callCompiled((hostArgs) => runner.run(artifact, hostArgs, limits), specialization, args);
  });
  io.out(`${lineByLine(resultJson(result))}\n`);
  return exitFine;
}

/** Reads ARGS.json; what is wrong in it is told with the place. */
export function readArguments(path: string): PythonValue[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw usageFailure(`${path} cannot be read: ${(error as Error).message}`);
  }
  try {
    return decodeArguments(text);
  } catch (error) {
    if (error instanceof ArgsError) throw new CliFailure(`${path}: ${error.message}`);
    throw error;
  }
}

/** JSON with a line per key: a list of a thousand encoded values on a line each would bury the rest. */
function lineByLine(object: object): string {
  const lines = Object.entries(object).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`,
  );
  return `{\n${lines.join(',\n')}\n}`;
}

function resultJson(result: CallResult): object {
  return {
    returns: result.returns ? encodeValue(result.returns) : null,
    argsAfter: result.argsAfter.map((arg) => encodeValue(arg)),
    raises: result.raises?.name ?? null,
    message: result.raises?.message ?? null,
    stdout: result.printed,
  };
}
