import type { WasmArtifact } from '@jitsight/shared/wasm/artifact';
import type { FunctionUnit, Specialization } from '../../frontends/frontend';
import type { MeasureRequest, MeasureTools } from '../measure';
import type { EngineTiming, Measurement } from '../measurement';
import { type Agreement, agree, type EngineResult } from './agreement';
import { caveats } from './caveats';
import { type ChosenInputs, chooseInputs } from './chooseInputs';
import { type Engine, type EngineCall, engineNames } from './engine';
import { firstLines } from './firstLines';
import { fitSize } from './fitSize';
import type { Programs } from './programs';
import { type PythonEngines, startNumba, startPlain } from './pythonEngines';
import { timeRounds } from './rounds';
import { sizeOf } from './size';
import { threadNotes } from './threadNotes';
import { allowedDifference } from './tolerance';
import { wasmEngine } from './wasmEngine';

const defaultBudgetMs = 5_000;
const failed = Symbol('failed');

/** Measures one function in every engine there is, on the same arguments. */
export async function measureFunction(
  request: MeasureRequest,
  tools: MeasureTools,
  unit: FunctionUnit,
  programs: Programs | undefined,
): Promise<Measurement | { readonly problem: string }> {
  const { frontend, file, settings, workspace, given, size } = request;
  const inputs = chooseInputs(
    unit,
    {
      given,
      captured: programs?.calls.get(unit.name),
      notCaptured: given || size ? undefined : programs?.notCaptured(unit.name),
      size,
    },
    (signature) => frontend.specialize(file, settings, workspace, unit.name, signature),
  );
  if ('problem' in inputs) return inputs;
  const wasm = await compileEngine(inputs.specialization, tools, request.signal);
  if ('problem' in wasm) return wasm;
  const session = new Session(request, tools, unit, inputs, wasm, programs);
  return session.run();
}

interface CompiledEngine {
  readonly engine: Engine;
  readonly ir: Parameters<typeof allowedDifference>[0];
  readonly artifact: WasmArtifact;
}

async function compileEngine(
  specialization: Specialization,
  { compiler, runner }: MeasureTools,
  signal?: AbortSignal,
): Promise<CompiledEngine | { problem: string }> {
  const start = performance.now();
  const lowered = specialization.lower();
  const lowerMs = performance.now() - start;
  if ('reason' in lowered) return { problem: `there is no compiled code for it yet: ${lowered.reason}` };
  const artifact = await compiler.compile(specialization.key, lowered.ir, undefined, signal);
  const compileMs = Object.values(artifact.timings).reduce((sum, ms) => sum + ms, lowerMs);
  const engine = wasmEngine(artifact, specialization, runner, compileMs, signal);
  return { engine, ir: lowered.ir, artifact };
}

class Session {
  private readonly notes: string[];

  constructor(
    private readonly request: MeasureRequest,
    private readonly tools: MeasureTools,
    private readonly unit: FunctionUnit,
    private readonly inputs: ChosenInputs,
    private readonly wasm: CompiledEngine,
    private readonly programs: Programs | undefined,
  ) {
    this.notes = [...inputs.notes];
  }

  async run(): Promise<Measurement | { readonly problem: string }> {
    const { engine: wasm } = this.wasm;
    const others = await this.startOthers();
    const fitted = await this.fit(others);
    if ('problem' in fitted) return fitted;
    const results: EngineResult[] = [];
    const timed: { engine: Engine; callMs: number }[] = [];
    for (const engine of [wasm, ...others]) {
      const call = fitted.calls.get(engine) ?? (await this.callOnce(engine, fitted.args));
      if (call === undefined) continue;
      if (call.kind === 'too-slow' && engine !== wasm) {
        this.notes.push(`${engineNames[engine.name]} took too long on these arguments and was left out.`);
        continue;
      }
      results.push({ name: engine.name, call });
      if (call.kind === 'returned') timed.push({ engine, callMs: call.ms });
    }
    const [own, ...rest] = results;
    if (own?.call.kind === 'too-slow')
      return { problem: 'the compiled code takes too long on these arguments' };
    const agreement = agree(own!, rest, allowedDifference(this.wasm.ir, this.sourceText()));
    this.notes.push(...agreement.notes);
    const timings = await this.time(own!.call, agreement, timed);
    this.notes.push(
      ...threadNotes(this.wasm.artifact, wasm.wasmRun?.().threads),
      ...caveats(timings, this.inputs.specialization),
    );
    return this.report(fitted.args, agreement, timings);
  }

  /** Plain Python first: it decides the size. */
  private async startOthers(): Promise<Engine[]> {
    const { interpreter } = this.tools;
    if (!interpreter || !this.programs) {
      this.notes.push('No Python interpreter: there is nothing to compare the result or the time with.');
      return [];
    }
    const options = { unit: this.unit, interpreter, programs: this.programs, signal: this.request.signal };
    const engines: PythonEngines = await startPlain(options, this.inputs.args);
    const numba = interpreter.numba === undefined ? undefined : await startNumba(options);
    this.notes.push(...engines.notes, ...(numba?.notes ?? []));
    return [...engines.engines, ...(numba?.engines ?? [])];
  }

  /** Arguments that the slowest engine finishes in time, so that all can be measured on the same. */
  private async fit(
    others: Engine[],
  ): Promise<{ args: ChosenInputs['args']; calls: Map<Engine, EngineCall> } | { problem: string }> {
    const { args } = this.inputs;
    const slowest = others.find((engine) => engine.name !== 'numba');
    if (!slowest) return { args, calls: new Map() };
    const limits = { wholeMs: 0.4 * this.budgetMs, cutMs: this.budgetMs / (4 * (others.length + 1)) };
    const fitted = await this.orNote(slowest, () => fitSize(slowest, args, limits));
    if (fitted === failed) {
      others.splice(others.indexOf(slowest), 1);
      return { args, calls: new Map() };
    }
    if (!fitted) {
      others.splice(others.indexOf(slowest), 1);
      this.notes.push(
        `CPython takes more than ${limits.wholeMs / 1000} s on these arguments, and there are no smaller ones to try, so it was left out.`,
      );
      return { args, calls: new Map() };
    }
    if (fitted.cutTo !== undefined) {
      this.notes.push(
        `CPython would take too long at size ${fitted.extent}: every engine was measured on the first ${fitted.cutTo} instead.`,
      );
    }
    return { args: fitted.args, calls: new Map([[slowest, fitted.call]]) };
  }

  private async callOnce(engine: Engine, args: ChosenInputs['args']): Promise<EngineCall | undefined> {
    if (engine.name === 'wasm') {
      await engine.prepare(args);
      return engine.call(this.budgetMs);
    }
    const call = await this.orNote(engine, async () => {
      await engine.prepare(args);
      return engine.call(4 * this.budgetMs);
    });
    return call === failed ? undefined : call;
  }

  /** An engine that cannot run the function is left out, and the reason noted. */
  private async orNote<Result>(engine: Engine, run: () => Promise<Result>): Promise<Result | typeof failed> {
    try {
      return await run();
    } catch (error) {
      if (this.request.signal?.aborted) throw error;
      this.notes.push(`${engineNames[engine.name]} did not run it: ${firstLines(error)}`);
      return failed;
    }
  }

  private async time(
    own: EngineCall,
    agreement: Agreement,
    timed: readonly { engine: Engine; callMs: number }[],
  ): Promise<ReadonlyMap<string, EngineTiming>> {
    if (own.kind === 'raised')
      this.notes.push(`The call raises ${own.name}: ${own.message}. There is nothing to time.`);
    if (!agreement.agrees || own.kind === 'raised') return new Map();
    const kept = timed.filter(({ engine }) => !agreement.without.includes(engine.name));
    const timings = await timeRounds(kept, this.budgetMs, {
      threads: this.wasm.artifact.parallel !== undefined,
    });
    return new Map(kept.map(({ engine }, i) => [engine.name, timings[i]!]));
  }

  private report(
    args: ChosenInputs['args'],
    agreement: Agreement,
    timings: ReadonlyMap<string, EngineTiming>,
  ): Measurement {
    const { specialization, from } = this.inputs;
    const { interpreter } = this.tools;
    const engines = Object.fromEntries(timings) as Measurement['engines'];
    const ratio = (slow?: EngineTiming, fast?: EngineTiming) =>
      slow && fast ? slow.medianMs / fast.medianMs : undefined;
    const speedup = {
      wasmOverCpython: ratio(engines.cpython, engines.wasm),
      wasmOverNumpy: ratio(engines.numpy, engines.wasm),
      wasmOverNumba: ratio(engines.numba, engines.wasm),
      numbaOverCpython: ratio(engines.cpython, engines.numba),
    };
    return {
      function: this.unit.name,
      key: specialization.key,
      signature: specialization.signature,
      returnType: specialization.returnType,
      inputs: from,
      size: sizeOf(args, specialization.parameters),
      resultsAgree: agreement.agrees,
      mismatch: agreement.mismatch,
      comparedWith: agreement.with,
      engines,
      speedup: agreement.with.length > 0 && engines.wasm ? speedup : undefined,
      interpreter: interpreter && {
        path: interpreter.path,
        version: interpreter.version,
        numpy: interpreter.numpy,
        numba: interpreter.numba,
      },
      notes: this.notes,
    };
  }

  private get budgetMs(): number {
    return this.request.budgetMs ?? defaultBudgetMs;
  }

  private sourceText(): string {
    return this.request.file.slice(this.unit.range);
  }
}
