import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { PythonFailure } from '../execution/python/pythonWorker';
import { WorkerFailure } from '../execution/workers/workerClient';
import { type CheckOptions, checkCommand } from './check/command';
import { type CompileOptions, compileCommand } from './compileCommand';
import { type ConformOptions, conformCommand } from './conform/command';
import { childCommand, serveCases } from './conform/pool';
import type { CliContext } from './context';
import { CliFailure, exitFailure, exitFine, exitUsage } from './failure';
import { type MeasureOptions, measureCommand } from './measure/command';
import { type OverviewOptions, overviewCommand } from './overview/command';
import { type RunOptions, runCommand } from './runCommand';
import { type TypesOptions, typesCommand } from './typesCommand';

/** Runs one command line and returns its exit code: 0 fine, 1 findings or failures, 2 usage. */
export async function runCli(args: readonly string[], context: CliContext): Promise<number> {
  let exitCode = exitFine;
  const program = createProgram(context, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitFine : exitUsage;
    const known =
      error instanceof CliFailure || error instanceof WorkerFailure || error instanceof PythonFailure;
    if (!known) throw error;
    context.io.err(`${context.io.errColors.red('error:')} ${error.message}\n`);
    return error instanceof CliFailure ? error.exitCode : exitFailure;
  }
}

function createProgram(context: CliContext, done: (exitCode: number) => void): Command {
  const { io } = context;
  const program = new Command('jitsight')
    .description(
      'Where Numba helps, why a function fails in nopython mode, what it compiles to and how fast it is.',
    )
    .version(context.version)
    .exitOverride()
    .showHelpAfterError('(--help says more)')
    .configureOutput({ writeOut: (text) => io.out(text), writeErr: (text) => io.err(text) });
  const command = (usage: string, description: string) =>
    program.command(usage).description(description).exitOverride().helpOption('-h, --help', 'show this help');
  const target = 'a source file and, behind "::", the qualified name of a function';

  withNumba(command('check', 'report what Numba would refuse, and where it would help'))
    .argument('<path...>', 'files, notebooks, and folders to walk')
    .addOption(choice('--format <form>', 'how findings are written', ['text', 'json', 'sarif', 'github']))
    .action(async (paths: string[], options: CheckOptions) =>
      done(await checkCommand(context, paths, options)),
    );

  withNumba(command('types', "show a function's types as Numba infers them"))
    .argument('<file::func>', target)
    .option('--signature <types>', 'argument types, "(array(float64, 1d, C), int64)", or a whole signature')
    .addOption(choice('--format <form>', 'how types are written', ['text', 'json']))
    .action(async (file: string, options: TypesOptions) => done(await typesCommand(context, file, options)));

  withNumba(command('compile', 'compile a function to WebAssembly'))
    .argument('<file::func>', target)
    .option('--signature <types>', 'argument types, or a whole signature')
    .addOption(
      choice('--emit <form>', 'typed IR, WebAssembly as text, or the module itself', ['wat', 'ir', 'wasm']),
    )
    .option('-o, --output <file>', 'where to write it (default: standard output)')
    .addOption(choice('--optimize <level>', 'optimisation level', ['2', '0', '1', '3']))
    .option('--boundscheck', 'check array indices, as @njit(boundscheck=True) does')
    .action(async (file: string, options: CompileOptions) =>
      done(await compileCommand(context, file, options)),
    );

  withNumba(command('run', 'compile a function, call it once and print the outcome as JSON'))
    .argument('<file::func>', target)
    .requiredOption('--args <file>', 'JSON array with one value per argument, plain or encoded')
    .option('--signature <types>', "argument types (default: the arguments' own)")
    .option('--boundscheck', 'check array indices, as @njit(boundscheck=True) does')
    .option('--timeout <seconds>', 'stop a call that takes longer', positive, 10)
    .action(async (file: string, options: RunOptions) => done(await runCommand(context, file, options)));

  withNumba(command('measure', 'run a program for its calls and time its functions in every engine there is'))
    .argument('<file[::func]>', 'a source file; with "::" and a name only that function')
    .addOption(
      new Option('--args <file>', 'JSON array of arguments to use; the program is not run').conflicts('size'),
    )
    .option(
      '--size <n>',
      'make arguments of this many elements per axis; the program is not run',
      wholePositive,
    )
    .option('--budget <seconds>', 'time for the rounds of one function', positive)
    .addOption(choice('--format <form>', 'how figures are written', ['text', 'json']))
    .action(async (file: string, options: MeasureOptions) =>
      done(await measureCommand(context, file, options)),
    );

  withNumba(command('overview', 'analyse, compile and measure whole programs, as one table'))
    .argument('<path...>', 'files, and folders to walk')
    .option('--budget <seconds>', 'time for the rounds of one function', positive)
    .action(async (paths: string[], options: OverviewOptions) =>
      done(await overviewCommand(context, paths, options)),
    );

  command('conform', 'compare with what real Numba was recorded to answer')
    .argument('<folder>', 'case modules NAME.py with a recorded NAME.json beside each')
    .option('--jsonl <file>', 'write the answer to each record as a line of JSON')
    .option('--module <name>', 'only this module')
    .option('--differences', 'list every disagreement')
    .action(async (folder: string, options: ConformOptions) =>
      done(await conformCommand(context, folder, options)),
    );

  command('lsp', 'serve the language server protocol')
    .requiredOption('--stdio', 'over standard input and output')
    .action(() => context.serveLanguage());

  program.command(childCommand, { hidden: true }).action(() => serveCases(context));
  return program;
}

function withNumba(command: Command): Command {
  return command
    .option('--numba <version>', "rules of this version, 0.68 (default: the interpreter's, else the newest)")
    .option(
      '--python <path>',
      'interpreter to use (default: the first on PATH that has NumPy, else the first)',
    );
}

/** The first value is the default. */
function choice(flags: string, description: string, values: readonly string[]): Option {
  return new Option(flags, description).choices([...values]).default(values[0]);
}

function positive(text: string): number {
  const value = Number(text);
  if (Number.isFinite(value) && value > 0) return value;
  throw new InvalidArgumentError('It must be a number above 0.');
}

function wholePositive(text: string): number {
  const value = positive(text);
  if (Number.isSafeInteger(value) && value <= 2 ** 30) return value;
  throw new InvalidArgumentError('It must be a whole number up to 1073741824.');
}
