import type { Statement } from '../../parse/ast';
import { type Inference, report } from '../inference';

/** Reports statements that Numba's bytecode analysis refuses; true when there is nothing more to type in it. */
export function unsupportedStatement(inf: Inference, node: Statement): boolean {
  switch (node.kind) {
    case 'ClassDef':
      return refuse(inf, node.nameRange, 'A class', 'LOAD_BUILD_CLASS');
    case 'Import':
    case 'ImportFrom':
      return refuse(inf, node.range, 'An import', 'IMPORT_NAME');
    case 'ErrorStatement':
      return true;
    case 'For':
    case 'With':
      if (node.isAsync) return refuse(inf, node.range, `'async ${node.kind.toLowerCase()}'`);
      return false;
    case 'AnnAssign':
    case 'Assign':
    case 'AugAssign':
      return writesGlobal(inf, node);
    default:
      return false;
  }
}

function refuse(
  inf: Inference,
  range: { readonly start: number; readonly end: number },
  construct: string,
  numbaOpcode?: string,
): true {
  report(inf, 'bytecode', range, {
    kind: 'unsupported-syntax',
    construct,
    ...(numbaOpcode && { numbaOpcode }),
  });
  return true;
}

function writesGlobal(
  inf: Inference,
  node: Statement & { kind: 'Assign' | 'AnnAssign' | 'AugAssign' },
): boolean {
  const targets = node.kind === 'Assign' ? node.targets : [node.target];
  let found = false;
  for (const target of targets) {
    if (target.kind !== 'Name') continue;
    const scope = inf.module.scopes.get(inf.node);
    const symbol = scope?.symbols.get(target.id);
    if (symbol?.isGlobalDeclaration) {
      report(inf, 'bytecode', target, { kind: 'write-to-global', subject: target.id });
      found = true;
    } else if (symbol?.isNonlocalDeclaration) {
      // Numba inlines the closure, so the write works; a function of its own cannot do it.
      inf.round.guessed = true;
      found = true;
    }
  }
  return found;
}
