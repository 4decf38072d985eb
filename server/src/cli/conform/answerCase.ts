import { pathToFileURL } from 'node:url';
import { SourceFile } from '@jitsight/shared/source/sourceFile';
import { instantiate } from '@jitsight/shared/wasm/host/instantiate';
import type { CompileService } from '../../execution/compiling/compileService';
import { compareValues, exact } from '../../execution/encoding/compare';
import { decodeValue } from '../../execution/encoding/decode';
import { encodeValue } from '../../execution/encoding/encode';
import type { PythonValue } from '../../execution/encoding/pythonValue';
import { callCompiled } from '../../execution/running/callCompiled';
import { defaultRunLimits } from '../../execution/running/runService';
import type { Frontend, Specialization } from '../../frontends/frontend';
import { placeOf } from '../positions';
import { readSourceText } from '../sourceText';
import type { CallAnswer, CaseAnswer } from './answer';
import { type RecordedCall, type RecordedCase, type RecordedModule, withoutCaseTable } from './records';

interface Tools {
  readonly frontend: Frontend;
  readonly compiler: CompileService;
}

type ModuleHead = Omit<RecordedModule, 'records'>;

/**
 * Answers one recorded case in this process: types, compiles and calls. `onProgress` is told the answer so far after
 * each step, so that a call that never returns costs only itself.
 */
export async function answerCase(
  { frontend, compiler }: Tools,
  module: ModuleHead,
  record: RecordedCase,
  onProgress: (answer: CaseAnswer) => void,
): Promise<CaseAnswer> {
  const file = sourceOf(module);
  const settings = { numba: module.numba, numbaSource: 'option', rules: {} } as const;
  const workspace = { files: [file] };
  const result = frontend.specialize(file, settings, workspace, record.function, record.signature);
  const { name: moduleName } = module;
  const head = { module: moduleName, function: record.function, signature: record.signature };
  const empty = { error_line: null, error_code: null, return_type: null, locals: null, calls: null };
  if ('problem' in result) {
    const verdict = result.refused ? 'fails' : 'unsupported';
    return { ...head, ...empty, verdict, reason: result.problem };
  }
  if (result.verdict === 'fails') {
    const { error } = result;
    const line = error ? (error.numbaLine ?? placeOf(file, error.range).line) : null;
    return {
      ...head,
      ...empty,
      verdict: 'fails',
      error_line: line,
      error_code: error?.code ?? null,
      reason: error?.message,
    };
  }
  const typed: CaseAnswer = {
    ...head,
    ...empty,
    verdict: 'compiles',
    return_type: result.returnType,
    locals: result.locals,
  };
  onProgress(typed);
  return answerCalls(compiler, typed, result, record.calls ?? [], onProgress);
}

const sources = new Map<string, SourceFile>();

function sourceOf({ sourcePath }: ModuleHead): SourceFile {
  let file = sources.get(sourcePath);
  if (!file) {
    const text = readSourceText(sourcePath);
    if ('problem' in text) throw new Error(`${sourcePath}: ${text.problem}`);
    file = new SourceFile(pathToFileURL(sourcePath).href, withoutCaseTable(text.text));
    sources.set(sourcePath, file);
  }
  return file;
}

async function answerCalls(
  compiler: CompileService,
  typed: CaseAnswer,
  specialization: Specialization,
  calls: readonly RecordedCall[],
  onProgress: (answer: CaseAnswer) => void,
): Promise<CaseAnswer> {
  const lowered = specialization.lower();
  if ('reason' in lowered) return { ...typed, reason: lowered.reason };
  const artifact = await compiler.compile(specialization.key, lowered.ir);
  const compiled = await instantiate(artifact, { memoryLimitBytes: defaultRunLimits.memoryLimitBytes });
  const answers: (CallAnswer | null)[] = calls.map(() => null);
  for (const [i, call] of calls.entries()) {
    onProgress({ ...typed, calls: [...answers] });
    answers[i] = await answerCall(specialization, async (args) => compiled.call(args), call);
  }
  return { ...typed, calls: answers };
}

async function answerCall(
  specialization: Specialization,
  call: Parameters<typeof callCompiled>[0],
  { args }: RecordedCall,
): Promise<CallAnswer | null> {
  const values = args.map((arg, i) => decodeValue(arg, `argument ${i + 1}`));
  // Sets recorded elsewhere may say of a generator no more than that it is an object.
  const isHidden = specialization.parameterTypes.some(
    (type, i) => type.kind === 'randomGenerator' && values[i]?.kind === 'opaque',
  );
  if (isHidden) return null;
  const result = await callCompiled(call, specialization, values);
  const changed = result.argsAfter.some(
    (after, i) => isMutable(values[i]!) && compareValues(after, values[i]!, exact).difference !== undefined,
  );
  return {
    returns: result.returns ? encodeValue(result.returns) : null,
    raises: result.raises?.name ?? null,
    ...(changed
      ? {
          args_after: result.argsAfter.map((arg, i) => encodeValue(isMutable(values[i]!) ? arg : values[i]!)),
        }
      : {}),
  };
}

/** A number that a signature converted on its way in is still the caller's own. */
function isMutable({ kind }: PythonValue): boolean {
  return !['none', 'bool', 'int', 'float', 'complex', 'str', 'datetime'].includes(kind);
}
