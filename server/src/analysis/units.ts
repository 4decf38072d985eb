import type { FileAnalysis, FunctionUnit, Specialization } from '../frontends/frontend';

/** The innermost function around an offset. */
export function unitAt(analysis: FileAnalysis, offset: number): FunctionUnit | undefined {
  let best: FunctionUnit | undefined;
  for (const unit of analysis.functions) {
    if (offset < unit.range.start || offset > unit.range.end) continue;
    if (!best || unit.range.end - unit.range.start <= best.range.end - best.range.start) best = unit;
  }
  return best;
}

export function unitNamed(analysis: FileAnalysis, name: string): FunctionUnit | undefined {
  return analysis.functions.find((unit) => unit.name === name);
}

/** What is compiled when nobody says for which types: the first that compiles, strongest evidence first. */
export function bestSpecialization(unit: FunctionUnit): Specialization | undefined {
  return unit.specializations.find((one) => one.verdict === 'compiles') ?? unit.specializations[0];
}
