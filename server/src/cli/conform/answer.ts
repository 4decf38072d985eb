/** What Jitsight says of one recorded case: a line of `conform --jsonl`. */
export interface CaseAnswer {
  readonly module: string;
  readonly function: string;
  readonly signature: string;
  readonly verdict: 'compiles' | 'fails' | 'unsupported';
  readonly error_line: number | null;
  readonly error_code: string | null;
  readonly return_type: string | null;
  readonly locals: Readonly<Record<string, string>> | null;
  /** Null where there is no code yet; a call that did not come back is null. */
  readonly calls: readonly (CallAnswer | null)[] | null;
  /** Why a case could not be judged, or has no code. */
  readonly reason?: string;
}

export interface CallAnswer {
  readonly returns: unknown;
  readonly args_after?: readonly unknown[];
  readonly raises: string | null;
}
