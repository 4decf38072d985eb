import pc from 'picocolors';
import { runCli } from '../../src/cli/program';
import { buildWorkers } from '../execution/builtWorkers';
import { startCompileService } from '../../src/execution/compiling/compileService';
import { startRunService } from '../../src/execution/running/runService';
import type { Frontend } from '../../src/frontends/frontend';

export interface CliResult {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

const folder = await buildWorkers();

/** Runs a command line in this process and keeps what it wrote. */
export async function cli(frontend: Frontend, args: readonly string[], columns = 100): Promise<CliResult> {
  let out = '';
  let err = '';
  const colors = pc.createColors(false);
  const exitCode = await runCli(args, {
    frontend,
    version: '1.2.3',
    startServices: () => ({ compiler: startCompileService({ folder }), runner: startRunService({ folder }) }),
    serveLanguage: async () => {},
    io: {
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
      colors,
      errColors: colors,
      columns,
      interactive: false,
    },
  });
  return { exitCode, out, err };
}
