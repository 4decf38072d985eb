import type { NumbaType } from '../types/numbaType';
import type { Inference } from './inference';
import { report } from './inference';
import { assignVersion } from './versionTypes';

/** Gives the parameters' first versions their types. */
export function seedParameters(inf: Inference): void {
  for (const param of inf.node.params) {
    const value = inf.parameters.get(param.name);
    if (!value) {
      reportUnfit(inf, param);
      continue;
    }
    if (cannotEnter(value.type)) {
      report(inf, 'bytecode', param, { kind: 'untyped-argument', subject: param.name, type: value.type });
      continue;
    }
    const version = inf.ssa.form.parameters.get(param.name);
    if (version) assignVersion(inf, version, value.type);
  }
}

/** Whether Numba has no type, or no representation, for what is passed. */
function cannotEnter(type: NumbaType): boolean {
  if (type.kind === 'array') return cannotEnter(type.dtype);
  return type.kind === 'pyobject' || (type.kind === 'float' && type.bits === 16);
}

function reportUnfit(inf: Inference, param: Inference['node']['params'][number]): void {
  const callee = inf.function?.qualifiedName ?? '<lambda>';
  if (param.kind === 'varKeyword') {
    report(inf, 'bytecode', param, {
      kind: 'unsupported-syntax',
      construct: `A parameter **${param.name}`,
      reason: 'compiled functions take no arbitrary keywords',
    });
    return;
  }
  if (param.kind === 'keywordOnly') {
    const reason = `not enough arguments: the keyword-only '${param.name}' counts as one that must be given`;
    report(inf, 'bytecode', param, { kind: 'wrong-arguments', callee, reason });
    return;
  }
  if (param.default) {
    // Numba takes whatever value it has when it is defined.
    inf.round.guessed = true;
    return;
  }
  const reason = `missing a required argument: '${param.name}'`;
  report(inf, 'bytecode', param, { kind: 'wrong-arguments', callee, reason });
}
