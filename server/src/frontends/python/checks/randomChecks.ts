import { walkAll } from '../advice/childNodes';
import type { BoundFunction } from '../bind/boundModule';
import type { Problem } from '../infer/problem';
import type { Call } from '../parse/ast';
import type { AnalysisSession } from '../units/session';

const notDraws = /\.(seed|default_rng|Generator|RandomState|get_state|set_state|SeedSequence|PCG64|MT19937)$/;

/** `np.random.seed` in Python code where compiled code draws numbers: its generator is another, and stays unseeded. */
export function checkSeeds({ module }: AnalysisSession): readonly Problem[] {
  const compiled = module.functions.filter((fn) => fn.decorator);
  const calls = compiled.flatMap(randomCalls);
  const draw = calls.find(({ name }) => !notDraws.test(name));
  const seedsItself = calls.some(({ name }) => name.endsWith('.seed'));
  if (!draw || seedsItself) return [];
  const library = draw.name.startsWith('numpy.') ? 'numpy.random.seed' : 'random.seed';
  return module.calls.flatMap(({ call, caller }): Problem[] => {
    if (caller?.decorator || module.qualifiedName(call.func) !== library) return [];
    const related = [
      { range: draw.call.range, role: 'called' as const, subject: module.file.slice(draw.call.func.range) },
    ];
    return [
      { kind: 'seed-outside-jit', range: call.range, function: caller, subject: draw.fn.node.name, related },
    ];
  });
}

function randomCalls(fn: BoundFunction): readonly { fn: BoundFunction; call: Call; name: string }[] {
  return walkAll(fn.node.body).flatMap((call) => {
    const name = call.kind === 'Call' ? (fn.module.qualifiedName(call.func) ?? '') : '';
    return call.kind === 'Call' && /^(numpy\.random|random)\.\w+$/.test(name) ? [{ fn, call, name }] : [];
  });
}
