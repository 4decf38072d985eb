import type { Name } from '../../parse/ast';
import type { NumbaType } from '../../types/numbaType';
import { walkBody } from '../children';
import { escapeClosure } from '../calls/escape';
import { inferGlobal } from '../globals/inferGlobal';
import { userFunctionType } from '../globals/userFunctions';
import { inferQualified } from '../globals/qualifiedValue';
import { type Inference, report } from '../inference';
import { capturedVariable, closureNamed, variableOf } from '../variables';
import { firstVersion, versionType } from '../versionTypes';

export function inferName(inf: Inference, name: Name): NumbaType | undefined {
  const closure = closureNamed(inf.module, name);
  if (closure) return escapeClosure(inf, closure.node, name);
  if (variableOf(inf.module, inf.node, name)) return inferVariable(inf, name);
  const captured = capturedVariable(inf.module, inf.node, name);
  const capturedType = captured && inf.captures.get(captured);
  if (capturedType) return capturedType;
  const frozen = captured && inf.frozen.get(captured);
  if (frozen) {
    if (frozen.constant) {
      inf.round.resolutions.set(name, { kind: 'constant', value: frozen.constant, result: frozen.type });
    }
    return frozen.type;
  }
  const meaning = inf.module.resolve(name);
  switch (meaning.kind) {
    case 'builtin':
      return inferQualified(inf, name, `builtins.${meaning.name}`);
    case 'qualified':
      return inferQualified(inf, name, meaning.qualifiedName);
    case 'function':
      return userFunctionType(inf, name, meaning.function);
    case 'unbound':
      if (isBoundByPattern(inf, name)) {
        inf.round.guessed = true;
        return undefined;
      }
      return report(inf, 'globals', name, { kind: 'undefined-name', subject: name.id });
    default:
      return inferGlobal(inf, name, meaning.symbol);
  }
}

function inferVariable(inf: Inference, name: Name): NumbaType | undefined {
  const symbol = variableOf(inf.module, inf.node, name);
  if (symbol?.bindings.some((binding) => binding.kind === 'function')) {
    // Which of its definitions it is depends on the path taken.
    inf.round.guessed = true;
    return undefined;
  }
  const version = inf.ssa.form.uses.get(name);
  if (version) return versionType(inf, version);
  if (inf.ssa.unassigned.has(name)) {
    return report(inf, 'bytecode', name, { kind: 'unbound-variable', subject: name.id });
  }
  const first = firstVersion(inf, name);
  return first && versionType(inf, first);
}

/** Patterns of `match` are text here, so a name that one binds has no binding. */
function isBoundByPattern(inf: Inference, name: Name): boolean {
  if (inf.node.kind !== 'FunctionDef') return false;
  const word = new RegExp(`\\b${name.id}\\b`);
  return [...walkBody(inf.node.body)].some(
    (node) =>
      node.kind === 'Match' && node.cases.some((clause) => word.test(inf.module.file.slice(clause.pattern))),
  );
}
