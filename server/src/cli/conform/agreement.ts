import { ArgsError } from '../../execution/encoding/argsError';
import { compareValues } from '../../execution/encoding/compare';
import { decodeValue } from '../../execution/encoding/decode';
import type { PythonValue } from '../../execution/encoding/pythonValue';
import type { CallAnswer, CaseAnswer } from './answer';
import type { RecordedCall, RecordedCase } from './records';

export interface Share {
  readonly agree: number;
  readonly of: number;
}

/** How the answers to some records compare with Numba's. */
export interface Agreement {
  readonly records: number;
  readonly verdicts: Share;
  readonly falseAlarms: number;
  readonly misses: number;
  readonly unsupported: number;
  readonly lines: Share;
  readonly returnTypes: Share;
  readonly locals: Share;
  readonly values: Share;
  /** Compiling cases that have no code yet. */
  readonly withoutCode: number;
}

/** One thing that differs, for people to look at. */
export interface Disagreement {
  readonly module: string;
  readonly function: string;
  readonly signature: string;
  readonly what: 'false alarm' | 'miss' | 'line' | 'return type' | 'local' | 'value';
  readonly detail: string;
}

type Judged = { readonly what: keyof Counts; readonly agrees: boolean; readonly disagreement?: Disagreement };

interface Counts {
  verdicts: Share;
  lines: Share;
  returnTypes: Share;
  locals: Share;
  values: Share;
}

/** Compares answers with records, pair by pair. */
export function compareAnswers(
  pairs: readonly { readonly record: RecordedCase; readonly answer: CaseAnswer }[],
): { readonly agreement: Agreement; readonly disagreements: readonly Disagreement[] } {
  const comparable = pairs.filter(
    ({ record }) => record.verdict === 'compiles' || record.verdict === 'fails',
  );
  const judged = comparable.flatMap(({ record, answer }) => judge(record, answer));
  const disagreements = judged.flatMap((one) => one.disagreement ?? []);
  const share = (what: keyof Counts): Share => {
    const all = judged.filter((one) => one.what === what);
    return { agree: all.filter((one) => one.agrees).length, of: all.length };
  };
  const agreement = {
    records: comparable.length,
    verdicts: share('verdicts'),
    falseAlarms: disagreements.filter((one) => one.what === 'false alarm').length,
    misses: disagreements.filter((one) => one.what === 'miss').length,
    unsupported: comparable.filter(({ answer }) => answer.verdict === 'unsupported').length,
    lines: share('lines'),
    returnTypes: share('returnTypes'),
    locals: share('locals'),
    values: share('values'),
    withoutCode: comparable.filter(({ answer }) => answer.verdict === 'compiles' && answer.calls === null)
      .length,
  };
  return { agreement, disagreements };
}

function judge(record: RecordedCase, answer: CaseAnswer): Judged[] {
  if (answer.verdict === 'unsupported') return [];
  const { module, function: name, signature } = answer;
  const differs = (what: Disagreement['what'], detail: string): Disagreement => ({
    module,
    function: name,
    signature,
    what,
    detail,
  });
  if (record.verdict !== answer.verdict) {
    const alarm = answer.verdict === 'fails';
    const detail = alarm ? (answer.reason ?? '') : (record.error?.message?.slice(0, 200) ?? '');
    return [
      { what: 'verdicts', agrees: false, disagreement: differs(alarm ? 'false alarm' : 'miss', detail) },
    ];
  }
  const same: Judged = { what: 'verdicts', agrees: true };
  if (record.verdict === 'fails') {
    const line = record.error?.line;
    if (typeof line !== 'number') return [same];
    const agrees = numbaLines(record, line).includes(answer.error_line ?? 0);
    return [
      same,
      {
        what: 'lines',
        agrees,
        disagreement: agrees ? undefined : differs('line', `${answer.error_line}, Numba ${line}`),
      },
    ];
  }
  const results = [same];
  const compareTypes = (
    what: 'returnTypes' | 'locals',
    label: Disagreement['what'],
    ours: string | undefined,
    theirs: string,
    prefix = '',
  ) => {
    const agrees = ours !== undefined && baseTypes(ours) === baseTypes(theirs);
    results.push({
      what,
      agrees,
      disagreement: agrees ? undefined : differs(label, `${prefix}${ours ?? 'missing'}, Numba ${theirs}`),
    });
  };
  if (record.return_type)
    compareTypes('returnTypes', 'return type', answer.return_type ?? undefined, record.return_type);
  for (const [variable, type] of Object.entries(record.locals ?? {})) {
    compareTypes('locals', 'local', answer.locals?.[variable], type, `${variable}: `);
  }
  for (const [i, call] of (answer.calls === null ? [] : (record.calls ?? [])).entries()) {
    if (call.novalue) continue;
    const detail = callDifference(record, call, answer.calls![i] ?? null, answer.reason);
    results.push({
      what: 'values',
      agrees: detail === undefined,
      disagreement: detail === undefined ? undefined : differs('value', `call ${i + 1}: ${detail}`),
    });
  }
  return results;
}

/** Numba names the returns that do not unify in the order of a set of types, which differs from run to run: any of them is right. */
function numbaLines({ error }: RecordedCase, line: number): readonly number[] {
  return error?.message?.includes("Can't unify return type") ? [line, ...(error.lines ?? [])] : [line];
}

/** Where a call's outcome differs from Numba's. */
function callDifference(
  record: RecordedCase,
  recorded: RecordedCall,
  answer: CallAnswer | null,
  reason: string | undefined,
): string | undefined {
  if (!answer) return reason ?? 'no result';
  const raises = recorded.raises ?? null;
  if (raises !== answer.raises) return `raises ${answer.raises ?? 'nothing'}, Numba ${raises ?? 'nothing'}`;
  const tolerance = { ulp: record.tolerance_ulp ?? 0, absolute: record.tolerance_abs };
  if (raises === null) {
    const difference = compareEncoded(answer.returns, recorded.returns, tolerance, 'result');
    if (difference !== undefined) return difference;
  }
  const before = recorded.args_after ?? recorded.args;
  const after = answer.args_after ?? recorded.args;
  for (const [i, arg] of before.entries()) {
    const difference = compareEncoded(after[i], arg, tolerance, `argument ${i + 1} afterwards`);
    if (difference !== undefined) return difference;
  }
  return undefined;
}

function compareEncoded(
  ours: unknown,
  theirs: unknown,
  tolerance: { ulp: number; absolute?: number },
  path: string,
): string | undefined {
  let left: PythonValue;
  let right: PythonValue;
  try {
    left = decodeValue(ours ?? { t: 'none' }, path);
    right = decodeValue(theirs ?? { t: 'none' }, path);
  } catch (error) {
    // A recorded value of a kind that nobody carries says nothing about ours.
    if (error instanceof ArgsError) return undefined;
    throw error;
  }
  if (left.kind === 'opaque' || right.kind === 'opaque') return undefined;
  if (left.kind !== right.kind) return `${path}: ${left.kind}, Numba ${right.kind}`;
  return compareValues(left, right, tolerance, path).difference;
}

/** Literal types are compared by their base type, as `Literal[int](5)` is an int64, and without the addresses of Python objects. A generator's array arguments are spelled out since 0.57 only. */
export function baseTypes(type: string): string {
  return type
    .replaceAll(/<function ((?:[\w.]|<locals>|<lambda>)+)(?: at 0x[0-9a-f]+)?>/g, '$1')
    .replaceAll(/(?<=jitclass\.\w+)#[0-9a-f]+/g, '')
    .replaceAll(/Array\((\w+), (\d+), '(\w)', False, aligned=True\)/g, 'array($1, $2d, $3)')
    .replaceAll(/Literal\[int\]\([^)]*\)/g, 'int64')
    .replaceAll(/Literal\[bool\]\([^)]*\)/g, 'bool')
    .replaceAll(/Literal\[str\]\([^)]*\)/g, 'unicode_type');
}
