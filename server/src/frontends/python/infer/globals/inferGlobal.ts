import type { NameSymbol } from '../../bind/boundModule';
import type { Expression, Name } from '../../parse/ast';
import type { NumbaType } from '../../types/numbaType';
import { inferFunction } from '../inferFunction';
import { type Inference, report } from '../inference';
import { type Freezer, type GlobalValue, globalValue } from './globalValue';
import { inferQualified } from './qualifiedValue';
import { userFunctionType } from './userFunctions';

export function freezerOf(inf: Inference): Freezer {
  return {
    module: inf.module,
    numba: inf.context.numba,
    typeInitializer: (module, node) =>
      inferFunction({ module, node }, [], inf.context, {
        ...(inf.frozen.size > 0 && { frozen: inf.frozen }),
      }),
  };
}

/** A variable of the module, or of a plain function around, as compiled code sees it: frozen. */
export function inferGlobal(inf: Inference, name: Name, symbol: NameSymbol): NumbaType | undefined {
  return typeGlobal(inf, name, globalValue(freezerOf(inf), symbol), 0);
}

function typeGlobal(inf: Inference, name: Name, value: GlobalValue, depth: number): NumbaType | undefined {
  switch (value.kind) {
    case 'constant': {
      const { type, value: constant } = value.constant;
      inf.round.resolutions.set(name, { kind: 'constant', value: constant, result: type });
      return type;
    }
    case 'computed':
      inf.round.resolutions.set(name, {
        kind: 'typed',
        target: value.initializer,
        args: [],
        result: value.type,
      });
      return value.type;
    case 'untyped':
      return report(inf, value.constantOnly ? 'lowering' : 'globals', name, {
        kind: 'untyped-global',
        subject: name.id,
        what: value.what,
      });
    case 'namedTuple':
      return { kind: 'function', qualifiedName: `namedtuple ${name.id}` };
    case 'type': {
      const type: NumbaType = { kind: 'typeClass', of: value.type };
      inf.round.resolutions.set(name, { kind: 'nothing', result: type });
      return type;
    }
    case 'alias':
      return typeAlias(inf, name, value.expression, depth);
    case 'jitclass': {
      const type = { kind: 'jitclassType', instance: value.instance } as const;
      inf.round.resolutions.set(name, { kind: 'nothing', result: type });
      return type;
    }
    case 'enum':
      return { kind: 'module', name: `enum ${value.name}` };
    case 'unknown':
      inf.round.guessed = true;
      return undefined;
  }
}

function typeAlias(inf: Inference, name: Name, expression: Expression, depth: number): NumbaType | undefined {
  const qualified = inf.module.qualifiedName(expression);
  if (qualified) return inferQualified(inf, name, qualified);
  if (expression.kind === 'Name' && depth < 20) {
    const meaning = inf.module.resolve(expression);
    if (meaning.kind === 'function') return userFunctionType(inf, name, meaning.function);
    if ('symbol' in meaning && meaning.symbol) {
      return typeGlobal(inf, name, globalValue(freezerOf(inf), meaning.symbol), depth + 1);
    }
  }
  inf.round.guessed = true;
  return undefined;
}
