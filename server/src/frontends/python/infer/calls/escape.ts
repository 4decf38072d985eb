import type { NameSymbol } from '../../bind/boundModule';
import type { AstNode, FunctionNode, Name } from '../../parse/ast';
import type { NumbaType } from '../../types/numbaType';
import { walk } from '../children';
import { constantOf } from '../decide/constantOf';
import { howCompiled } from '../globals/userFunctions';
import type { FrozenValue } from '../inferFunction';
import { type Inference, report } from '../inference';
import { freeVariables, owner } from '../variables';

/**
 * A closure used as a value becomes a function of its own, and can take along only constants; Numba looks for them
 * before typing.
 */
export function escapeClosure(
  inf: Inference,
  node: (NumbaType & { kind: 'closure' })['node'],
  at: AstNode,
): NumbaType | undefined {
  const frozen = new Map<NameSymbol, FrozenValue>();
  for (const symbol of freeVariables(inf.module, node)) {
    if (owner(symbol.scope) !== inf.node) {
      const known = inf.frozen.get(symbol);
      if (known) frozen.set(symbol, known);
      continue;
    }
    const constant = constantOfSymbol(inf, symbol);
    if (!constant && isPlainInner(inf)) {
      // Numba writes the closure around it out where it is called, and may find the value constant or this one called there.
      inf.round.guessed = true;
      return undefined;
    }
    if (!constant) {
      const place = node.kind === 'FunctionDef' ? node.nameRange : node;
      return report(
        inf,
        'ir',
        place,
        {
          kind: 'compile-time-constant',
          subject: symbol.name,
          reason: 'a function that is passed on or returned can capture only constants',
        },
        { related: [{ range: at.range, role: 'called', subject: inf.module.file.slice(at.range) }] },
      );
    }
    frozen.set(symbol, { type: constant.type, constant: constant.value });
  }
  inf.context.escaped.set(node, { module: inf.module, frozen });
  return { kind: 'closure', node, id: 0 };
}

function isPlainInner(inf: Inference): boolean {
  if (!inf.function) return true;
  return inf.function.qualifiedName.includes('<locals>') && howCompiled(inf.function) === 'plain';
}

function constantOfSymbol(inf: Inference, symbol: NameSymbol) {
  const [binding, ...others] = symbol.bindings;
  return binding?.kind === 'assignment' && others.length === 0 ? constantOf(inf, binding.value) : undefined;
}

/** Where a function's body names one of its inner functions, in other inner functions too. */
export function mentionsOf(node: FunctionNode, name: string): readonly Name[] {
  const body = node.kind === 'Lambda' ? [] : node.body;
  const inside = body.flatMap((statement) => walk(statement));
  return inside.filter((each): each is Name => each.kind === 'Name' && each.id === name);
}
