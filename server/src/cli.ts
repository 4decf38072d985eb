import { processIo } from './cli/io';
import { runCli } from './cli/program';
import { startCompileService } from './execution/compiling/compileService';
import { startRunService } from './execution/running/runService';
import { pythonFrontend } from './frontends/python/pythonFrontend';

const context = {
  frontend: pythonFrontend,
  io: processIo(),
  version: '0.1.0',
  startServices: () => ({ compiler: startCompileService(), runner: startRunService() }),
  // The server is a bundle of its own, so that the command line does not load what it does not need.
  serveLanguage: async () => {
    await import(new URL('./main.mjs', import.meta.url).href);
  },
};

try {
  process.exitCode = await runCli(process.argv.slice(2), context);
} catch (error) {
  context.io.err(
    `Jitsight failed, which is a bug of ours: ${error instanceof Error ? error.stack : error}\n`,
  );
  process.exitCode = 1;
}
