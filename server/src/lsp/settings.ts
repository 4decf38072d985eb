import type { AnalysisSettings } from '../frontends/frontend';

/** The client's `jitsight` section, read live. Every field has a default, and a wrong value counts as absent. */
export interface ServerSettings {
  readonly numbaVersion: string | undefined;
  readonly interpreter: string | undefined;
  readonly rules: AnalysisSettings['rules'];
  readonly typeHints: boolean;
  readonly resultHints: boolean;
  readonly codeLens: boolean;
  readonly timeLimitSeconds: number;
  readonly memoryLimitMB: number;
}

export const defaultSettings: ServerSettings = {
  numbaVersion: undefined,
  interpreter: undefined,
  rules: {},
  typeHints: true,
  resultHints: true,
  codeLens: true,
  timeLimitSeconds: 60,
  memoryLimitMB: 1024,
};

/** Newest Numba whose rules Jitsight knows, used where nothing says another. */
export const defaultNumba = '0.68';

export function readSettings(section: unknown): ServerSettings {
  const root = record(section);
  const measure = record(root.measure);
  const hints = record(root.inlayHints);
  const version =
    typeof root.numbaVersion === 'string' ? /^(\d+\.\d+)/.exec(root.numbaVersion)?.[1] : undefined;
  const interpreter = record(root.python).interpreter;
  return {
    numbaVersion: version,
    interpreter: typeof interpreter === 'string' && interpreter.trim() ? interpreter.trim() : undefined,
    rules: readRules(root.rules),
    typeHints: flag(hints.types, defaultSettings.typeHints),
    resultHints: flag(hints.results, defaultSettings.resultHints),
    codeLens: flag(record(root.codeLens).enable, defaultSettings.codeLens),
    timeLimitSeconds: positive(measure.timeLimitSeconds, defaultSettings.timeLimitSeconds),
    memoryLimitMB: positive(measure.memoryLimitMB, defaultSettings.memoryLimitMB),
  };
}

const severities = ['error', 'warning', 'information', 'hint', 'off'] as const;

function readRules(value: unknown): AnalysisSettings['rules'] {
  const rules: Record<string, (typeof severities)[number]> = {};
  for (const [code, severity] of Object.entries(record(value))) {
    const known = severities.find((one) => one === severity);
    if (known) rules[code] = known;
  }
  return rules;
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function flag(value: unknown, otherwise: boolean): boolean {
  return typeof value === 'boolean' ? value : otherwise;
}

function positive(value: unknown, otherwise: number): number {
  return typeof value === 'number' && value > 0 && Number.isFinite(value) ? value : otherwise;
}
